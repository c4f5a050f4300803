import { beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { searchClient, type SearchClient } from '#search/client'
import { documentOf, type SearchDocument } from '#search/document'
import { ensureIndex, putDocuments, waitForTask } from '#search/index-writer'
import { closesWithin, cooperationModes, emptyQuery, fundingBuckets, postedWithin, search, searchTypes, selections, statuses, type SearchQuery, type SearchResult, type SearchSort } from '#search/query'
import { db } from '~/domain/kernel/db.server'
import { fallbackSearch } from '~/domain/searching/fallback.server'
import { documentsOf, fillRows, rowHashes } from '~/domain/searching/rows.server'
import { env } from '~/env.server'
import { useDatabase } from '#tests/support/database'
import { manySources } from '#tests/support/varied-sources'

useDatabase()

const now = new Date('2026-06-15T04:00:00Z')
const sources = manySources(600, now)
let client: SearchClient

beforeAll(async () => {
  client = searchClient({ host: env().MEILISEARCH_HOST ?? '', apiKey: env().MEILISEARCH_API_KEY ?? '', timeoutMs: 10_000 })
  await fillRows([async (_tx, after) => ({ lastId: after ? null : 'all', sources: after ? [] : sources })])
  await ensureIndex(client, env().MEILISEARCH_INDEX)
  await waitForTask(client, (await putDocuments(client, env().MEILISEARCH_INDEX, sources.map((source) => documentOf(source, now)))).taskUid)
})

const rows = (query: Partial<SearchQuery>) => fallbackSearch({ ...emptyQuery, ...query }, { now })
const index = (query: Partial<SearchQuery>) => search(client, env().MEILISEARCH_INDEX, { ...emptyQuery, ...query }, { now })
const ids = ({ hits }: SearchResult) => hits.map((hit) => hit.recordId)
/** What must be the same. Values of a facet that are counted alike stand in no order; wider results are the index's own. */
const comparable = ({ also: _, facets, ...result }: SearchResult) => ({ ...result, facets: Object.fromEntries(Object.entries(facets).map(([field, counts]) => [field, [...counts].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))])) })
const same = async (query: Partial<SearchQuery>) => expect(comparable(await rows(query))).toEqual(comparable(await index(query)))

describe('rows', () => {
  it('hold all that a document says, so that the index can be filled from them', async () => {
    const stored: SearchDocument[] = []
    for await (const page of rowHashes()) stored.push(...(await documentsOf(page.map(({ id }) => id), now)))
    const byId = (a: SearchDocument, b: SearchDocument) => (a.id < b.id ? -1 : 1)
    expect(stored.sort(byId)).toEqual(sources.map((source) => documentOf(source, now)).sort(byId))
  })

  it('that are filled again are the same rows, and those whose record is gone are gone', async () => {
    const written = () => db().searchRow.findMany({ select: { id: true, writtenAt: true }, orderBy: { id: 'asc' } })
    const before = await written()
    const [first] = sources
    await fillRows([async (_tx, after) => ({ lastId: after ? null : 'all', sources: after ? [] : sources.slice(1) })])
    expect(await written()).toEqual(before.filter(({ id }) => id !== documentOf(first!, now).id))
    await fillRows([async (_tx, after) => ({ lastId: after ? null : 'all', sources: after ? [] : sources })])
    expect(await db().searchRow.count()).toBe(before.length)
  })
})

describe('without words, the database answers just what the index answers', () => {
  const cases: [string, Partial<SearchQuery>][] = [
    ['everything', {}],
    ...searchTypes.map((type): [string, Partial<SearchQuery>] => [`type ${type}`, { type: [type] }]),
    ...statuses.map((status): [string, Partial<SearchQuery>] => [`status ${status}`, { status: [status] }]),
    ...fundingBuckets.map((funding): [string, Partial<SearchQuery>] => [`funding ${funding}`, { funding: [funding] }]),
    ...cooperationModes.map((mode): [string, Partial<SearchQuery>] => [`mode ${mode}`, { mode: [mode] }]),
    ...selections.map((selection): [string, Partial<SearchQuery>] => [`selection ${selection}`, { selection: [selection] }]),
    ...postedWithin.map((posted): [string, Partial<SearchQuery>] => [`posted ${posted}`, { posted }]),
    ...closesWithin.map((closes): [string, Partial<SearchQuery>] => [`closes ${closes}`, { closes }]),
    ['theme', { theme: ['smart_city', 'modern_agriculture'] }],
    ['field', { field: ['electronics'] }],
    ['industry, a broad and a narrow one', { industry: ['C36', 'A'] }],
    ['area', { area: ['sanjiao'] }],
    ['year', { year: [2025, 2026] }],
    ['a value that nothing has', { theme: ['no_such_theme'], area: ['sanjiao'] }],
    ['a page beyond the last', { type: ['institute'], page: 400 }],
    ['signs only', { q: '%%% ___ \\\\ \'; --' }],
  ]
  it.each(cases)('%s', (_name, query) => same(query))

  const sorts: SearchSort[] = ['closes', 'posted', 'funding', 'relevance']
  it.each(sorts)('in the order %s, on every page', async (sort) => {
    const { pages } = await index({ sort })
    for (let page = 1; page <= pages; page++) await same({ sort, page })
  })

  const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 })
  const anyFilters: fc.Arbitrary<Partial<SearchQuery>> = fc.record({
    type: some(searchTypes), theme: some(['smart_city', 'modern_agriculture', 'enterprise_technology']), field: some(['electronics', 'agriculture', 'urban']), industry: some(['C', 'C36', 'A01']), area: some(['wanglonghu', 'sanjiao', 'all']),
    mode: some(cooperationModes), selection: some(selections), funding: some(fundingBuckets), status: some(statuses), year: some([2024, 2025, 2026]),
    posted: fc.option(fc.constantFrom(...postedWithin)), closes: fc.option(fc.constantFrom(...closesWithin)), sort: fc.constantFrom(...sorts), page: fc.integer({ min: 1, max: 3 }),
  }, { requiredKeys: ['sort'] })
  it('under any filters together', () => fc.assert(fc.asyncProperty(anyFilters, async (query) => {
    await same(query)
  }), { numRuns: 150 }))
})

describe('with words', () => {
  it.each([
    ['a word inside a longer one', '虫害'], ['two characters', '自动'], ['one character', '茶'], ['a longer word', '自动驾驶'], ['a word of the middle', '动驾'], ['several words, in any order', '公司 招商'], ['quotes', '"无人驾驶"'],
    ['curly quotes', '“自动驾驶”'], ['a word out', '自动驾驶 -无人'], ['a quoted word out', '锂电池 -"锂离子"'], ['only a word out', '-自动'], ['Latin', 'blockchain'], ['the beginning of a Latin word', 'block'], ['full-width letters', '５Ｇ'],
    ['Latin in Chinese', 'L4级'], ['Latin and Chinese', '5G 基站'], ['Latin words', 'machine learning'], ['another word for it', '无人驾驶'], ['traditional characters', '鋰電池'], ['a number', 'CG2026-33'], ['a person', '周明远'], ['a word of the body alone', '黑水虻'],
  ])('finds what the index finds as typed: %s', async (_name, q) => {
    for (const sort of ['posted', 'funding', 'closes'] as const) {
      const expected = await index({ q, sort })
      expect(expected.step).toBe('strict')
      expect(expected.total).toBeGreaterThan(0)
      expect(comparable(await rows({ q, sort }))).toEqual(comparable(expected))
    }
    const narrowed = { q, sort: 'posted', type: ['need', 'achievement'], status: ['open'] } satisfies Partial<SearchQuery>
    const expected = await index(narrowed)
    if (expected.step === 'strict') expect(comparable(await rows(narrowed))).toEqual(comparable(expected))
    else expect(expected.total === 0 || (await rows(narrowed)).step !== 'strict' || (await rows(narrowed)).total === 0).toBe(true)
  })

  it('marks them in title and passage', async () => {
    const [hit] = (await rows({ q: '自动驾驶' })).hits
    expect(hit?.title.filter((part) => part.mark).map((part) => part.text)).toEqual([expect.stringMatching(/^(自动驾驶|无人驾驶)$/)])
  })

  it('lists by relevance those with the words in their title first, then the newest', async () => {
    const { hits } = await rows({ q: '锂电池' })
    const inTitle = hits.map((hit) => hit.title.some((part) => part.mark))
    expect(inTitle).toEqual([...inTitle].sort((a, b) => Number(b) - Number(a)))
    const dates = hits.filter((_, at) => inTitle[at]).map((hit) => hit.postedAt.getTime())
    expect(dates).toEqual([...dates].sort((a, b) => b - a))
  })

  it.each([['100%'], ['%'], ['_'], ['a\\b'], ["'); DROP TABLE \"SearchRow\"; --"], ["' | 'x"], ['自动 & ! ( ) : * <->'], ['\0自动\u0001'], ['\ud800自动']])('takes %j for text, not for a pattern', async (q) => {
    const found = await rows({ q, sort: 'posted' })
    const expected = await index({ q, sort: 'posted' })
    if (expected.step === 'strict' || expected.step === null) expect(comparable(found)).toEqual(comparable(expected))
    expect(await db().searchRow.count()).toBe(sources.length)
  })

  it('says so when a wider reading found it, and finds nothing by pinyin', async () => {
    expect(await rows({ q: '軟體' })).toMatchObject({ step: 'regional' })
    const question = await rows({ q: '有没有做锂电池回收的企业？' })
    expect(question.step).not.toBe('strict')
    expect(ids(question)).toContain('n-battery')
    expect(await rows({ q: 'zidongjiashi' })).toMatchObject({ total: 0, step: 'strict' })
  })

  it('counts what is there without the filters when with them there is nothing', async () => {
    await same({ q: '黑水虻', theme: ['smart_city'] })
    expect((await rows({ q: '黑水虻', theme: ['smart_city'] })).withoutFilters).toBe(1)
  })

  it('agrees on any of the words together, and on texts that nobody expects', async () => {
    const texts = ['自动', '驾驶', '锂电', '池', '5g', 'L4级', '"大数据"', '-水质', 'machine', '茶叶', '第 3 期', '国产', '-"无人 驾驶"', '周边', 'x2026-1']
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 4 }), async (chosen) => {
      const query = { q: chosen.join(' '), sort: 'posted' as const }
      const [found, expected] = [await rows(query), await index(query)]
      if (expected.step === 'strict') expect(comparable(found)).toEqual(comparable(expected))
      else if (found.step === 'strict') expect(found.total).toBe(0)
    }), { numRuns: 120 })
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (q) => {
      expect((await rows({ q })).page).toBe(1)
    }), { numRuns: 60 })
  })
})

describe('a two-character word', () => {
  it('is found through the index, not by reading every row', async () => {
    const many = manySources(20_000, now)
    await fillRows([async (_tx, after) => {
      const from = Number(after ?? 0)
      return { lastId: from + 1_000 < many.length ? String(from + 1_000) : null, sources: many.slice(from, from + 1_000) }
    }])
    const plan = await db().$queryRaw<{ 'QUERY PLAN': string }[]>`EXPLAIN SELECT id FROM "SearchRow" WHERE terms @@ ${"'虻处'"}::tsquery`
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('SearchRow_terms_idx')
    expect((await rows({ q: '黑水虻处理' })).total).toBe(1)
  })
})
