// The rooms of docs/architecture.md and the direction of imports between them.
const room = (path) => `^${path}`
/** What lives in `from` may import, of our own folders, only `to`. */
const only = (name, from, to, pathNot = []) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: ['\\.test\\.tsx?$', ...pathNot] },
  to: { path: '^(app|prisma|search|emails|tests|scripts|server\\.ts)', pathNot: to },
})
const domain = 'app/domain/'
const prismaClient = '^prisma/(client\\.ts|generated/)'

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { pathNot: '^prisma/generated' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    only('i18n-stands-alone', room('app/i18n/'), [room('app/i18n/')]),
    only('ui-imports-words-alone', room('app/ui/'), [room('app/ui/'), room('app/i18n/')]),
    only('parts-of-pages', room('app/routes-parts/'), [room('app/routes-parts/'), room('app/ui/'), room('app/i18n/'), room('app/page\\.tsx'), '^app/domain/[^/]+/(schema|rules|policy)\\.ts$', '^app/domain/kernel/(actor|policy|money|time)\\.ts$', '^app/domain/[^/]+/[^/]+$']),
    only('routes-call-services', room('app/routes/'), [room('app/(http|ui|i18n|routes-parts|domain|api|files)/'), room('app/(page|error-page|root)\\.tsx'), room('app/env\\.server\\.ts'), '^search/(query|vocabulary|client)', '^app/styles/', '^app/api/', '^emails/']),
    { name: 'routes-never-touch-tables', severity: 'error', from: { path: '^app/(routes|routes-parts|http|ui)/' }, to: { path: '(repo\\.server\\.ts$|^prisma/)', dependencyTypesNot: ['type-only'] } },
    only('http-knows-auth-and-kernel', room('app/http/'), [room('app/http/'), room('app/i18n/'), room('app/domain/(auth|kernel|district)/'), room('app/env\\.server\\.ts')]),
    only('api', room('app/api/'), [room('app/(api|http|domain|i18n)/')]),
    { name: 'domain-knows-no-web', severity: 'error', from: { path: room(domain) }, to: { path: '(^app/(http|ui|routes|routes-parts|server|cli)/|node_modules/(@remix-run|react|react-dom|express)/)' } },
    only('domain', room(domain), [room(domain), prismaClient, room('app/(i18n|files)/'), room('app/jobs/(enqueue|catalogue)\\.ts'), room('app/env\\.server\\.ts'), '^search/', '^emails/catalogue\\.ts$', '^emails/transport\\.ts$'], ['\\.test\\.ts$']),
    { name: 'an-area-keeps-its-tables', severity: 'error', from: { path: '^app/domain/([^/]+)/' }, to: { path: '^app/domain/([^/]+)/.*repo\\.server\\.ts$', pathNot: '^app/domain/$1/' } },
    { name: 'only-repos-use-the-client', severity: 'error', from: { path: '^app/domain/', pathNot: '(repo[^/]*\\.server\\.ts|^app/domain/kernel/)' }, to: { path: prismaClient, dependencyTypesNot: ['type-only'] } },
    { name: 'pure-rules', severity: 'error', from: { path: '^app/domain/[^/]+/(rules|policy|schema|score|explain|text|weights|constraints|kinship|measures|lexicon|hints|subjects|codes|company|telling|numbering|packing|profile|relevance|held|ranking|asking|assign|disagreement)\\.ts$' }, to: { path: '(\\.server\\.ts$|^prisma/|^search/(client|index-writer|embedded))', dependencyTypesNot: ['type-only'] } },
    only('catalogue-and-enqueue', '^app/jobs/(catalogue|enqueue)\\.ts$', ['^app/jobs/', prismaClient]),
    only('emails', room('emails/'), [room('emails/'), room('app/i18n/')]),
    only('files-know-no-domain', room('app/files/'), [room('app/files/'), room('app/i18n/'), '^app/domain/kernel/errors\\.ts$'], ['\\.test\\.ts$']),
    only('search', room('search/'), [room('search/'), prismaClient]),
    only('prisma-below-all-but-the-seed', '^prisma/(client|embedded)\\.ts$', ['^prisma/']),
    { name: 'tests-are-not-part-of-it', severity: 'error', from: { path: '^(app|prisma|search|emails|server\\.ts)', pathNot: '\\.test\\.tsx?$' }, to: { path: '^tests/' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^build/|^\\.data/|^prisma/generated/internal)' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
