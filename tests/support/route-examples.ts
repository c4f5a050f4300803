import { signedInPeople, type Who, type World } from './world'

/**
 * An address to open and who gets what. Who may open the route at all follows from the access that the route itself
 * declares; the rest stands here: `sees` names those for whom the record is there (everyone when left out), the others get
 * `otherwise` (404: hidden from them; 403: they see it and may not). `only` lists exceptions, `askedBy` saves time where the asker changes nothing, and
 * `changedBy` names those whose form is taken where more people may look (otherwise those for whom it is there); `form` is what is posted where an unknown intent
 * does not reach the record.
 */
export type Example = { address: string; sees?: readonly Who[]; otherwise?: 403 | 404; status?: number; only?: Partial<Record<Who, number>>; unsettled?: boolean; askedBy?: readonly Who[]; changedBy?: readonly Who[]; form?: string }

const staff: Who[] = ['reviewer', 'administrator']
const applicants: Who[] = ['researcher', 'otherResearcher', 'institute', 'otherInstitute']

/** A page whose answers depend on what is still being settled: signed in, anything but an error; a visitor always has to sign in. */
const unsettled = (address: string): Example => ({ address, unsettled: true })

/**
 * One line a route of the build, with real addresses. A new route needs a line here: its pattern as the build writes it, and
 * at least one example; a record that some may not see needs one that is hidden, too.
 */
export function examplesOf(world: World): Record<string, Example[]> {
  return Object.fromEntries(Object.entries(addressesOf(world)).map(([pattern, examples]) => [pattern, examples.map((example) => ({ form: forms[pattern], ...example }))]))
}

/** A step of each form that has several: a form that names none decides nothing and does not reach the record. */
const forms: Record<string, string> = {
  '/needs/:id': 'intent=ask', '/workspace/needs/:id': 'intent=answer', '/workspace/applications/:id': 'intent=withdraw', '/workspace/scenarios/:id': 'intent=withdraw', '/workspace/matches/:id': 'intent=accept',
  '/workspace/members/:id': 'intent=add', '/workspace/contracts/:id/check': 'intent=report', '/account/searches/:id': 'intent=change',
}

function addressesOf({ numbers: n }: World): Record<string, Example[]> {
  const nobody = '00000000-0000-4000-8000-000000000000'
  const missing = (pattern: string, id = nobody): Example => ({ address: pattern.replace(':id', id), sees: [], otherwise: 404, askedBy: ['visitor', 'enterprise', 'administrator'] })
  const gone = (pattern: string) => [missing(pattern), { ...missing(pattern, '%00'), askedBy: ['visitor', 'administrator'] as const }, missing(pattern, "x'%20OR%201=1")]
  return {
    '/': [{ address: '/' }],
    '/search/suggest': [{ address: '/search/suggest?q=%E4%BD%8E' }, { address: '/search/suggest' }],
    '/search': [{ address: '/search?q=%E4%BD%8E%E7%85%A7%E5%BA%A6' }],
    '/feeds/search.atom': [{ address: '/feeds/search.atom?q=%E4%BD%8E%E7%85%A7%E5%BA%A6' }, { address: '/feeds/search.atom?type=x&page=0' }],
    '/calendar/search.ics': [{ address: '/calendar/search.ics?type=need' }, { address: '/calendar/search.ics?type=x' }],
    '/unsubscribe': [{ address: '/unsubscribe?token=none' }],
    '/statistics': [{ address: '/statistics' }, { address: '/statistics?year=2026&quarter=3&by=field' }, { address: '/statistics?year=x&from=y' }],
    '/statistics.csv': [{ address: '/statistics.csv?by=type' }],
    '/scenarios': [{ address: '/scenarios' }],
    '/scenarios/:id': [{ address: `/scenarios/${n.scenario}` }, { address: `/scenarios/${n.scenarioDraft}`, sees: ['publisher', ...staff], otherwise: 404 }, ...gone('/scenarios/:id')],
    '/scenarios/:id/apply': [{ address: `/scenarios/${n.scenario}/apply`, changedBy: applicants }, missing('/scenarios/:id/apply', n.scenarioDraft), ...gone('/scenarios/:id/apply')],
    '/needs': [{ address: '/needs' }],
    '/needs/:id': [{ address: `/needs/${n.need}` }, { address: `/needs/${n.needDraft}`, sees: ['enterprise'], otherwise: 404 }, ...gone('/needs/:id')],
    '/needs/:id/apply': [{ address: `/needs/${n.need}/apply`, changedBy: applicants }, missing('/needs/:id/apply', n.needDraft), ...gone('/needs/:id/apply')],
    '/needs/:id/confidential': [{ address: `/needs/${n.need}/confidential`, sees: ['enterprise'], otherwise: 403 }, missing('/needs/:id/confidential', n.needDraft), ...gone('/needs/:id/confidential')],
    '/achievements': [{ address: '/achievements' }],
    '/achievements/:id': [{ address: `/achievements/${n.achievement}` }, { address: `/achievements/${n.achievementDraft}`, sees: ['institute', ...staff], otherwise: 404 }, ...gone('/achievements/:id')],
    '/experts': [{ address: '/experts' }],
    '/experts/:id': [{ address: `/experts/${n.expert}` }, ...gone('/experts/:id')],
    '/institutes': [{ address: '/institutes' }],
    '/institutes/:id': [{ address: `/institutes/${n.institute}` }, missing('/institutes/:id', n.enterprise), ...gone('/institutes/:id')],
    '/brokers': [{ address: '/brokers' }],
    '/brokers/:id': [{ address: `/brokers/${n.broker}` }, ...gone('/brokers/:id')],

    '/login': [{ address: '/login', status: 200, only: Object.fromEntries(signedInPeople.map((who) => [who, 303])) }],
    '/register': [{ address: '/register' }],
    '/forgot-password': [{ address: '/forgot-password' }],
    '/reset-password': [{ address: '/reset-password?token=none' }],
    '/confirm': [{ address: '/confirm?token=none' }],
    '/logout': [{ address: '/logout', status: 303 }],
    '/preferences': [{ address: '/preferences', status: 303 }],
    '/dev/ui': [{ address: '/dev/ui' }],
    '/dev/empty': [{ address: '/dev/empty' }],
    '/dev/mailbox/:id': [{ address: '/dev/mailbox/abc', sees: [], otherwise: 404 }],
    '/dev/mailbox': [{ address: '/dev/mailbox', sees: [], otherwise: 404 }],
    '/readyz': [{ address: '/readyz' }],
    '/sitemap.xml': [{ address: '/sitemap.xml' }],
    '/help': [{ address: '/help' }],
    '/help/privacy': [{ address: '/help/privacy' }],

    '/api/docs': [{ address: '/api/docs' }],
    '/api/openapi.json': [{ address: '/api/openapi.json' }],
    '/api/v1/scenarios': [{ address: '/api/v1/scenarios' }],
    '/api/v1/scenarios/:id': [{ address: `/api/v1/scenarios/${n.scenario}` }, { address: `/api/v1/scenarios/${n.scenarioDraft}`, sees: ['publisher', ...staff], otherwise: 404 }],
    '/api/v1/needs': [{ address: '/api/v1/needs' }],
    '/api/v1/needs/:id': [{ address: `/api/v1/needs/${n.need}` }, { address: `/api/v1/needs/${n.needDraft}`, sees: ['enterprise'], otherwise: 404 }],
    '/api/v1/search': [{ address: '/api/v1/search?q=x' }],
    '/api/v1/statistics/contracts': [{ address: '/api/v1/statistics/contracts?group=year' }],
    '/api/v1/statistics/targets': [{ address: '/api/v1/statistics/targets' }],

    '/account': [{ address: '/account' }],
    '/account/searches': [{ address: '/account/searches' }],
    '/account/searches/:id': [{ address: `/account/searches/${n.search}`, sees: ['researcher'], otherwise: 404 }, ...gone('/account/searches/:id')],
    '/workspace': [{ address: '/workspace' }],
    '/workspace/needs': [{ address: '/workspace/needs' }],
    '/workspace/needs/new': [{ address: '/workspace/needs/new', sees: ['enterprise', 'otherEnterprise'], otherwise: 403 }],
    '/workspace/needs/:id': [{ address: `/workspace/needs/${n.need}`, sees: ['enterprise'], otherwise: 403 }, { address: `/workspace/needs/${n.needDraft}`, sees: ['enterprise'], otherwise: 404 }, ...gone('/workspace/needs/:id')],
    '/workspace/needs/:id/edit': [{ address: `/workspace/needs/${n.needDraft}/edit`, sees: ['enterprise'], otherwise: 404 }, { address: `/workspace/needs/${n.need}/edit`, sees: ['enterprise'], otherwise: 403 }],
    '/workspace/needs/:id/check': [{ address: `/workspace/needs/${n.needDraft}/check`, sees: ['enterprise'], otherwise: 404 }],
    '/workspace/needs/:id/choose': [{ address: `/workspace/needs/${n.need}/choose`, sees: ['enterprise', ...staff], otherwise: 403 }, { address: `/workspace/needs/${n.needDraft}/choose`, sees: ['enterprise', ...staff], otherwise: 404 }],
    '/workspace/scenarios': [{ address: '/workspace/scenarios', sees: ['publisher', 'otherPublisher', ...staff], otherwise: 403 }],
    '/workspace/scenarios/new': [{ address: '/workspace/scenarios/new', sees: ['publisher', 'otherPublisher', ...staff], otherwise: 403 }],
    '/workspace/scenarios/:id': [{ address: `/workspace/scenarios/${n.scenario}`, sees: ['publisher', ...staff], otherwise: 403 }, { address: `/workspace/scenarios/${n.scenarioDraft}`, sees: ['publisher', ...staff], otherwise: 404 }, ...gone('/workspace/scenarios/:id')],
    '/workspace/scenarios/:id/edit': [{ address: `/workspace/scenarios/${n.scenarioDraft}/edit`, sees: ['publisher', ...staff], otherwise: 404 }],
    '/workspace/scenarios/:id/choose': [{ address: `/workspace/scenarios/${n.scenario}/choose`, sees: ['publisher', ...staff], otherwise: 403 }, { address: `/workspace/scenarios/${n.scenarioDraft}/choose`, sees: ['publisher', ...staff], otherwise: 404 }],
    '/workspace/applications': [{ address: '/workspace/applications' }],
    '/workspace/applications/:id': [{ address: `/workspace/applications/${n.application}`, sees: ['researcher', 'enterprise', 'broker', ...staff], otherwise: 404 }, { address: `/workspace/applications/${n.applicationDraft}`, sees: ['otherResearcher'], otherwise: 404 }, ...gone('/workspace/applications/:id')],
    '/workspace/applications/:id/edit': [{ address: `/workspace/applications/${n.applicationDraft}/edit`, sees: ['otherResearcher'], otherwise: 404 }],
    '/workspace/applications/:id/check': [{ address: `/workspace/applications/${n.applicationDraft}/check`, sees: ['otherResearcher'], otherwise: 404 }],
    '/workspace/matches': [{ address: '/workspace/matches' }],
    '/workspace/matches/:id': [{ address: `/workspace/matches/${n.match}`, sees: ['enterprise', 'researcher', ...staff], otherwise: 404 }, ...gone('/workspace/matches/:id')],
    '/workspace/contracts': [{ address: '/workspace/contracts' }],
    '/workspace/contracts/new': [{ address: '/workspace/contracts/new', sees: ['enterprise', 'otherEnterprise', 'researcher', 'otherResearcher', 'institute', 'otherInstitute', 'publisher', 'otherPublisher'], otherwise: 403 }],
    '/workspace/contracts/:id': [{ address: `/workspace/contracts/${n.contract}`, sees: ['enterprise', 'institute', ...staff], otherwise: 404 }, { address: `/workspace/contracts/${n.contractDraft}`, sees: ['enterprise', 'institute'], otherwise: 404 }, ...gone('/workspace/contracts/:id')],
    '/workspace/contracts/:id/edit': [{ address: `/workspace/contracts/${n.contractDraft}/edit`, form: 'intent=draft', sees: ['enterprise', 'institute'], otherwise: 404 }],
    '/workspace/contracts/:id/check': [{ address: `/workspace/contracts/${n.contractDraft}/check`, sees: ['enterprise', 'institute'], otherwise: 404 }],
    '/workspace/organisation': [{ address: '/workspace/organisation' }],
    '/workspace/organisation/new': [{ address: '/workspace/organisation/new' }],
    '/workspace/organisation/:id': [{ address: `/workspace/organisation/${n.enterprise}`, sees: ['enterprise', ...staff], otherwise: 404 }, { address: `/workspace/organisation/${n.institute}`, sees: ['institute', ...staff], otherwise: 403 }, ...gone('/workspace/organisation/:id')],
    '/workspace/organisation/:id/edit': [{ address: `/workspace/organisation/${n.enterprise}/edit`, sees: ['enterprise', ...staff], otherwise: 404 }],
    '/workspace/organisation/:id/people': [{ address: `/workspace/organisation/${n.institute}/people`, sees: ['institute', ...staff], otherwise: 403 }, ...gone('/workspace/organisation/:id/people')],
    '/workspace/organisation/:id/people/new': [{ address: `/workspace/organisation/${n.institute}/people/new`, sees: ['institute'], otherwise: 403 }],
    '/workspace/organisation/:id/people/:person': [unsettled(`/workspace/organisation/${n.institute}/people/${n.expert}`)],
    '/workspace/members': [unsettled('/workspace/members')],
    '/workspace/members/:id': [{ address: `/workspace/members/${n.enterprise}`, sees: ['enterprise', ...staff], otherwise: 404 }, ...gone('/workspace/members/:id')],
    '/workspace/profile': [{ address: '/workspace/profile' }],
    '/workspace/profile/edit': [{ address: '/workspace/profile/edit' }],
    '/workspace/achievements': [{ address: '/workspace/achievements' }],
    '/workspace/achievements/new': [unsettled('/workspace/achievements/new')],
    '/workspace/achievements/:id/edit': [{ address: `/workspace/achievements/${n.achievement}/edit`, sees: ['institute', 'researcher', ...staff], otherwise: 403 }, { address: `/workspace/achievements/${n.achievementDraft}/edit`, sees: ['institute', ...staff], otherwise: 404 }],
    '/workspace/broker': [{ address: '/workspace/broker' }],
    '/workspace/broker/edit': [{ address: '/workspace/broker/edit' }],

    '/bureau': [{ address: '/bureau' }],
    '/bureau/needs': [{ address: '/bureau/needs' }],
    '/bureau/needs/:id': [{ address: `/bureau/needs/${n.need}` }, missing('/bureau/needs/:id', n.needDraft), ...gone('/bureau/needs/:id')],
    '/bureau/scenarios': [{ address: '/bureau/scenarios' }],
    '/bureau/scenarios/:id': [{ address: `/bureau/scenarios/${n.scenarioDraft}` }, ...gone('/bureau/scenarios/:id')],
    '/bureau/applications': [{ address: '/bureau/applications' }],
    '/bureau/matches': [{ address: '/bureau/matches' }, { address: '/bureau/matches?state=x&from=y&kind=person&field=transport&broker=without&pinned=on' }],
    '/bureau/matches/report': [{ address: '/bureau/matches/report' }],
    '/bureau/matches/run': [{ address: '/bureau/matches/run' }],
    '/bureau/matches/report.csv': [{ address: '/bureau/matches/report.csv' }],
    '/bureau/matches/new': [{ address: '/bureau/matches/new' }, { address: `/bureau/matches/new?target=${n.need}&q=%E4%BD%8E%E7%85%A7%E5%BA%A6&type=achievement` }],
    '/bureau/matches/:id': [{ address: `/bureau/matches/${n.match}` }, ...gone('/bureau/matches/:id')],
    '/bureau/contracts': [{ address: '/bureau/contracts' }, { address: '/bureau/contracts?field=%00&from=x' }],
    '/bureau/contracts.xlsx': [{ address: '/bureau/contracts.xlsx?field=electronics' }],
    '/bureau/contracts.csv': [{ address: '/bureau/contracts.csv' }, { address: '/bureau/contracts.csv?field=%00&from=x' }],
    '/bureau/contracts/alike': [{ address: '/bureau/contracts/alike' }, { address: '/bureau/contracts/alike?page=x' }],
    '/bureau/contracts/import': [{ address: '/bureau/contracts/import' }, { address: '/bureau/contracts/import?page=0' }],
    '/bureau/contracts/import/:id': [{ address: `/bureau/contracts/import/${n.contractTable}`, form: 'intent=mend' }, ...gone('/bureau/contracts/import/:id')],
    '/bureau/contracts/template.xlsx': [{ address: '/bureau/contracts/template.xlsx' }],
    '/bureau/contracts/template.csv': [{ address: '/bureau/contracts/template.csv' }],
    '/bureau/contracts/:id': [{ address: `/bureau/contracts/${n.contract}` }, missing('/bureau/contracts/:id', n.contractDraft), ...gone('/bureau/contracts/:id')],
    '/bureau/organisations': [{ address: '/bureau/organisations' }],
    '/bureau/organisations/:id': [{ address: `/bureau/organisations/${n.enterprise}` }, ...gone('/bureau/organisations/:id')],
    '/bureau/brokers': [{ address: '/bureau/brokers' }],
    '/bureau/brokers/:id': [{ address: `/bureau/brokers/${n.broker}` }, ...gone('/bureau/brokers/:id')],
    '/bureau/accounts': [{ address: '/bureau/accounts' }],
    '/bureau/accounts/:id': [{ address: `/bureau/accounts/${n.account}` }, ...gone('/bureau/accounts/:id')],
    '/bureau/targets': [{ address: '/bureau/targets' }],
    '/bureau/settings': [{ address: '/bureau/settings' }],
    '/bureau/settings/lists': [{ address: '/bureau/settings/lists' }],
    '/bureau/settings/calendar': [{ address: '/bureau/settings/calendar' }],
    '/bureau/settings/words': [{ address: '/bureau/settings/words' }, { address: '/bureau/settings/words?q=%E8%87%AA%E5%8A%A8' }],
    '/bureau/audit': [{ address: '/bureau/audit' }],
    '/bureau/jobs': [{ address: '/bureau/jobs' }],
  }
}
