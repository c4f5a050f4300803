import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reindex } from '~/cli/reindex'
import { requestReset, register, resetPassword, signIn } from '~/domain/auth/service.server'
import { closeDb, db } from '~/domain/kernel/db.server'
import { visitor as nobody } from '~/domain/kernel/actor'
import { env, setEnv } from '~/env.server'
import { drain } from '#tests/support/drain'
import { make, password } from '#tests/support/factories'
import { mailsTo } from '#tests/support/mailbox'
import { startPortal, type Portal } from '#tests/support/portal'
import { refusal } from '#tests/support/refusal'
import { Visitor } from '#tests/support/visitor'
import { canary, makeWorld, type Person, type World } from '#tests/support/forms-world'

let portal: Portal
let world: World

beforeAll(async () => {
  portal = await startPortal({
    prepare: async (values) => {
      setEnv(values)
      world = await makeWorld()
      await drain()
      await reindex()
      await closeDb()
    },
  })
  setEnv(portal.values)
})
afterAll(async () => {
  await closeDb()
  await portal.stop()
})

async function signedIn(as: Person): Promise<Visitor> {
  const one = new Visitor(portal.url)
  await one.signIn(world.people[as].email)
  return one
}

/** A request line as no browser sends it. */
function raw(line: string, headers: Record<string, string> = {}): Promise<string> {
  const { hostname, port, host } = new URL(portal.url)
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname, () => socket.write(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`))
    let said = ''
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')))
    socket.on('end', () => done(said)).on('error', fail)
  })
}

describe('addresses of nonsense', () => {
  const long = 'x'.repeat(7_000)
  const ids = ['%00', '..%2f', '%E0%A4%A', '%', '%ff', long, '__proto__', "'%20OR%201=1--", '%F0%9F%98%80', '0', '01910000-0000-7000-8000-00000000000g', '01910000-0000-7000-8000-000000000000']
  const records = ['/needs/:id', '/needs/:id/apply', '/needs/:id/confidential', '/scenarios/:id', '/experts/:id', '/achievements/:id', '/institutes/:id', '/brokers/:id', '/workspace/needs/:id', '/workspace/needs/:id/edit', '/workspace/contracts/:id', '/workspace/applications/:id', '/workspace/matches/:id', '/workspace/organisation/:id', '/workspace/organisation/:id/people/:id', '/workspace/members/:id', '/workspace/achievements/:id/edit', '/bureau/needs/:id', '/bureau/contracts/:id', '/bureau/accounts/:id', '/bureau/matches/:id', '/bureau/brokers/:id', '/bureau/organisations/:id', '/bureau/scenarios/:id', '/api/v1/needs/:id', '/api/v1/scenarios/:id']

  it('find nothing, in words', async () => {
    const who = await signedIn('administrator')
    for (const record of records) for (const id of ids) {
      const { status, text } = await who.ask(record.replaceAll(':id', id))
      expect(`${record} ${id.slice(0, 40)} ${status}`).toBe(`${record} ${id.slice(0, 40)} 404`)
      expect(text).toContain('没有您要找的内容')
    }
  }, 120_000)

  it.each(['//', '//evil.example/x', '/en//evil.example/x', '/\\evil.example', 'http://', '*', '/%2e%2e/%2e%2e/etc/passwd', '/assets/%E0%A4%A', '/assets/..%2f..%2fpackage.json', '/?_data=nonsense', '/?_data=routes/bureau._index', '/needs?index&index', `/?${'a=1&'.repeat(3000)}`])('%.40s', async (path) => {
    const said = await raw(`GET ${path}`)
    expect(said).toMatch(/^HTTP\/1\.1 (200|30\d|4\d\d) /)
    expect(said).not.toMatch(/node_modules|\bat [\w.]+ \(|"yongchuanghui"/)
    expect(said).not.toMatch(/(href|action|src)="(https?:)?\/\/evil/)
  })

  const lists = ['/', '/needs', '/scenarios', '/search', '/achievements', '/experts', '/institutes', '/brokers', '/statistics', '/statistics.csv', '/workspace', '/workspace/contracts', '/workspace/contracts/new', '/workspace/achievements', '/bureau', '/bureau/contracts', '/bureau/organisations', '/bureau/brokers', '/bureau/accounts', '/bureau/applications', '/bureau/matches', '/bureau/audit', '/bureau/settings', '/bureau/settings/lists', '/bureau/targets', '/login', '/register', '/confirm', '/reset-password', '/api/v1/needs', '/api/v1/search']
  const names = ['q', 'page', 'year', 'quarter', 'from', 'to', 'by', 'sort', 'state', 'field', 'area', 'target', 'before', 'entity', 'actor', 'done', 'changed', 'token', 'application', 'match', 'cursor', 'limit', 'type', 'party', 'region', 'broker', 'kind']
  const values = ['-1', '1e309', '99999999999999999999', '%00', '%E0%A4%A', '0000-01-01', '2026-02-30', '__proto__', '%22%3E%3Cscript%3Ealert(1)%3C/script%3E', 'x'.repeat(300)]
  it('take any query', async () => {
    const who = await signedIn('administrator')
    for (const list of lists) for (const query of [...values.map((value) => names.map((name) => `${name}=${value}`).join('&')), names.map((name) => `${name}[a][b]=1&${name}[]=2`).join('&'), '%E0%A4%A=%&=&&&']) {
      const { status, text } = await who.ask(`${list}?${query}`)
      expect(status, `${list}?${query.slice(0, 80)}`).toBeLessThan(500)
      expect(text).not.toContain('<script>alert')
    }
  }, 120_000)
})

describe('a way to another site', () => {
  const evil = ['//evil.example', '/\\evil.example', '\\\\evil.example', 'https://evil.example', '/\t/evil.example', '/\n/evil.example', '/%09/evil.example', '/..//evil.example', '/.//evil.example', '/en//evil.example', '/en/..//evil.example', 'javascript:alert(1)', '/需求', ' //evil.example']
  const leaves = (location: string | null) => new URL(location ?? '/', portal.url).origin !== portal.url

  it.each(evil)('%j is none at log-in, log-out and preferences', async (to) => {
    const { email } = world.people.bystander
    for (const path of ['/login', '/logout', '/preferences', '/en/login', '/en/logout', '/en/preferences']) {
      const answer = await new Visitor(portal.url).post(path, { email, password, to, theme: 'dark' })
      expect([path, answer.status, leaves(answer.location)]).toEqual([path, 303, false])
    }
    const signed = await signedIn('bystander')
    expect(leaves((await signed.ask(`/login?to=${encodeURIComponent(to)}`)).location)).toBe(false)
  })
})

describe('a session', () => {
  it('has a new name at log-in, whatever name was brought, and none after log-out', async () => {
    const { email } = world.people.spare
    const first = new Visitor(portal.url)
    await first.signIn(email)
    const stolen = first.cookie
    const answer = await first.signIn(email)
    expect(first.cookie).not.toBe(stolen)
    const old = new Visitor(portal.url)
    old.cookie = stolen
    expect((await old.ask('/account')).status).toBe(302)
    const [set] = answer.headers.getSetCookie()
    expect(set).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
    old.cookie = first.cookie
    expect((await old.ask('/account')).status).toBe(200)
    await first.post('/logout', { to: '/' })
    expect((await old.ask('/account')).status).toBe(302)
  })

  it('is none that somebody signed themselves', async () => {
    const forged = new Visitor(portal.url)
    for (const cookie of ['session=eyJhIjoxfQ%3D%3D.x', 'session=', 'session=%00', `session=${'x'.repeat(4000)}`, 'session=%E0%A4%A', 'display=%E0%A4%A; session=[]']) {
      forged.cookie = cookie
      expect((await forged.ask('/account')).status, cookie).toBe(302)
    }
  })
})

describe('who has an account', () => {
  it('is told by no answer of registering or forgetting', async () => {
    const { email } = world.people.stranger
    for (const [path, more] of [['/register', { name: '向晚晴', password: 'a long enough pass', terms: 'on' }], ['/forgot-password', {}]] as const) {
      const answers = await Promise.all([email, 'nobody.attacks@example.com'].map((address) => new Visitor(portal.url).post(path, { email: address, ...more })))
      expect(answers.map(({ status, location, text }) => [status, location, text])).toEqual([0, 1].map(() => [303, `${path}?done=sent`, '']))
    }
  })

  it('does not let one address be mailed without end', async () => {
    const register = (n: number) => new Visitor(portal.url).post('/register', { email: 'flooded.attacks@example.com', name: `向晚晴${n}`, password: 'a long enough pass', terms: 'on' })
    const statuses: number[] = []
    for (let n = 0; n < 7; n++) statuses.push((await register(n)).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429])
  })

  it.each(['看 http://evil.example', 'evil.com 领奖', 'x@evil.example', 'www.evil', 'ｅｖｉｌ．ｃｏｍ'])('is not greeted by %s in a mail', async (name) => {
    expect((await refusal(register(nobody, { email: 'greeted.attacks@example.com', name, password: 'a long enough pass', terms: 'on' }))).errors.map(({ path, message }) => [path, message.key])).toEqual([['name', 'register.name_link']])
  })

  it('registers an address once, however many come at the same moment', async () => {
    const form = { email: 'atonce.attacks@example.com', name: '向晚晴', password: 'a long enough pass', terms: 'on' }
    const answers = await Promise.all(Array.from({ length: 6 }, () => register(nobody, form)))
    expect(answers).toEqual(Array.from({ length: 6 }, () => undefined))
    expect(await db().account.count({ where: { email: form.email } })).toBe(1)
    await drain()
    const mails = await mailsTo(form.email)
    expect(mails.filter(({ text }) => text.includes('/confirm?token='))).toHaveLength(1)
    // Two refused in the same millisecond share a mail: all say the same.
    const told = mails.filter(({ text }) => text.includes('/forgot-password'))
    expect(told.length).toBeGreaterThan(0)
    expect(told.length + 1).toBe(mails.length)
  })
})

describe('limits', () => {
  it('believe no forwarded address without a proxy that is trusted', async () => {
    await db().rateLimiterFlexible.deleteMany({})
    for (let n = 0; n < 21; n++) await new Visitor(portal.url, `203.0.113.${n}`).post('/login', { email: `u${n}.attacks@example.com`, password: 'wrong password' })
    const { status } = await new Visitor(portal.url, '203.0.113.200').post('/login', { email: 'last.attacks@example.com', password: 'wrong password' })
    expect(status).toBe(429)
    await db().rateLimiterFlexible.deleteMany({})
  })
})

describe('a link that sets a password', () => {
  it('works for its own account alone, once', async () => {
    const [one, other] = [await make.stranger(), await make.stranger()]
    await requestReset(nobody, { email: one.email })
    await drain()
    const token = /token=([\w-]+)/.exec((await mailsTo(one.email)).at(-1)?.text ?? '')?.[1] ?? ''
    await resetPassword(nobody, { token, password: 'a new long password', email: other.email, accountId: other.actor.accountId })
    const from = { address: '192.0.2.77', userAgent: null, now: new Date() }
    await signIn({ email: one.email, password: 'a new long password' }, from)
    await signIn({ email: other.email, password }, from)
    expect((await refusal(resetPassword(nobody, { token, password: 'yet another password' }))).said.key).toBe('reset.link_spent')
  })
})

describe('a form of another site', () => {
  it.each([[{ Origin: 'null' }], [{ Origin: 'https://evil.example' }], [{ Origin: '' }], [{ Origin: 'http://127.0.0.1' }], [{ Origin: 'https://evil.example', 'X-HTTP-Method-Override': 'GET' }]])('%j changes nothing', async (headers) => {
    const who = await signedIn('owner')
    const answer = await who.post('/account', { intent: 'profile', name: '别人改的', locale: 'zh-CN', version: 1 }, headers as unknown as Record<string, string>)
    expect(answer.status).toBe(403)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
    expect((await db().account.findUniqueOrThrow({ where: { email: world.people.owner.email } })).name).not.toBe('别人改的')
  })
})

describe('fields that no form has', () => {
  it('are not written', async () => {
    const who = await signedIn('owner')
    const { people, draft, absent } = world
    const before = await db().need.findUniqueOrThrow({ where: { id: draft.id } })
    await who.post(`/workspace/needs/${draft.number}/edit`, { intent: 'save', title: '茶叶杀青温度在线监测与调控', version: before.version, state: 'published', sample: 'on', createdById: absent, organisationId: world.foreign, number: 'XQ-2026-9999', publishedAt: '2026-01-01', id: absent })
    const after = await db().need.findUniqueOrThrow({ where: { id: draft.id } })
    expect(after).toMatchObject({ title: '茶叶杀青温度在线监测与调控', state: before.state, sample: before.sample, createdById: before.createdById, organisationId: before.organisationId, number: before.number, publishedAt: before.publishedAt, version: before.version + 1 })
    const account = await db().account.findUniqueOrThrow({ where: { email: people.owner.email } })
    await who.post('/account', { intent: 'profile', name: '向晚晴', locale: 'zh-CN', version: account.version, email: 'evil@example.com', passwordHash: 'x', role: 'administrator', disabledAt: '', emailConfirmedAt: '' })
    expect(await db().account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({ email: account.email, passwordHash: account.passwordHash, disabledAt: null, name: '向晚晴' })
  })
})

describe('the confidential part of a need', () => {
  it('is read by its owner and nobody else, and stands nowhere', async () => {
    const { need, race } = world
    const pages = ['/', '/needs', `/needs/${need.number}`, `/needs/${need.number}/confidential`, `/needs/${need.number}/apply`, `/needs/${need.number}?_data=routes%2Fneeds.%24id._index`, `/workspace/needs/${need.number}`, `/workspace/needs/${need.number}/edit`, `/workspace/needs/${race.number}/choose`, `/bureau/needs/${need.number}`, `/workspace/matches/${world.match.id}`, `/bureau/matches/${world.match.id}`, `/workspace/applications/${world.judged.number}`, '/bureau/audit', `/search?q=${encodeURIComponent(canary)}`, `/api/v1/needs/${need.number}`, '/api/v1/needs', '/api/v1/search?q=%E8%8B%8D%E9%B9%AD']
    for (const as of ['administrator', 'reviewer', 'other', 'publisher', 'institute', 'researcher', 'winner', 'broker', 'stranger'] as const) {
      const who = await signedIn(as)
      for (const page of pages) expect([as, page, (await who.ask(page)).text.replaceAll(encodeURIComponent(canary), '').includes(page.startsWith('/search') ? `${canary}</mark>` : canary)]).toEqual([as, page, false])
    }
    const owner = await signedIn('owner')
    const opened = await owner.ask(`/needs/${need.number}/confidential`)
    expect(opened.text).toContain(canary)
    expect(opened.headers.get('Cache-Control')).toContain('no-store')
    expect((await owner.ask(`/workspace/needs/${need.number}/edit`)).text).toContain(canary)
  }, 120_000)

  it('is in no document, mail, job, audit row or kept version', async () => {
    await drain()
    const { MEILISEARCH_HOST, MEILISEARCH_API_KEY, MEILISEARCH_INDEX } = env()
    const documents = await (await fetch(`${MEILISEARCH_HOST}/indexes/${MEILISEARCH_INDEX}/documents?limit=1000`, { headers: { Authorization: `Bearer ${MEILISEARCH_API_KEY}` } })).text()
    expect(documents).toContain(world.need.number)
    expect(documents).not.toContain('苍鹭')
    const rows = await Promise.all([db().auditEntry.findMany(), db().mail.findMany(), db().textVersion.findMany(), db().transition.findMany(), db().match.findMany(), db().$queryRaw`SELECT payload FROM graphile_worker._private_jobs`])
    expect(JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('苍鹭')
    for (const { email } of Object.values(world.people)) for (const { raw: mail, text } of await mailsTo(email)) expect(`${mail}${text}`).not.toContain('苍鹭')
  })
})

describe('headers', () => {
  it.each(['/', '/needs/none', '/workspace', '/api/v1/needs', '/api/v1/needs/none', '/readyz', '/healthz', '/favicon.svg', '/statistics.csv', '/sitemap.xml', '/no/such/page', '/needs/%E0%A4%A'])('of safety are on %s', async (path) => {
    const { headers } = await new Visitor(portal.url).ask(path)
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('X-Powered-By')).toBeNull()
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('keep what is one reader’s own out of shared caches', async () => {
    const who = await signedIn('administrator')
    for (const path of ['/', '/account', '/workspace', '/bureau', '/bureau/accounts', '/bureau/audit', '/needs', `/needs/${world.need.number}`, '/api/v1/needs', '/api/v1/needs/none', '/statistics.csv', '/login', '/no/such/page']) expect([path, (await who.ask(path)).headers.get('Cache-Control')]).toEqual([path, expect.stringMatching(/private|no-store/)])
    expect((await who.post('/preferences', { theme: 'dark', to: '/' })).headers.get('Cache-Control')).toBe('no-store')
    expect((await new Visitor(portal.url).ask('/workspace')).headers.get('Cache-Control')).toBe('no-store')
  })
})

describe('a body that is too large or has no length', () => {
  it('is not read', async () => {
    const who = new Visitor(portal.url)
    expect(await who.send('/preferences', `to=/&x=${'x'.repeat(3_000_000)}`)).toMatchObject({ status: 413, text: expect.stringContaining('太大') })
    expect((await raw('POST /preferences', { Origin: portal.url, 'Transfer-Encoding': 'chunked', 'Content-Type': 'application/x-www-form-urlencoded' })).slice(0, 12)).toBe('HTTP/1.1 411')
  })
})

describe('two at once', () => {
  const words = (text: string) => /role="alert"[^]*?<\/div>/.exec(text)?.[0].replace(/<[^>]+>/g, '') ?? ''

  it('who decide on one need: one does, the other reads what it is now', async () => {
    const { waiting } = world
    const [one, other] = [await signedIn('reviewer'), await signedIn('administrator')]
    const answers = await Promise.all([one.post(`/bureau/needs/${waiting.number}`, { intent: 'publish' }), other.post(`/bureau/needs/${waiting.number}`, { intent: 'return', reason: '请补充验收方法' })])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const late = answers.find(({ status }) => status === 409)
    expect(words(late?.text ?? '')).toMatch(/现在是「(征集中|退回修改)」/)
    expect(await db().transition.count({ where: { entity: 'need', entityId: waiting.id, fromState: 'submitted' } })).toBe(1)
  })

  it('who press the same button: it is pressed once', async () => {
    const { application } = world
    const who = await signedIn('applicant')
    const answers = await Promise.all([1, 2, 3].map(() => who.post(`/workspace/applications/${application.number}/check`, { intent: 'submit' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
    for (const { status, text } of answers) if (status === 409) expect(text).toContain('请刷新页面，看看最新的状态')
    expect(await db().transition.count({ where: { entity: 'application', toState: 'submitted', entityId: (await db().application.findUniqueOrThrow({ where: { number: application.number } })).id } })).toBe(1)
  })
})
