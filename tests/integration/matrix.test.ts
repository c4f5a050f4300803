import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reindex } from '~/cli/reindex'
import { closeDb } from '~/domain/kernel/db.server'
import { setEnv } from '~/env.server'
import type { Access } from '~/http/guard.server'
import { startPortal, type Portal } from '#tests/support/portal'
import { examplesOf, type Example } from '#tests/support/route-examples'
import { everyone, makeWorld, signInEveryone, type Who, type World } from '#tests/support/world'

type BuiltRoute = { id: string; parentId?: string; path?: string; module: { loader?: { access?: Access }; action?: { access?: Access } } }
type Route = { pattern: string; access: Access; acts: boolean }

/** Every route of the build with what it declares: a new one is covered, or fails for want of an example. */
async function routesOfBuild(): Promise<Route[]> {
  const { routes } = (await import(new URL('../../build/server/index.js', import.meta.url).href)) as { routes: Record<string, BuiltRoute> }
  const patternOf = (route: BuiltRoute): string => [route.parentId ? patternOf(routes[route.parentId] as BuiltRoute) : '', route.path ?? ''].filter(Boolean).join('/')
  return Object.values(routes).filter(({ id, module }) => id !== 'root' && module.loader).map((route) => ({ pattern: `/${patternOf(route)}`, access: route.module.loader?.access ?? 'administrator', acts: route.module.action !== undefined }))
}

/** Who may open a route of an access at all, and what the others get. */
function refusedAt(access: Access, who: Who): number | null {
  if (access === 'public') return null
  if (who === 'visitor') return 401
  const passes = access === 'signed_in' || who === 'administrator' || (access === 'staff' && who === 'reviewer')
  return passes ? null : 403
}

/** The statuses that are right. On a page a 401 is the way to the log-in page. */
function expectedOf({ access, pattern }: Route, example: Example, who: Who): number[] {
  const refused = refusedAt(access, who)
  if (refused) return [refused === 401 && !pattern.startsWith('/api/') ? 302 : refused]
  if (example.unsettled) return [200, 302, 303, 403, 404]
  return [example.only?.[who] ?? (example.sees && !example.sees.includes(who) ? (example.otherwise ?? 404) : (example.status ?? 200))]
}

const routes = await routesOfBuild()
let portal: Portal
let world: World
let cookies: Record<Who, string>

beforeAll(async () => {
  portal = await startPortal({
    prepare: async (values) => {
      setEnv(values)
      world = await makeWorld(new Date())
      await reindex()
      await closeDb()
    },
  })
  cookies = await signInEveryone(portal.url, world)
})
afterAll(() => portal.stop())

/** The work in `parallel` hands. */
async function each<T>(all: readonly T[], parallel: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  await Promise.all(Array.from({ length: parallel }, async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one)
  }))
}

describe('every route', () => {
  it('has an example', () => {
    const examples = examplesOf(world)
    const missing = routes.filter(({ pattern }) => !examples[pattern]?.length).map(({ pattern }) => `${pattern} has no example: add its line to the table of tests/support/route-examples.ts`)
    expect(missing).toEqual([])
  })

  it.each(everyone)('answers %s as its access and the record’s policy say', async (who) => {
    const examples = examplesOf(world)
    const wrong: string[] = []
    await each(routes.flatMap((route) => (examples[route.pattern] ?? []).filter(({ askedBy }) => !askedBy || askedBy.includes(who)).map((example) => ({ route, example }))), 4, async ({ route, example }) => {
      const response = await fetch(portal.url + example.address, { redirect: 'manual', headers: { Cookie: cookies[who] } })
      const body = await response.text()
      const expected = expectedOf(route, example, who)
      if (!expected.includes(response.status)) wrong.push(`${example.address} (${route.access}): ${response.status}, not ${expected.join('/')}`)
      const to = response.headers.get('Location')
      if (refusedAt(route.access, who) === 401 && response.status === 302 && to !== `/login?to=${encodeURIComponent(example.address)}`) wrong.push(`${example.address}: leads to ${to}`)
      // What is hidden must not be told by its error page either.
      if (response.status === 404 && body.includes('低照度障碍物识别与紧急制动')) wrong.push(`${example.address}: its 404 names the record`)
    })
    expect(wrong.sort()).toEqual([])
  })

  // A signed link that stops mails is posted by mail programs, without an Origin (see subscriptions.test.ts).
  it.each(routes.filter(({ acts, pattern }) => acts && pattern !== '/unsubscribe').map(({ pattern }) => pattern))('refuses a change of %s that comes from elsewhere', async (pattern) => {
    const address = examplesOf(world)[pattern]?.[0]?.address ?? pattern
    for (const headers of [{}, { Origin: 'null' }, { Origin: 'https://evil.example' }, { Origin: `${portal.url}.evil.example` }] as Record<string, string>[]) {
      const response = await fetch(portal.url + address, { method: 'POST', redirect: 'manual', headers: { Cookie: cookies.administrator, 'Content-Type': 'application/x-www-form-urlencoded', ...headers }, body: 'intent=delete' })
      expect(response.status, `${address} ${JSON.stringify(headers)}`).toBe(403)
    }
  })

  const changes = () => routes.filter(({ acts, pattern }) => acts && pattern !== '/logout').flatMap((route) => (examplesOf(world)[route.pattern] ?? []).filter(({ askedBy }) => !askedBy).map((example) => ({ route, example })))
  const change = async ({ address, form = 'intent=nothing' }: Example, who: Who) => {
    const response = await fetch(portal.url + address, { method: 'POST', redirect: 'manual', headers: { Origin: portal.url, Cookie: cookies[who], 'Content-Type': 'application/x-www-form-urlencoded' }, body: form })
    await response.text()
    return response.status
  }
  const mayChange = ({ access }: Route, { changedBy, sees }: Example, who: Who) => refusedAt(access, who) === null && (changedBy ?? sees ?? everyone).includes(who)

  it.each(everyone)('takes no change by %s of what is not theirs', async (who) => {
    const wrong: string[] = []
    await each(changes().filter(({ route, example }) => !mayChange(route, example, who)), 4, async ({ route, example }) => {
      const [status, refused] = [await change(example, who), refusedAt(route.access, who)]
      const right = refused === 403 ? status === 403 : who === 'visitor' ? [302, 404].includes(status) : [403, 404].includes(status)
      if (!right) wrong.push(`POST ${example.address} (${route.access}): ${status}`)
    })
    expect(wrong.sort()).toEqual([])
  })

  // Last, since these forms are taken: they change the records.
  it.each(everyone)('does not break over an empty form of %s', async (who) => {
    const wrong: string[] = []
    await each(changes().filter(({ route, example }) => mayChange(route, example, who)), 4, async ({ example }) => {
      const status = await change(example, who)
      if (status >= 500) wrong.push(`POST ${example.address}: ${status}`)
    })
    expect(wrong.sort()).toEqual([])
  })

  it('answers 404 or 405, never 500, to a method it does not know', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(`${portal.url}/needs`, { method, redirect: 'manual', headers: { Origin: portal.url } })
      expect([404, 405], method).toContain(response.status)
    }
  })
})
