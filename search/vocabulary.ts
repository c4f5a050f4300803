/** Codes that a search's address, its filters and its result share. */
export const searchTypes = ['scenario', 'need', 'achievement', 'expert', 'institute', 'broker'] as const
export type SearchType = (typeof searchTypes)[number]

/** Kinds of record that have a window, and so a status. */
export const timedTypes = ['scenario', 'need'] as const satisfies readonly SearchType[]

export const statuses = ['open', 'closing_soon', 'upcoming', 'closed'] as const
export type SearchStatus = (typeof statuses)[number]
/** Choice: open and ending within this many days counts as closing soon. */
export const CLOSING_SOON_DAYS = 7

/** Ranges in 万元; a record whose range reaches into several is in each of them. */
export const fundingBuckets = ['lt50', '50-200', 'gt200', 'negotiable'] as const
export type FundingBucket = (typeof fundingBuckets)[number]

export const postedWithin = ['7d', '30d', '90d'] as const
export type PostedWithin = (typeof postedWithin)[number]
export const closesWithin = ['7d', '30d', '90d', 'none'] as const
export type ClosesWithin = (typeof closesWithin)[number]

export const sorts = ['relevance', 'closes', 'posted', 'funding'] as const
export type SearchSort = (typeof sorts)[number]

/** Cooperation modes of needs and achievements. */
export const cooperationModes = [
  'joint_development', 'commissioned_development', 'licence', 'assignment', 'equity', 'service', 'consulting', 'joint_operation',
] as const
/** How an applicant is chosen. */
export const selections = ['open_call', 'parallel'] as const

/** A day in seconds. */
export const DAY = 86_400
/** 9999-12-31T23:59:59Z in seconds: what never closes, so that it sorts after every deadline. */
export const NEVER = 253_402_300_799

/** The buckets that a range of money touches, in 万元; both ends open means to be agreed. */
export function fundingBucketsOf(min: number | null, max: number | null): FundingBucket[] {
  if (min === null && max === null) return ['negotiable']
  const low = min ?? 0
  const high = max ?? Number.POSITIVE_INFINITY
  const found: FundingBucket[] = []
  if (low < 50) found.push('lt50')
  if (low <= 200 && high >= 50) found.push('50-200')
  if (high > 200) found.push('gt200')
  return found
}

/** Facets that are counted, by the name of the document's field. */
export const facetFields = ['type', 'theme', 'field', 'industry', 'area', 'modes', 'selection', 'year', 'funding'] as const
export type FacetField = (typeof facetFields)[number]
