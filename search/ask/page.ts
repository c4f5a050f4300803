import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch'
import type { SearchClient } from '../client'
import { facetFields, searchTypes, statuses, timedTypes, type FacetField, type SearchSort, type SearchStatus, type SearchType } from '../vocabulary'
import { activeFacets, filtersOf, statusFilter } from './filters'
import { shownFields, type ShownDocument } from './hits'
import { type SearchQuery } from './params'
import type { Step } from './steps'

export type FacetCount = { value: string; count: number }
export type Answer = {
  documents: ShownDocument[]
  total: number
  facets: Record<FacetField, FacetCount[]>
  statuses: Record<SearchStatus, number>
}
export type Asked = { client: SearchClient; indexName: string; query: SearchQuery; now: number; offset: number; limit: number }
/** What is counted of all that was found. */
type Counted = FacetField | 'statuses'

const newestFirst = ['postedAt:desc', 'tie:asc']
const orders: Record<Exclude<SearchSort, 'closes'>, string[]> = {
  relevance: [],
  posted: newestFirst,
  funding: ['fundingMax:desc', 'fundingMin:desc', ...newestFirst],
}

/** Counts for the tabs: every kind, also those that nothing was found of. */
export function tabsOf(types: FacetCount[]): Record<SearchType, number> {
  const counts = new Map(types.map(({ value, count }) => [value, count]))
  return Object.fromEntries(searchTypes.map(type => [type, counts.get(type) ?? 0])) as Record<SearchType, number>
}

/** What a step asks for, or everything where there is none. */
const wordsOf = (step: Step | null): Pick<MultiSearchQuery, 'q' | 'attributesToSearchOn' | 'matchingStrategy'> =>
  step ? { q: step.q, attributesToSearchOn: step.fields, matchingStrategy: 'all' } : { q: '' }

const sum = (counts: Record<string, number> | undefined) => Object.values(counts ?? {}).reduce((total, count) => total + count, 0)
const listOf = (counts: Record<string, number> | undefined): FacetCount[] => Object.entries(counts ?? {}).map(([value, count]) => ({ value, count }))

/** Words and filters of a step, without a page. */
export function conditionsOf({ query, now, indexName }: Asked, step: Step): MultiSearchQuery {
  return { indexUid: indexName, ...wordsOf(step), filter: filtersOf(query, now) }
}

/** By deadline: what can still be answered first, the next deadline on top and what has none last; then what is over, the latest first. */
function pageQueries({ query, now, offset, limit, indexName }: Asked, step: Step | null): MultiSearchQuery[] {
  const base = { indexUid: indexName, ...wordsOf(step), attributesToRetrieve: [...shownFields], limit, offset }
  const filter = filtersOf(query, now)
  const sort = query.sort === 'relevance' && step === null ? 'posted' : query.sort
  if (sort !== 'closes') return [{ ...base, filter, sort: orders[sort] }]
  return [
    { ...base, filter: [...filter, `closesAt > ${now}`], sort: ['closesAt:asc', ...newestFirst] },
    { ...base, filter: [...filter, `closesAt <= ${now}`], sort: ['closesAt:desc', ...newestFirst] },
  ]
}

/** Joins the two halves of a list by deadline. Beyond the first half the second must be asked again from its own beginning. */
async function joinHalves(asked: Asked, first: MultiSearchResult<ShownDocument>, second: MultiSearchResult<ShownDocument>, step: Step | null) {
  const { client, offset, limit } = asked
  const missing = limit - first.hits.length
  if (missing === 0) return first.hits
  const from = Math.max(0, offset - (first.estimatedTotalHits ?? 0))
  if (from === offset) return [...first.hits, ...second.hits.slice(0, missing)]
  const [, again] = pageQueries({ ...asked, offset: from, limit: missing }, step)
  const answer = again ? await client.multiSearch<{ queries: MultiSearchQuery[] }, ShownDocument>({ queries: [again] }) : { results: [] }
  return [...first.hits, ...(answer.results[0]?.hits ?? [])]
}

/** The statuses that are counted where every kind is asked for, or one that has a window. */
const countsStatuses = ({ type }: SearchQuery) => type.length === 0 || timedTypes.some(timed => type.includes(timed))

const statusesFrom = (counts: Record<string, number> | undefined) =>
  Object.fromEntries(statuses.map(status => [status, counts?.[status] ?? 0])) as Record<SearchStatus, number>

/** Documents whose statuses are of another time than the one that is asked about: a window's edge has passed since they were written. */
export const outdated = (now: number) => `statusUntil <= ${now} OR statusFrom > ${now}`

/** Counts statuses by their conditions, for the minutes in which some document's own are not right. */
async function countStatuses({ client, query, now }: Asked, count: MultiSearchQuery): Promise<Record<SearchStatus, number>> {
  const queries = statuses.map(status => ({ ...count, filter: [...filtersOf(query, now, 'status'), statusFilter(status, now)] }))
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, ShownDocument>({ queries })
  return statusesFrom(Object.fromEntries(statuses.map((status, index) => [status, results[index]?.estimatedTotalHits ?? 0])))
}

/**
 * Asks for one page with all that stands around it, in one request: the hits, the counts of every facet, and for a facet
 * that is narrowed its counts as if it were not, so that other choices keep their numbers.
 */
export async function ask(asked: Asked, step: Step | null): Promise<Answer> {
  const { client, indexName, query, now } = asked
  const pages = pageQueries(asked, step)
  const count = { indexUid: indexName, ...wordsOf(step), limit: 0 }
  const active: Counted[] = [...activeFacets(query), ...(query.status.length > 0 ? ['statuses' as const] : [])]
  const counted: Counted[] = [...facetFields, 'statuses']
  const [page] = pages
  const main = pages.length === 1 && page ? [{ ...page, facets: counted }] : [...pages, { ...count, filter: filtersOf(query, now), facets: counted }]
  const others = active.map(field => ({ ...count, filter: filtersOf(query, now, field === 'statuses' ? 'status' : field), facets: [field] }))
  const late = countsStatuses(query) ? [{ indexUid: indexName, q: '', limit: 0, filter: outdated(now) }] : []
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, ShownDocument>({ queries: [...main, ...others, ...late] })
  const [first, second] = results
  const counts = results[main.length - 1]?.facetDistribution ?? {}
  const countsOf = (field: Counted) => {
    const position = active.indexOf(field)
    return (position === -1 ? counts : results[main.length + position]?.facetDistribution)?.[field]
  }
  const isLate = late.length > 0 && (results.at(-1)?.estimatedTotalHits ?? 0) > 0
  return {
    documents: first && second && pages.length === 2 ? await joinHalves(asked, first, second, step) : (first?.hits ?? []),
    total: sum(counts.type),
    facets: Object.fromEntries(facetFields.map(field => [field, listOf(countsOf(field))])) as Record<FacetField, FacetCount[]>,
    statuses: isLate ? await countStatuses(asked, count) : statusesFrom(countsOf('statuses')),
  }
}

/** How many documents each step would find, in one request; `filtered: false` leaves the filters out. */
export async function probe(asked: Asked, steps: Step[], filtered = true): Promise<number[]> {
  if (steps.length === 0) return []
  const filter = filtered ? filtersOf(asked.query, asked.now) : []
  const queries: MultiSearchQuery[] = steps.map(step => ({ indexUid: asked.indexName, ...wordsOf(step), filter, limit: 0 }))
  const { results } = await asked.client.multiSearch<{ queries: MultiSearchQuery[] }, ShownDocument>({ queries })
  return results.map(result => result.estimatedTotalHits ?? 0)
}

/** The first documents of each step, without counts, in one request. */
export async function firstOf(asked: Asked, steps: Step[]): Promise<{ step: Step; total: number; documents: ShownDocument[] }[]> {
  const filter = filtersOf(asked.query, asked.now)
  const queries: MultiSearchQuery[] = steps.map(step => (
    { indexUid: asked.indexName, ...wordsOf(step), filter, limit: asked.limit, attributesToRetrieve: [...shownFields] }
  ))
  const { results } = await asked.client.multiSearch<{ queries: MultiSearchQuery[] }, ShownDocument>({ queries })
  return steps.map((step, index) => ({ step, total: results[index]?.estimatedTotalHits ?? 0, documents: results[index]?.hits ?? [] }))
}
