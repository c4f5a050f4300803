import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '~/domain/kernel/db.server'
import { setEnv } from '~/env.server'
import { formsOf, type Form } from '#tests/support/forms'
import { faultOf } from '#tests/support/answers'
import { wrongBodies, wrongValues, wrongVersions, type Wrong } from '#tests/support/nonsense'
import { startPortal, type Portal } from '#tests/support/portal'
import { Visitor, fieldsOf, type Answer, type Values } from '#tests/support/visitor'
import { makeWorld, type Person, type World } from '#tests/support/forms-world'

let portal: Portal
let world: World
let forms: Record<string, Form[]>
const visitors = new Map<Person, Visitor>()
let asked = 0
/** Everyone sends from an address of their own, so that the limits of one sender are not met by the forms before. */
const address = () => `198.${51 + (asked >> 16)}.${(++asked >> 8) % 256}.${asked % 256}`

beforeAll(async () => {
  portal = await startPortal({
    more: { TRUST_PROXY: 'loopback', WORKER: 'off' },
    prepare: async (values) => {
      setEnv(values)
      world = await makeWorld()
      await closeDb()
    },
  })
  setEnv(portal.values)
  forms = await formsOf(world)
})
afterAll(async () => {
  await closeDb()
  await portal.stop()
})

async function visitor(as: Person | undefined): Promise<Visitor> {
  const known = as && visitors.get(as)
  if (known) return known.from(address())
  const fresh = new Visitor(portal.url, address())
  if (!as) return fresh
  await fresh.signIn(world.people[as].email)
  visitors.set(as, fresh)
  return fresh
}

async function sent(form: Form, { body, type }: Omit<Wrong, 'what'>): Promise<Answer> {
  const who = await visitor(form.as)
  await form.again?.()
  const answer = await who.send(form.path, body, type)
  // A form may end the session or change its name.
  if (form.as && answer.headers.getSetCookie().length > 0) visitors.delete(form.as)
  return answer
}

/** Whether this request left a row: every change leaves one in the audit trail. A wrong password is noted, and changes nothing. */
const wrote = (answer: Answer) => db().auditEntry.count({ where: { requestId: answer.headers.get('X-Request-Id') ?? '', operation: { not: { in: ['auth.change_password_wrong'], endsWith: '_again' } } } }).then((count) => count > 0)

type Case = { form: Form; wrong: Wrong; kept?: string[]; untaken?: boolean }

/** Forms of the same records wait for each other: no form finds a state that another one left a moment ago. */
function laneOf({ path }: Form): string {
  const [area = 'people'] = /import|contracts|scenarios|settings|targets|needs|applications|matches|search|unsubscribe/.exec(path) ?? []
  if (area === 'unsubscribe') return 'search'
  return area === 'applications' || area === 'matches' ? 'needs' : area
}

/** Sends all of them, and answers what was not as it should be. */
async function faultsOf(cases: Case[]): Promise<string[]> {
  const found: string[] = []
  const lanes = new Map<string, Case[]>()
  for (const one of cases) lanes.set(laneOf(one.form), [...(lanes.get(laneOf(one.form)) ?? []), one])
  await Promise.all([...lanes.values()].map(async (lane) => {
    for (const { form, wrong, kept = [], untaken } of lane) {
      const answer = await sent(form, wrong)
      const fault = faultOf(answer, await wrote(answer), kept) ?? (untaken && answer.status < 400 && (await wrote(answer)) ? 'was taken' : null)
      if (fault) found.push(`${form.path} ${form.intent ?? ''} with ${wrong.what}: ${fault}`)
    }
  }))
  return found
}

const all = () => Object.entries(forms).flatMap(([id, list]) => list.map((form) => ({ id, form })))

async function valuesOf({ values = {}, intent, version, versionAt }: Form): Promise<Values> {
  const typed: Values = { ...values, ...(intent !== undefined && { intent }) }
  if (!version) return typed
  if (!versionAt) return { ...typed, version: await version() }
  const [scope = ''] = versionAt.split('[')
  return { ...typed, [scope]: { ...(typed[scope] as Values), version: await version() } }
}

const type = 'application/x-www-form-urlencoded'
const bodyOf = (values: Values | [string, string][]) => new URLSearchParams(Array.isArray(values) ? values : fieldsOf(values as Values)).toString()

describe('the table of forms', () => {
  it('knows every action of the build', async () => {
    const build = (await import(new URL('../../build/server/index.js', import.meta.url).href)) as { routes: Record<string, { id: string; module: { action?: unknown } }> }
    const actions = Object.values(build.routes).filter(({ module }) => module.action).map(({ id }) => id.replace(/^routes\//, ''))
    expect(actions.filter((id) => !forms[id]).map((id) => `app/routes/${id}.tsx takes a form that no test knows: add '${id}' with a right example to tests/support/forms.ts`)).toEqual([])
    expect(Object.keys(forms).filter((id) => !actions.includes(id)).map((id) => `'${id}' in tests/support/forms.ts takes no form any more: take its entry out`)).toEqual([])
  })

  it('has right examples, each of which is taken', async () => {
    const faults: string[] = []
    for (const { id, form } of all()) {
      const { status, text } = await sent(form, { body: bodyOf(await valuesOf(form)), type })
      const taken = status === 303 || (status === 200 && id.startsWith('workspace.contracts.'))
      if (taken === (form.refused ?? false)) faults.push(`${id} ${form.intent ?? ''} answered ${status}: ${/role="alert".*/.exec(text)?.[0].replace(/<[^>]+>/g, ' ').slice(0, 300)}`)
    }
    expect(faults).toEqual([])
  })
})

describe('nonsense', () => {
  it('in a field, or in all of them, is refused in words that keep what was typed, and writes nothing', async () => {
    const cases = all().flatMap(({ form }) => {
      const values: Values = { ...form.values, ...(form.intent !== undefined && { intent: form.intent }) }
      return wrongValues(values).map((wrong) => ({ form, wrong, kept: form.refused ? [] : wrong.kept }))
    })
    expect(await faultsOf(cases)).toEqual([])
  }, 240_000)

  it('instead of a form is refused in words', async () => {
    const cases = await Promise.all(Object.values(forms).flatMap(([form]) => (form ? [form] : [])).map(async (form, index) => wrongBodies(await valuesOf({ ...form, version: undefined }), index % 10 === 0).map((wrong) => ({ form, wrong }))))
    expect(await faultsOf(cases.flat())).toEqual([])
  }, 240_000)

  it('as a version is a record that somebody changed meanwhile', async () => {
    const cases = await Promise.all(all().filter(({ form }) => form.version).map(async ({ form }) => {
      const pairs = fieldsOf(await valuesOf({ ...form, version: undefined }))
      return wrongVersions.map((version): Case => ({ form, wrong: { what: `version ${JSON.stringify(version)}`, body: bodyOf([...pairs, [form.versionAt ?? 'version', version]]), type }, untaken: true }))
    }))
    expect(await faultsOf(cases.flat())).toEqual([])
  }, 240_000)

  it('as a step decides nothing', async () => {
    const steps = ['', 'nonsense', '__proto__', 'constructor', '\u0000', 'add:area:x:y', 'x'.repeat(5000)]
    const deciding = all().filter(({ id, form }) => form.intent !== undefined && new Set(forms[id]?.map(({ intent }) => intent)).size > 1 && !['draft', 'find:seller'].includes(form.intent))
    const cases = await Promise.all(deciding.map(async ({ form }) => {
      const values = await valuesOf(form)
      return steps.map((intent): Case => ({ form, wrong: { what: `the step ${JSON.stringify(intent.slice(0, 20))}`, body: bodyOf({ ...values, intent }), type }, untaken: true }))
    }))
    expect(await faultsOf(cases.flat())).toEqual([])
  }, 240_000)
})

describe('a form sent twice at once', () => {
  it('is taken, or refused in words', async () => {
    const faults: string[] = []
    for (const { form } of all()) {
      const who = await visitor(form.as)
      await form.again?.()
      const body = bodyOf(await valuesOf(form))
      const answers = await Promise.all([1, 2].map(() => who.send(form.path, body)))
      if (form.as && answers.some(({ headers }) => headers.getSetCookie().length > 0)) visitors.delete(form.as)
      for (const answer of answers) {
        const fault = faultOf(answer, answer.status >= 400 && (await wrote(answer)), [])
        if (fault) faults.push(`${form.path} ${form.intent ?? ''}: ${fault}`)
      }
    }
    expect(faults).toEqual([])
  })
})
