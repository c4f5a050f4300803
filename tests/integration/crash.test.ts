import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeDb, db } from '~/domain/kernel/db.server'
import { setEnv } from '~/env.server'
import { reindex } from '~/cli/reindex'
import { approveScenario, createScenario, submitScenario } from '~/domain/scenarios/service.server'
import { searchPortal } from '~/domain/searching/service.server'
import { make, password } from '#tests/support/factories'
import { scenarioForm } from '#tests/support/factories-scenarios'
import { mailsTo } from '#tests/support/mailbox'
import { startPortal, type Portal } from '#tests/support/portal'
import { until } from '#tests/support/until'

let portal: Portal

beforeAll(async () => {
  portal = await startPortal({
    more: { WORKER: 'off' },
    prepare: async (values) => {
      setEnv(values)
      await reindex()
    },
  })
})
afterAll(async () => {
  await closeDb()
  await portal.stop()
})

/** Posts a form as a browser does, with the cookie of a session. */
async function post(path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return fetch(portal.url + path, { method: 'POST', redirect: 'manual', headers: { Origin: portal.url, Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString() })
}

it.each([1, 2, 3, 4, 5])('a kill between the click that publishes and the worker loses nothing, and mails once (%i)', async (round) => {
  const now = new Date()
  const publisher = await make.publisher()
  const reviewer = await make.reviewer()
  const title = `石笋山景区第 ${round} 号索道振动在线监测`
  const { id } = await createScenario(publisher.actor, scenarioForm(publisher.organisation.id, { title, year: String(2032 + round) }), { now })
  await submitScenario(publisher.actor, { id }, { now })
  await approveScenario(reviewer.actor, { id }, { now })

  const login = await post('/login', { email: reviewer.email, password })
  const cookie = login.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
  expect(cookie).toContain('session=')
  const published = await post(`/bureau/scenarios/${id}`, { intent: 'publish' }, cookie)
  expect(published.status).toBe(303)
  await portal.kill()
  expect((await mailsTo(publisher.email)).filter((mail) => mail.subject.includes(title))).toHaveLength(0)

  await portal.start({ WORKER: 'inline' })
  const { serial } = await db().scenario.findUniqueOrThrow({ where: { id } })
  await until(async () => (await searchPortal(new URLSearchParams({ q: title }), now)).result?.hits.some((hit) => hit.recordId === serial), 'the scenario in the index')
  await until(async () => (await db().mail.count({ where: { recipient: publisher.email, sentAt: null } })) === 0, 'the mail to go out')
  const mails = (await mailsTo(publisher.email)).filter((mail) => mail.subject.includes(serial ?? 'no serial'))
  expect(mails).toHaveLength(1)
  await portal.kill()
  await portal.start({ WORKER: 'off' })
})
