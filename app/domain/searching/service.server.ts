import { planOf } from '#search/ask/steps'
import { documentId } from '#search/document'
import { countStanding, parseSearchParams, search, suggestSimilar, suggestTitles, type Ignored, type KnownValues, type SearchHit, type SearchOptions, type SearchQuery, type SearchResult, type SearchType, type TitleSuggestion } from '#search/query'
import { parseQuery } from '#search/text/terms'
import { labels } from '~/domain/district/service.server'
import { freshWords } from '~/domain/search-words/fresh.server'
import { fallbackSearch, similarRows } from './fallback.server'
import { askIndex, assertFilled } from './index-guard.server'

/** After this long without an answer of the index, in ms, the database is asked beside it. */
const hedgeMs = 200

async function known(): Promise<KnownValues> {
  const codes = (scheme: 'theme' | 'field' | 'industry' | 'area') => labels(scheme, 'zh-CN')
  return { theme: await codes('theme'), field: await codes('field'), industry: await codes('industry'), area: await codes('area') }
}

/** Reads a search from its address, with the codes that the district knows; asks nothing. */
export async function readSearchParams(params: URLSearchParams): Promise<{ query: SearchQuery; ignored: Ignored[] }> {
  return parseSearchParams(params, await known())
}

/** `source` says who answered: the search index, or the database while the index is away; `result` is null when neither can. */
export type Searched = { query: SearchQuery; ignored: Ignored[]; result: SearchResult | null; source: 'index' | 'database' }

/** Asks the index; the database too when it takes long, and alone when it is known to be away. */
async function answer(query: SearchQuery, options: SearchOptions): Promise<Pick<Searched, 'result' | 'source'>> {
  let rows: Promise<SearchResult | null> | null = null
  const fromRows = () => (rows ??= fallbackSearch(query, options).catch(() => null))
  const hedge = setTimeout(() => void fromRows(), hedgeMs)
  const result = await askIndex(async (client, indexName) => {
    const found = await search(client, indexName, query, options)
    if (found.total === 0) await assertFilled(client, indexName)
    return found
  }).finally(() => clearTimeout(hedge))
  return result ? { result, source: 'index' } : { result: await fromRows(), source: 'database' }
}

/**
 * Reads a search from its address and answers it within a second, whatever the index does. `limit` is the page size, at
 * most 100.
 */
export async function searchPortal(params: URLSearchParams, now: Date, limit?: number): Promise<Searched> {
  await freshWords()
  const { query, ignored } = await readSearchParams(params)
  return { query, ignored, ...(await answer(query, { now, limit })) }
}

/** Reads the dictionaries (pinyin, characters, words) before anyone waits: loading them must not look like a slow index. */
export function warmSearch(): void {
  const q = '自动驾驶 zidongjiashi 有没有'
  const plan = planOf(parseQuery(q), q)
  plan?.looser()
  plan?.words()
}

/** Records that are like one, for its page: from the index, or from the database while that is away. `types` keeps to some kinds. */
export async function similarTo(record: { type: SearchType; id: string; title: string; keywords: string[] }, now: Date, { n = 3, types }: { n?: number; types?: SearchType[] } = {}): Promise<SearchHit[]> {
  const like = { id: documentId(record.type, record.id), title: record.title, keywords: record.keywords }
  return (await askIndex((client, indexName) => suggestSimilar(client, indexName, like, n, { now, types }))) ?? (await similarRows(like, n, { now, types }))
}

/** Records whose titles have what is being typed, for the list beneath a search field; none while the index is away. */
export async function titlesLike(typed: string, n: number): Promise<TitleSuggestion[]> {
  return (await askIndex((client, indexName) => suggestTitles(client, indexName, typed, n))) ?? []
}

/** How much each query finds as typed, 0 where no record about a thing has its words in front; null while the index is away. */
export async function standingCounts(queries: string[]): Promise<number[] | null> {
  await freshWords()
  return askIndex((client, indexName) => countStanding(client, indexName, queries))
}

/** How many records a search finds, for examples that must really find something; null when nobody can say. */
export async function countOf(params: Record<string, string>, now: Date): Promise<number | null> {
  const { result } = await searchPortal(new URLSearchParams(params), now, 1)
  return result ? result.total : null
}
