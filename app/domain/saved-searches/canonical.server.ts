import { searchParamsOf, type SearchQuery } from '#search/query'

/** One search is one text: what stands behind `/search?`, always in the same order, without a page. */
export function canonicalQuery(query: SearchQuery): string {
  const sorted = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value])) as SearchQuery
  return searchParamsOf({ ...sorted, page: 1 }).toString()
}
