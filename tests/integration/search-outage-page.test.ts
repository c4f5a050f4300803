import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { searchClient } from '#search/client'
import { waitForTask } from '#search/index-writer'
import { closeDb } from '~/domain/kernel/db.server'
import { setEnv } from '~/env.server'
import { reindex } from '~/jobs/reindex'
import { nothingDue } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { publishedScenario } from '#tests/support/factories-scenarios'
import { startProxy, type Proxy } from '#tests/support/meilisearch-proxy'
import { startPortal, type Portal } from '#tests/support/portal'
import { until } from '#tests/support/until'

/* The portal as people see it, with its own worker, while its Meilisearch hangs, is away, and comes back with nothing. */

const notice = '以下结果直接查自数据库'
let portal: Portal
let proxy: Proxy

beforeAll(async () => {
  proxy = await startProxy(inject('services').meilisearchHost)
  portal = await startPortal({
    prepare: async (values) => {
      values.MEILISEARCH_HOST = proxy.url
      setEnv(values)
      const [publisher, reviewer] = [await make.publisher(), await make.reviewer()]
      for (const title of ['科技生态新城夜间自动驾驶环卫作业', '茶叶杀青余热回收']) await publishedScenario(publisher, reviewer.actor, { title })
      await reindex()
    },
  })
})
afterAll(async () => {
  await closeDb()
  await portal.stop()
  await proxy.stop()
})

const get = (path: string) => fetch(portal.url + path)
const text = async (path: string) => (await get(path)).text()
type Answer = { source: string; total: number; data: { title: string }[]; facets: Record<string, { value: string; count: number }[]> }
const api = async (query = '') => (await get(`/api/v1/search${query}`)).json() as Promise<Answer>
const readyParts = async () => (await (await get('/readyz')).json()) as { ready: boolean; parts: Record<string, { state: string }> }

it('shows results within a second while Meilisearch hangs, says where they come from, and is not ready', async () => {
  // Its worker shares the process and is busy with what was published; a search that is late on a busy machine is answered by the database too.
  await until(nothingDue, 'the worker to be done')
  await until(async () => !(await text('/search?q=自动驾驶')).includes(notice), 'the index to serve')
  expect(await text('/en/search?q=自动驾驶')).not.toContain('database')
  const healthy = await api()
  expect(healthy).toMatchObject({ source: 'index', total: 2 })

  proxy.set('hang')
  const started = performance.now()
  const html = await text('/search?q=自动驾驶')
  expect(performance.now() - started).toBeLessThan(1_000)
  expect(html).toContain(notice)
  expect(html).toMatch(/href="\/scenarios\/2026-04-\d{3}"/)
  expect(html).toContain('<mark>自动驾驶</mark>')
  expect(await text('/en/search?sort=closes')).toContain('straight from the database')
  expect(await api()).toEqual({ ...healthy, source: 'database' })
  for (const path of ['/', '/needs', '/scenarios']) expect((await get(path)).status).toBe(200)
  const ready = await get('/readyz')
  expect(ready.status).toBe(503)
  expect(await readyParts()).toMatchObject({ ready: false, parts: { postgresql: { state: 'up' }, meilisearch: { state: 'down' } } })
})

it('fills an index that came back empty, and then answers from it', async () => {
  proxy.set('refuse')
  const direct = searchClient({ host: inject('services').meilisearchHost, apiKey: inject('services').meilisearchKey, timeoutMs: 10_000 })
  await waitForTask(direct, (await direct.deleteIndex(portal.values.MEILISEARCH_INDEX ?? '')).taskUid)
  expect(await api('?q=茶叶')).toMatchObject({ source: 'database', total: 1 })
  proxy.set('none')
  await until(async () => (await api()).source === 'index', 'the index to serve again', 10)
  expect(await api('?q=茶叶')).toMatchObject({ source: 'index', total: 1, data: [{ title: '茶叶杀青余热回收' }] })
  expect((await api()).total).toBe(2)
  expect(await readyParts()).toMatchObject({ ready: true, parts: { meilisearch: { state: 'up' } } })
  expect(await text('/search?q=自动驾驶')).not.toContain(notice)
})
