import { CLOSING_SOON_DAYS, DAY, NEVER, timedTypes, type FacetField, type SearchStatus } from '../vocabulary'
import type { SearchQuery } from './params'

/** A value as a Meilisearch filter writes it; whatever it holds stays a value. */
export function quoteValue(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

const isOneOf = (field: string, values: readonly (string | number)[]) =>
  `${field} IN [${values.map(value => (typeof value === 'number' ? value : quoteValue(value))).join(', ')}]`

const timed = isOneOf('type', timedTypes)

/** The condition of a status at a time, in seconds. A document's own statuses are only counted: they are right for a while. */
export function statusFilter(status: SearchStatus, now: number): string {
  switch (status) {
    case 'open':
      return `(${timed} AND opensAt <= ${now} AND closesAt > ${now})`
    case 'closing_soon':
      return `(${timed} AND opensAt <= ${now} AND closesAt > ${now} AND closesAt <= ${now + CLOSING_SOON_DAYS * DAY})`
    case 'upcoming':
      return `(${timed} AND opensAt > ${now})`
    case 'closed':
      return `(${timed} AND opensAt <= ${now} AND closesAt <= ${now})`
  }
}

const facetParams = {
  type: 'type', theme: 'theme', field: 'field', industry: 'industry', area: 'area', modes: 'mode', selection: 'selection', year: 'year', funding: 'funding',
} as const satisfies Record<FacetField, keyof SearchQuery>

/** Facets that this search narrows. */
export function activeFacets(query: SearchQuery): FacetField[] {
  return (Object.keys(facetParams) as FacetField[]).filter(field => query[facetParams[field]].length > 0)
}

/** Conditions of a search, all of which must hold; `except` leaves one out, to count what choosing otherwise would give. */
export function filtersOf(query: SearchQuery, now: number, except?: FacetField | 'status'): string[] {
  const filters = activeFacets(query).filter(field => field !== except).map(field => isOneOf(field, query[facetParams[field]]))
  if (query.status.length > 0 && except !== 'status') filters.push(`(${query.status.map(status => statusFilter(status, now)).join(' OR ')})`)
  if (query.posted) filters.push(`postedAt >= ${now - Number.parseInt(query.posted, 10) * DAY}`)
  if (query.closes === 'none') filters.push(`(${timed} AND closesAt = ${NEVER})`)
  else if (query.closes) filters.push(`(${timed} AND closesAt > ${now} AND closesAt <= ${now + Number.parseInt(query.closes, 10) * DAY})`)
  return filters
}
