import { emptyQuery, parseSearchParams, searchParamsOf, type Ignored, type KnownValues, type SearchQuery } from '#search/query'
import { filterStatuses, type NeedFilterStatus } from './schema'

/** The filters of the public list: those of the search page, with the states that only needs have. */
export type NeedFilter = Omit<SearchQuery, 'status' | 'q' | 'type' | 'theme' | 'year' | 'posted'> & { status: NeedFilterStatus[] }

export const emptyFilter: NeedFilter = { field: [], industry: [], area: [], mode: [], selection: [], funding: [], closes: null, sort: 'posted', page: 1, status: [] }

/** Reads the filters from an address. Never throws: what means nothing is left out and named. */
export function parseNeedFilter(params: URLSearchParams, known: KnownValues = {}): { filter: NeedFilter; ignored: Ignored[] } {
  const shared = new URLSearchParams([...params].filter(([name]) => name !== 'status'))
  const { query, ignored } = parseSearchParams(shared, known)
  const given = [...new Set(params.getAll('status').filter(Boolean))]
  const status = filterStatuses.filter((value) => given.includes(value))
  const unknown = given.filter((value) => !filterStatuses.some((one) => one === value)).map((value) => ({ param: 'status', value: value.slice(0, 100) }))
  const { field, industry, area, mode, selection, funding, closes, page } = query
  const sort = query.sort === 'relevance' ? emptyFilter.sort : query.sort
  return { filter: { field, industry, area, mode, selection, funding, closes, page, sort, status }, ignored: [...ignored, ...unknown] }
}

/** The address of a filter: only what differs from the default, so that one list has one address. */
export function needFilterParams({ status, ...filter }: NeedFilter): URLSearchParams {
  const sort = filter.sort === emptyFilter.sort ? emptyQuery.sort : filter.sort
  const params = searchParamsOf({ ...emptyQuery, ...filter, sort })
  for (const value of status) params.append('status', value)
  return params
}
