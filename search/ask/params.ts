import { QUERY_LIMIT } from '../text/fold'
import { MAX_HITS } from '../settings'
import {
  closesWithin, cooperationModes, fundingBuckets, postedWithin, searchTypes, selections, sorts, statuses,
  type ClosesWithin, type FundingBucket, type PostedWithin, type SearchSort, type SearchStatus, type SearchType,
} from '../vocabulary'

export const PAGE_SIZE = 20
export const MAX_PAGE = MAX_HITS / PAGE_SIZE
const VALUES_LIMIT = 20
const LIMIT = 100

/** The page size that is given, the last page that can be reached with it, and the page that was asked for, as far as it can be. */
export function pagingOf(page: number, limit = PAGE_SIZE): { limit: number; lastPage: number; wanted: number } {
  const size = Math.min(Math.max(1, limit), LIMIT)
  const lastPage = size === PAGE_SIZE ? MAX_PAGE : Math.floor(MAX_HITS / size)
  return { limit: size, lastPage, wanted: Math.min(Math.max(1, page), lastPage) }
}

/** A search as its address says it; several values of one facet mean any of them, several facets mean all of them. */
export type SearchQuery = {
  q: string
  type: SearchType[]
  theme: string[]
  field: string[]
  industry: string[]
  area: string[]
  mode: string[]
  selection: string[]
  funding: FundingBucket[]
  status: SearchStatus[]
  year: number[]
  posted: PostedWithin | null
  closes: ClosesWithin | null
  sort: SearchSort
  page: number
}
export type Ignored = { param: string; value: string }

/** Values that exist, where the caller knows them; without a set any well-formed code is taken. */
/** Codes that a filter may name. */
type Codes = Pick<ReadonlySet<string>, 'has'>
export type KnownValues = Partial<Record<'theme' | 'field' | 'industry' | 'area' | 'mode' | 'selection', Codes>>

export const emptyQuery: SearchQuery = {
  q: '', type: [], theme: [], field: [], industry: [], area: [], mode: [], selection: [], funding: [], status: [], year: [],
  posted: null, closes: null, sort: 'relevance', page: 1,
}

const code = /^[\p{L}\p{N}][\p{L}\p{N}_\-.()（）、· ]{0,59}$/u

const memberOf = <T extends string>(values: readonly T[]) => (value: string): value is T => values.some(known => known === value)

/** Reads a page number; null when it is none. Above the last page that can be reached it is that page. */
function pageOf(value: string): number | null {
  if (!/^[1-9]\d*$/.test(value)) return null
  return Math.min(Number(value), MAX_PAGE)
}

/**
 * Reads a search from an address. Never throws: a value that means nothing is left out and named in `ignored`, so that
 * the page can say so; an empty one is left out silently, and a page beyond the last is that last one, also named.
 */
export function parseSearchParams(params: URLSearchParams, known: KnownValues = {}): { query: SearchQuery; ignored: Ignored[] } {
  const ignored: Ignored[] = []
  const given = (param: string) => [...new Set(params.getAll(param).map(value => value.trim()).filter(value => value !== ''))]
  function many<T extends string>(param: string, accepts: (value: string) => value is T): T[] {
    const values: T[] = []
    for (const value of given(param)) {
      if (accepts(value) && values.length < VALUES_LIMIT) values.push(value)
      else ignored.push({ param, value: value.slice(0, 100) })
    }
    return values
  }
  const one = <T extends string>(param: string, accepts: (value: string) => value is T): T | null => {
    const [first, ...rest] = many(param, accepts)
    for (const value of rest) ignored.push({ param, value })
    return first ?? null
  }
  const codeIn = (set: Codes | undefined) => (value: string): value is string => (set ? set.has(value) : code.test(value))
  const page = given('page')[0] ?? '1'
  const query: SearchQuery = {
    q: (params.get('q') ?? '').slice(0, QUERY_LIMIT + 1).trim(),
    type: many('type', memberOf(searchTypes)),
    theme: many('theme', codeIn(known.theme)),
    field: many('field', codeIn(known.field)),
    industry: many('industry', codeIn(known.industry)),
    area: many('area', codeIn(known.area)),
    mode: many('mode', codeIn(known.mode ?? new Set(cooperationModes))),
    selection: many('selection', codeIn(known.selection ?? new Set(selections))),
    funding: many('funding', memberOf(fundingBuckets)),
    status: many('status', memberOf(statuses)),
    year: many('year', (value): value is `${number}` => /^20\d\d$/.test(value)).map(Number),
    posted: one('posted', memberOf(postedWithin)),
    closes: one('closes', memberOf(closesWithin)),
    sort: one('sort', memberOf(sorts)) ?? 'relevance',
    page: pageOf(page) ?? 1,
  }
  if (String(query.page) !== page) ignored.push({ param: 'page', value: page.slice(0, 100) })
  return { query, ignored }
}

/** The address of a search: only what differs from the default, always in the same order, so that one search has one address. */
export function searchParamsOf(query: SearchQuery): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, fallback] of Object.entries(emptyQuery)) {
    const value = query[name as keyof SearchQuery]
    if (Array.isArray(value)) for (const item of value.map(String).sort()) params.append(name, item)
    else if (value !== null && value !== fallback) params.set(name, String(value))
  }
  return params
}

/** Whether anything narrows the search besides its words. */
export function hasFilters(query: SearchQuery): boolean {
  return Object.entries(query).some(([name, value]) => Array.isArray(value) && value.length > 0 && name !== 'q')
    || query.posted !== null || query.closes !== null
}
