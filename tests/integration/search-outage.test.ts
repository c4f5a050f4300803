import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { searchClient, type SearchClient } from '#search/client'
import { sourceHash } from '#search/document'
import { indexedHashes, waitForTask } from '#search/index-writer'
import { closeDb, db } from '~/domain/kernel/db.server'
import { withdrawScenario } from '~/domain/scenarios/service.server'
import { rowHashes } from '~/domain/searching/rows.server'
import { searchPortal, similarTo } from '~/domain/searching/service.server'
import { env, setEnv } from '~/env.server'
import { closeMailer } from '~/jobs/handlers/send-mail'
import { reindex } from '~/jobs/reindex'
import { sources } from '~/jobs/search-sources'
import { freshDatabase } from '#tests/support/database'
import { drain, waitingJobs } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { publishedNeed } from '#tests/support/factories-needs'
import { publishedScenario } from '#tests/support/factories-scenarios'
import { startProxy, type Fault, type Proxy } from '#tests/support/meilisearch-proxy'
import { until } from '#tests/support/until'

const now = new Date('2026-11-20T02:00:00Z')
let proxy: Proxy
let drop: () => Promise<void>
/** To the index itself, past what stands in the way. */
let direct: SearchClient
let people: { publisher: Awaited<ReturnType<typeof make.publisher>>; reviewer: Awaited<ReturnType<typeof make.reviewer>> }

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  proxy = await startProxy(inject('services').meilisearchHost)
  setEnv({ ...fresh.values, MEILISEARCH_HOST: proxy.url })
  direct = searchClient({ host: inject('services').meilisearchHost, apiKey: inject('services').meilisearchKey, timeoutMs: 10_000 })
  people = { publisher: await make.publisher(), reviewer: await make.reviewer() }
  await publishedNeed(await make.enterprise(), people.reviewer.actor)
  for (const title of ['科技生态新城夜间自动驾驶环卫作业', '茶叶杀青余热回收', '港桥园区挥发性有机物走航监测']) await publishedScenario(people.publisher, people.reviewer.actor, { title })
  await reindex()
  await drain()
})
afterAll(async () => {
  closeMailer()
  await closeDb()
  await proxy.stop()
  await drop()
})

const ask = (address = '') => searchPortal(new URLSearchParams(address), now)
const titles = ({ result }: Awaited<ReturnType<typeof ask>>) => result?.hits.map((hit) => hit.title.map((part) => part.text).join('')) ?? []
const timed = async <T>(work: () => Promise<T>) => {
  const started = performance.now()
  const answer = await work()
  return { answer, ms: performance.now() - started }
}
/** Documents that the index, or the rows, have otherwise than the records say. */
async function drift(): Promise<{ index: string[]; rows: string[] }> {
  const wanted = new Set<string>()
  for (const { list } of Object.values(sources)) for (const source of (await list(db(), null, 1_000)).sources) wanted.add(sourceHash(source))
  const [indexed, rows] = [new Set<string>(), new Set<string>()]
  for await (const page of indexedHashes(direct, env().MEILISEARCH_INDEX)) for (const { hash } of page) indexed.add(hash)
  for await (const page of rowHashes()) for (const { hash } of page) rows.add(hash)
  const differing = (found: Set<string>) => [...[...wanted].filter((hash) => !found.has(hash)), ...[...found].filter((hash) => !wanted.has(hash))]
  return { index: differing(indexed), rows: differing(rows) }
}
/** Works as the worker does until there is nothing left to recover and the index serves again. */
async function recovered(): Promise<void> {
  await until(async () => {
    await drain()
    return (await ask()).source === 'index' && !(await waitingJobs()).some((job) => job.name === 'search.recover')
  }, 'the index to serve again', 10)
  expect(await drift()).toEqual({ index: [], rows: [] })
}

afterEach(async () => {
  proxy.set('none')
  await recovered()
})

const faults: Fault[] = ['refuse', 'error', 'hang', 'wrong key', 'page of a proxy']

describe.each(faults)('a Meilisearch that answers with: %s', (fault) => {
  it('leaves a search answered from the database within a second, and is not waited for again', async () => {
    const healthy = await ask()
    const filtered = await ask('type=scenario&status=open&sort=closes')
    expect([healthy.source, filtered.source]).toEqual(['index', 'index'])
    expect(healthy.result?.total).toBeGreaterThan(3)
    proxy.set(fault)
    for (let round = 0; round < 3; round++) {
      const { answer, ms } = await timed(() => ask())
      expect(ms).toBeLessThan(1_000)
      expect(answer).toMatchObject({ source: 'database', result: { total: healthy.result?.total, tabs: healthy.result?.tabs, statuses: healthy.result?.statuses } })
      expect(answer.result?.hits).toEqual(healthy.result?.hits)
    }
    expect((await ask('type=scenario&status=open&sort=closes')).result?.hits).toEqual(filtered.result?.hits)
    const { ms } = await timed(() => ask('q=自动驾驶'))
    expect(ms).toBeLessThan(500)
    expect(titles(await ask('q=夜间 自动驾驶'))).toEqual(['科技生态新城夜间自动驾驶环卫作业'])
    expect((await similarTo({ type: 'need', id: 'none', title: '自动驾驶', keywords: [] }, now)).map(({ title }) => title.map(({ text }) => text).join(''))).toContain('科技生态新城夜间自动驾驶环卫作业')
  })

  it('gets what was published and withdrawn meanwhile as soon as it is there again', async () => {
    const { publisher, reviewer } = people
    const { id: old, serial } = await publishedScenario(publisher, reviewer.actor, { title: `大棚草莓水肥一体化（${fault}）` })
    await drain()
    proxy.set(fault)
    await publishedScenario(publisher, reviewer.actor, { title: `索道振动在线监测（${fault}）` })
    await withdrawScenario(reviewer.actor, { id: old, reason: '与另一个场景重复，合并办理。' }, { now })
    await drain()
    const found = await ask('q=索道振动')
    expect(found.source).toBe('database')
    expect(titles(found)).toContain(`索道振动在线监测（${fault}）`)
    expect((await ask('q=水肥一体化')).result?.hits.map((hit) => hit.recordId)).not.toContain(serial)
    proxy.set('none')
    await recovered()
    expect(titles(await ask('q=索道振动'))).toContain(`索道振动在线监测（${fault}）`)
    expect((await ask('q=水肥一体化')).result?.hits.map((hit) => hit.recordId)).not.toContain(serial)
  })
})

describe('a Meilisearch that lost its data', () => {
  const lose = async () => waitForTask(direct, (await direct.deleteIndex(env().MEILISEARCH_INDEX)).taskUid)
  const empty = async () => waitForTask(direct, (await direct.index(env().MEILISEARCH_INDEX).deleteAllDocuments()).taskUid)

  it.each([['the index', lose], ['every document', empty]])('(%s) is filled again without anyone’s help', async (_what, destroy) => {
    const healthy = await ask()
    await destroy()
    const { answer, ms } = await timed(() => ask())
    expect(ms).toBeLessThan(1_000)
    expect(answer.source).toBe('database')
    expect(answer.result?.hits).toEqual(healthy.result?.hits)
    await until(async () => (await waitingJobs()).some((job) => job.name === 'search.recover'), 'the job that fills it', 5)
    await recovered()
    expect((await ask()).result?.hits).toEqual(healthy.result?.hits)
  })

  it('does not begin anew with the one document that changes next', async () => {
    await lose()
    await publishedScenario(people.publisher, people.reviewer.actor, { title: '石笋山步道客流监测' })
    await drain()
    expect(await drift()).toEqual({ index: [], rows: [] })
  })
})

it('asks an index that is late once more before it goes without it', async () => {
  proxy.set('hang')
  expect((await ask()).source).toBe('database')
  proxy.set('none')
  expect((await ask()).source).toBe('index')
})
