import { searchClient, type SearchClient } from '#search/client'
import { documentId } from '#search/document'
import { parseSearchParams, search, suggestSimilar, type Ignored, type KnownValues, type SearchHit, type SearchQuery, type SearchResult, type SearchType } from '#search/query'
import { labels } from '~/domain/district/service.server'
import { env } from '~/env.server'

/** A page waits for its results this long, in ms; then it says that search is away. */
const patience = 2_500

let kept: { host: string; client: SearchClient } | null = null

function client(): SearchClient {
  const { MEILISEARCH_HOST: host, MEILISEARCH_API_KEY: apiKey = '' } = env()
  if (!host) throw new Error('MEILISEARCH_HOST is not set')
  if (kept?.host !== host) kept = { host, client: searchClient({ host, apiKey, timeoutMs: patience }) }
  return kept.client
}

async function known(): Promise<KnownValues> {
  const codes = async (scheme: 'theme' | 'field' | 'industry' | 'area') => new Set((await labels(scheme, 'zh-CN')).keys())
  return { theme: await codes('theme'), field: await codes('field'), industry: await codes('industry'), area: await codes('area') }
}

/** Reads a search from its address, with the codes that the district knows; asks nothing. */
export async function readSearchParams(params: URLSearchParams): Promise<{ query: SearchQuery; ignored: Ignored[] }> {
  return parseSearchParams(params, await known())
}

export type Searched = { query: SearchQuery; ignored: Ignored[]; result: SearchResult | null }

/**
 * Reads a search from its address and asks it. `result` is null when Meilisearch does not answer in time: the page then
 * says so and leads to the lists, which come from the database. `limit` is the page size, at most 100.
 */
export async function searchPortal(params: URLSearchParams, now: Date, limit?: number): Promise<Searched> {
  const { query, ignored } = await readSearchParams(params)
  try {
    return { query, ignored, result: await search(client(), env().MEILISEARCH_INDEX, query, { now, limit }) }
  } catch {
    return { query, ignored, result: null }
  }
}

/** Records that are like one, for its page; none when search is away. */
export async function similarTo(record: { type: SearchType; id: string; title: string; keywords: string[] }, now: Date, n = 3): Promise<SearchHit[]> {
  try {
    return await suggestSimilar(client(), env().MEILISEARCH_INDEX, { id: documentId(record.type, record.id), title: record.title, keywords: record.keywords }, n, { now })
  } catch {
    return []
  }
}

/** How many records a search finds, for examples that must really find something; null when search is away. */
export async function countOf(params: Record<string, string>, now: Date): Promise<number | null> {
  const { result } = await searchPortal(new URLSearchParams(params), now, 1)
  return result ? result.total : null
}
