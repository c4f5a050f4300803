import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reindex } from '~/cli/reindex'
import { dimensions } from '~/domain/contracts/dimensions'
import { closeDb, db } from '~/domain/kernel/db.server'
import { Decimal } from '~/domain/kernel/money'
import { withdrawNeed } from '~/domain/needs/service.server'
import { createScenario } from '~/domain/scenarios/service.server'
import { setEnv } from '~/env.server'
import { make } from '#tests/support/factories'
import { madeContract } from '#tests/support/factories-contracts'
import { draftNeed, needCall, publishedNeed } from '#tests/support/factories-needs'
import { publishedScenario, scenarioForm } from '#tests/support/factories-scenarios'
import { faultsOf } from '#tests/support/json-schema'
import { startPortal, type Portal } from '#tests/support/portal'

const scenarioCount = 7
const needCount = 5
let portal: Portal
const hidden = { scenario: '', need: '', withdrawnBeforePublication: '' }
const known = { scenario: '', need: '' }

/** A day, some of whose hours several records share: a list must go on rightly between equal moments. */
const at = (index: number) => new Date(Date.UTC(2026, 10, 20 + Math.floor(index / 3), 2))

async function records() {
  const [publisher, owner, reviewer] = [await make.publisher(), await make.enterprise({ name: '重庆澄江智造有限公司' }), (await make.reviewer()).actor]
  for (let index = 0; index < scenarioCount; index++) known.scenario = (await publishedScenario(publisher, reviewer, { title: `夜间自动驾驶环卫作业第 ${index + 1} 标段` }, at(index))).serial
  for (let index = 0; index < needCount; index++) known.need = (await publishedNeed(owner, reviewer, { title: `低照度障碍物识别 <第 ${index + 1} 期>`, confidentialSummary: '传感器选型', confidentialText: '内部代号苍鹭' }, { now: at(index) })).number
  hidden.scenario = (await createScenario(publisher.actor, scenarioForm(publisher.organisation.id), { now: at(0) })).id
  hidden.need = (await draftNeed(owner)).number
  const withdrawn = await draftNeed(owner)
  await withdrawNeed(owner.actor, { id: withdrawn.number, reason: '内部立项取消' }, needCall)
  hidden.withdrawnBeforePublication = withdrawn.number
}

/** Fields of many parties, and two of few: the public sees the small ones merged. */
async function contracts() {
  for (const [field, count] of [['electronics', 5], ['transport', 4], ['nuclear', 1], ['agriculture', 1]] as const) {
    for (let index = 0; index < count; index++) await madeContract({ field, totalAmount: `${100_000 + index}.05`, technologyAmount: '80000.00', signedOn: `2026-0${index + 1}-10` })
  }
  await madeContract({ field: 'transport', signedOn: '2025-12-31', totalAmount: '1.00', technologyAmount: '0.50', seller: { nature: 'university' } })
}

beforeAll(async () => {
  portal = await startPortal({
    prepare: async (values) => {
      setEnv(values)
      await records()
      await contracts()
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

type Row = Record<string, unknown> & { id: string }
type List = { data: Row[]; nextCursor: string | null }
type Sums = { count: number; amount: string; technologyAmount: string }

const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${portal.url}/api/v1${path}`, { headers, redirect: 'manual' })
async function read<T>(path: string): Promise<T> {
  const response = await ask(path)
  expect(response.status, path).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
  return (await response.json()) as T
}
async function problem(path: string, status: number) {
  const response = await ask(path)
  expect(response.status, path).toBe(status)
  expect(response.headers.get('Content-Type')).toContain('application/problem+json')
  return (await response.json()) as { title: string; status: number; code: string; errors?: { path: string; message: string }[] }
}

const yuan = /^\d+\.\d\d$/
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

describe.each([['scenarios', scenarioCount], ['needs', needCount]] as const)('GET /%s', (list, count) => {
  it.each([1, 2, 3, 100])('goes through the whole list %i at a time, each record once, the newest first', async (limit) => {
    const rows: Row[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: List = await read(`/${list}?limit=${limit}&cursor=${cursor}`)
      expect(page.data.length).toBeLessThanOrEqual(limit)
      if (page.nextCursor !== null) expect(page.data.length).toBe(limit)
      rows.push(...page.data)
      cursor = page.nextCursor
      expect(rows.length).toBeLessThanOrEqual(count)
    }
    expect(rows.length).toBe(count)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(count)
    const times = rows.map(({ publishedAt }) => String(publishedAt))
    expect(times).toEqual([...times].sort().reverse())
    expect(new Set(times).size).toBeLessThan(count)
  })

  it('keeps its place when something is published meanwhile', async () => {
    const first = await read<List>(`/${list}?limit=2`)
    const { publishedAt } = (list === 'scenarios' ? await db().scenario.findFirstOrThrow({ where: { serial: first.data[0]?.id } }) : await db().need.findFirstOrThrow({ where: { number: first.data[0]?.id } }))
    const later = { publishedAt: new Date((publishedAt?.getTime() ?? 0) + 86_400_000) }
    // The oldest record becomes the newest: what was not read yet must still come once.
    const [oldest] = (await read<List>(`/${list}?limit=100`)).data.slice(-1)
    if (list === 'scenarios') await db().scenario.updateMany({ where: { serial: oldest?.id }, data: later })
    else await db().need.updateMany({ where: { number: oldest?.id }, data: later })
    const rest = await read<List>(`/${list}?limit=100&cursor=${first.nextCursor}`)
    expect(rest.data.length).toBe(count - 3)
    expect(rest.data.map(({ id }) => id)).not.toEqual(expect.arrayContaining(first.data.map(({ id }) => id)))
  })

  it('has 20 a page when nothing is said, amounts in 元 as text and times by RFC 3339', async () => {
    const { data } = await read<List>(`/${list}`)
    for (const row of data) {
      const amounts = list === 'scenarios' ? [row.budgetMin, row.budgetMax] : [row.fundingMin, row.fundingMax]
      for (const amount of amounts) expect(amount).toMatch(yuan)
      expect(row.publishedAt).toMatch(rfc3339)
      expect(row.url).toBe(`/${list}/${row.id}`)
      expect((await fetch(`${portal.url}${row.url}`)).status).toBe(200)
    }
    expect(list === 'scenarios' ? data[0]?.budgetMin : data[0]?.fundingMin).toBe(list === 'scenarios' ? '1200000.00' : '800000.00')
  })

  it.each([['limit=0', 'limit'], ['limit=101', 'limit'], ['limit=abc', 'limit'], ['limit=1.5', 'limit'], ['cursor=x', 'cursor'], ['cursor=eyJhdCI6IngifQ', 'cursor'], ['limit[a]=1', 'limit'], ['cursor=a&cursor=b', 'cursor']])('answers %s with the field and the remedy', async (query, path) => {
    const said = await problem(`/${list}?${query}`, 422)
    expect(said).toMatchObject({ status: 422, code: 'invalid', errors: [{ path, message: expect.stringMatching(/.{3,}/) }] })
  })

  it('knows an ETag again, weak or among others, and gives a new one for a new answer', async () => {
    const first = await ask(`/${list}?limit=2`)
    const etag = first.headers.get('ETag') ?? ''
    expect(etag).toMatch(/^"[\w-]{20,}"$/)
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await ask(`/${list}?limit=2`, { 'If-None-Match': tag })
      expect(again.status).toBe(304)
      expect(again.headers.get('ETag')).toBe(etag)
      expect(await again.text()).toBe('')
    }
    expect((await ask(`/${list}?limit=2`, { 'If-None-Match': '"other"' })).status).toBe(200)
    expect((await ask(`/${list}?limit=3`)).headers.get('ETag')).not.toBe(etag)
  })
})

describe('one record', () => {
  it('is the public part of a scenario, without the contact', async () => {
    const scenario = await read<Row>(`/scenarios/${known.scenario}`)
    expect(scenario).toMatchObject({ id: known.scenario, url: `/scenarios/${known.scenario}`, contact: null, budgetMax: '1800000.00', technologies: ['低照度障碍物识别', '远程接管', '路径规划'] })
  })

  it('is the public part of a need: nothing of its confidential part, no contact', async () => {
    const response = await ask(`/needs/${known.need}`)
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ id: known.need, organisation: '重庆澄江智造有限公司', fundingMax: '1200000.00', criteria: [{ weight: 60 }, { weight: 40 }] })
    for (const secret of ['苍鹭', '023-49800000', '陈工']) expect(text).not.toContain(secret)
  })

  it('is 404 when it is hidden or nobody’s, and one looks like the other', async () => {
    const nobody = await problem('/needs/XQ-1999-0001', 404)
    expect(nobody).toMatchObject({ status: 404, code: 'not_found' })
    for (const id of [hidden.need, hidden.withdrawnBeforePublication, '00000000-0000-4000-8000-000000000000', 'x'.repeat(500), "'%20OR%201=1", '%00']) expect(await problem(`/needs/${id}`, 404), id).toEqual(nobody)
    for (const id of [hidden.scenario, '1999-01-001', 'x'.repeat(500), '%00', '2026-04-']) expect(await problem(`/scenarios/${id}`, 404), id).toMatchObject({ code: 'not_found' })
  })

  it('is 404 below /api/v1 where no operation is', async () => expect((await ask('/secrets')).status).toBe(404))

  it('speaks the language of the address', async () => {
    const response = await fetch(`${portal.url}/en/api/v1/needs?limit=0`)
    expect(((await response.json()) as { errors: { message: string }[] }).errors[0]?.message).toMatch(/^[\x20-\x7e]+$/)
  })
})

type Found = { data: { type: string; id: string; url: string; title: string; highlight: { title: string; passage: string } }[]; total: number; facets: Record<string, { value: string; count: number }[]>; relaxed: string | null; ignored: { param: string; value: string }[] }

describe('GET /search', () => {
  it('finds, pages and counts', async () => {
    const first = await read<Found>('/search?q=%E8%87%AA%E5%8A%A8%E9%A9%BE%E9%A9%B6&limit=2&type=scenario')
    expect(first).toMatchObject({ total: scenarioCount, relaxed: null, ignored: [] })
    const second = await read<Found>('/search?q=%E8%87%AA%E5%8A%A8%E9%A9%BE%E9%A9%B6&limit=2&type=scenario&page=2')
    expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(4)
    expect(first.data[0]).toMatchObject({ type: 'scenario', url: expect.stringMatching(/^\/scenarios\/\d{4}-\d\d-\d{3}$/), highlight: { title: expect.stringContaining('<mark>自动驾驶</mark>') } })
    expect(first.facets.type).toContainEqual({ value: 'scenario', count: scenarioCount })
    expect(first.facets.status?.map(({ value }) => value).sort()).toEqual(['closed', 'closing_soon', 'open', 'upcoming'])
  })

  it('marks words in escaped text, and keeps the title plain', async () => {
    const [hit] = (await read<Found>('/search?q=%E9%9A%9C%E7%A2%8D%E7%89%A9%E8%AF%86%E5%88%AB&type=need')).data
    expect(hit?.title).toMatch(/ <第 \d 期>$/)
    expect(hit?.highlight.title).toMatch(/<mark>障碍物识别<\/mark> &lt;第 \d 期&gt;$/)
  })

  it('ignores what it does not know, and says so', async () => {
    const all = await read<Found>('/search?q=')
    for (const [param, value] of [['type', 'nonsense'], ['type', '" OR 1=1'], ['field', '火箭'], ['theme', 'x"] OR type = "need'], ['area', '../..'], ['mode', 'x'], ['funding', '-1'], ['status', 'gone'], ['year', '12'], ['posted', 'x'], ['closes', 'x'], ['sort', 'x'], ['page', '-1'], ['page', 'x']] as const) {
      const found = await read<Found>(`/search?${new URLSearchParams({ [param]: value })}`)
      expect(found.ignored, `${param}=${value}`).toEqual([{ param, value }])
      expect(found.total).toBe(all.total)
    }
    expect(all.total).toBeGreaterThanOrEqual(scenarioCount + needCount)
  })

  it.each(['q=%00%01', `q=${'x'.repeat(2000)}`, 'q=a&q=b', 'q=%22', 'field[$ne]=1', 'type[]=need&type[]=scenario', 'q=%F0%9F%98%80', 'page=99999999999'])('survives %.30s', async (query) => void (await read<Found>(`/search?${query}`)))

  it('holds a limit to 1–100', async () => {
    for (const limit of ['0', '101', 'x']) expect(await problem(`/search?limit=${limit}`, 422)).toMatchObject({ code: 'invalid', errors: [{ path: 'limit' }] })
    expect((await ask('/search?limit=100')).status).toBe(200)
  })

  it('never finds a draft or a confidential word', async () => {
    expect((await read<Found>('/search?q=%E8%8B%8D%E9%B9%AD')).data.filter(({ highlight }) => highlight.passage.includes('苍'))).toEqual([])
    expect((await read<Found>('/search?limit=100')).data.map(({ id }) => id)).not.toEqual(expect.arrayContaining([hidden.need]))
  })
})

describe('GET /statistics/contracts', () => {
  const total: Sums = { count: 12, amount: '1100017.55', technologyAmount: '880000.50' }

  it.each(dimensions)('sums to the total by %s, whatever is merged', async (group) => {
    const answer = await read<{ data: ({ key: string; label: string } & Sums)[]; total: Sums }>(`/statistics/contracts?group=${group}`)
    expect(answer.total).toEqual(total)
    const sum = (pick: (cell: Sums) => Decimal.Value) => answer.data.reduce((all, cell) => all.plus(pick(cell)), new Decimal(0))
    expect(sum((cell) => cell.count).toNumber()).toBe(total.count)
    expect(sum((cell) => cell.amount).toFixed(2)).toBe(total.amount)
    expect(sum((cell) => cell.technologyAmount).toFixed(2)).toBe(total.technologyAmount)
    for (const cell of answer.data) {
      expect(cell.label).not.toBe('')
      expect([cell.amount, cell.technologyAmount]).toEqual([expect.stringMatching(yuan), expect.stringMatching(yuan)])
    }
    expect(new Set(answer.data.map(({ key }) => key)).size).toBe(answer.data.length)
  })

  it('merges the small cells, at least two of them', async () => {
    const { data } = await read<{ data: ({ key: string } & Sums)[] }>('/statistics/contracts?group=field')
    expect(data.map(({ key, count }) => [key, count])).toEqual(expect.arrayContaining([['electronics', 5], ['transport', 5], ['suppressed', 2]]))
    expect(data.length).toBe(3)
    // A single small cell could be told from the total less the others: the next smallest is merged with it.
    const one = await read<{ data: ({ key: string } & Sums)[] }>('/statistics/contracts?group=party')
    expect(one.data.map(({ key, count }) => [key, count])).toEqual([['suppressed', 12]])
  })

  it('has from and to as inclusive days', async () => {
    expect((await read<{ total: Sums }>('/statistics/contracts?group=year&from=2025-12-31&to=2025-12-31')).total).toEqual({ count: 1, amount: '1.00', technologyAmount: '0.50' })
    expect((await read<{ total: Sums }>('/statistics/contracts?group=year&from=2026-01-01')).total.count).toBe(11)
    expect(await read('/statistics/contracts?group=year&from=1999-01-01&to=1999-12-31')).toEqual({ data: [], total: { count: 0, amount: '0.00', technologyAmount: '0.00' } })
  })

  it.each([['', 'group'], ['group=wealth', 'group'], ['group=year&from=yesterday', 'from'], ['group=year&to=2026-02-30', 'to'], ['group=year&from=2026-02-01&to=2026-01-01', 'to']])('names what is wrong with “%s”', async (query, path) => {
    expect(await problem(`/statistics/contracts?${query}`, 422)).toMatchObject({ code: 'invalid', errors: [{ path, message: expect.stringMatching(/.{3,}/) }] })
  })
})

describe('GET /statistics/targets', () => {
  it('gives both targets, counts as whole numbers, amounts with two decimals', async () => {
    const { data } = await read<{ data: { period: { from: string; to: string }; measure: string; target: string; current: string; pace: string }[] }>('/statistics/targets')
    const plan = data.filter(({ period }) => period.from === '2021-01-01' && period.to === '2025-12-31')
    expect(plan.map(({ measure, target }) => [measure, target])).toEqual([['count', '5000'], ['amount', '500000000.00']])
    for (const { measure, target, current, pace } of data) for (const value of [target, current, pace]) expect(value).toMatch(measure === 'count' ? /^\d+$/ : yuan)
    expect(plan.map(({ current }) => current)).toEqual(['1', '1.00'])
  })
})

describe('the document', () => {
  type Operation = { operationId: string; parameters: { name: string; in: string; required: boolean; schema: object }[]; responses: Record<string, { content?: Record<string, { schema: object }> }> }
  type Document = { openapi: string; servers: { url: string }[]; paths: Record<string, Record<string, Operation>> }
  const open = async () => (await (await fetch(`${portal.url}/api/openapi.json`)).json()) as Document

  it('names every operation that there is, each once', async () => {
    const { openapi, servers, paths } = await open()
    expect(openapi).toBe('3.1.0')
    expect(servers).toEqual([{ url: `${portal.url}/api/v1` }])
    const build = (await import(new URL('../../build/server/index.js', import.meta.url).href)) as { routes: Record<string, { path?: string; module: { loader?: unknown; action?: unknown } }> }
    const routes = Object.values(build.routes).filter(({ path }) => path?.startsWith('api/v1/')).map(({ path }) => `/${path?.slice('api/v1/'.length).replace(/:(\w+)/g, '{$1}')}`)
    expect(Object.keys(paths).sort()).toEqual(routes.sort())
    const ids = Object.values(paths).flatMap((operations) => Object.values(operations).map(({ operationId }) => operationId))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('describes the very answers', async () => {
    const { paths } = await open()
    const examples: Record<string, string> = { '/scenarios': '/scenarios?limit=3', '/scenarios/{id}': `/scenarios/${known.scenario}`, '/needs': '/needs', '/needs/{id}': `/needs/${known.need}`, '/search': '/search?q=x&type=nonsense', '/statistics/contracts': '/statistics/contracts?group=month', '/statistics/targets': '/statistics/targets' }
    for (const [path, operations] of Object.entries(paths)) {
      if (!operations.get) continue
      const example = examples[path]
      if (!example) throw new Error(`${path} has no example: add one to this table`)
      const schema = operations.get.responses['200']?.content?.['application/json']?.schema
      expect(schema, path).toBeDefined()
      expect(faultsOf(schema ?? {}, await read(example)), path).toEqual([])
    }
  })

  it('describes the problems', async () => {
    const { components } = (await open()) as unknown as { components: { schemas: { Problem: object } } }
    expect(faultsOf(components.schemas.Problem, await problem('/needs?limit=0', 422))).toEqual([])
    expect(faultsOf(components.schemas.Problem, await problem('/needs/none', 404))).toEqual([])
  })

  it('names every parameter that an operation reads', async () => {
    const { paths } = await open()
    const names = (path: string) => paths[path]?.get?.parameters.map((parameter) => `${parameter.in} ${parameter.name}${parameter.required ? ' !' : ''}`)
    expect(names('/needs/{id}')).toEqual(['path id !'])
    expect(names('/needs')).toEqual(['query limit', 'query cursor'])
    expect(names('/statistics/contracts')?.sort()).toEqual(['query from', 'query group !', 'query to'])
    expect(names('/search')).toEqual(expect.arrayContaining(['q', 'type', 'theme', 'field', 'industry', 'area', 'mode', 'selection', 'funding', 'status', 'year', 'posted', 'closes', 'sort', 'page', 'limit'].map((name) => `query ${name}`)))
  })
})

describe('/readyz', () => {
  it('names each part', async () => {
    const response = await fetch(`${portal.url}/readyz`)
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(await response.json()).toMatchObject({ ready: true, parts: { postgresql: { state: 'up' }, meilisearch: { state: 'up' }, mail: { state: 'up' } } })
  })
})
