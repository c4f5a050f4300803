import { Prisma, type Tx } from '#prisma/client'
import type { FacetCount, FacetField, SearchQuery, SearchStatus } from '#search/query'
import { facetFields, statuses } from '#search/query'
import type { Reading } from '#search/rows/reading'
import type { ShownDocument } from '#search/ask/hits'
import { choicesOf, groundsOf, orderOf, windowOf, windowsOf } from './repo-conditions.server'

/** One search in the database: a reading of its words (null: no words), its filters, at a time in seconds. */
export type RowQuestion = { reading: Reading | null; query: SearchQuery; now: number }
export type RowCounts = { total: number; facets: Record<FacetField, FacetCount[]>; statuses: Record<SearchStatus, number> }

/** The most values of a facet, as in the index's settings. */
const valuesPerFacet = 400

/** As JavaScript has them: the times are seconds, far from where numbers end. */
const facts = Prisma.sql`id, type, "recordId", url, number, title, summary, body, keywords, who, theme, field, industry, area, modes, selection, year,
  "opensAt"::float8, "closesAt"::float8, "postedAt"::float8, "fundingMin", "fundingMax"`

/** One page of hits in their order. */
export async function rowsOf(tx: Tx, { reading, query, now }: RowQuestion, offset: number, limit: number): Promise<ShownDocument[]> {
  const where = Prisma.join([groundsOf(reading, query, now), ...choicesOf(query, now).values()], ' AND ')
  return tx.$queryRaw<ShownDocument[]>`SELECT ${facts} FROM "SearchRow" WHERE ${where} ORDER BY ${orderOf(query, reading, now)} LIMIT ${limit} OFFSET ${offset}`
}

type Group = { missed: number; count: number; status: SearchStatus | null; year: number | null } & Record<Exclude<FacetField, 'year' | 'industry' | 'modes' | 'funding'>, string | null> & Record<'industry' | 'modes' | 'funding', string[] | null>

/**
 * Everything that is counted, in one pass: each row knows which of the choices it misses, as bits; one that misses none
 * counts everywhere, one that misses a single choice counts for that facet, whose counts are as if it were not narrowed.
 */
export async function countRows(tx: Tx, { reading, query, now }: RowQuestion): Promise<RowCounts> {
  const choices = [...choicesOf(query, now)]
  const bitOf = new Map(choices.map(([name], index) => [name, 1 << index]))
  const missed = choices.map(([, condition], index) => Prisma.sql`CASE WHEN ${condition} THEN 0 ELSE ${1 << index}::int END`)
  const groups = await tx.$queryRaw<Group[]>`
    SELECT missed, status, type, theme, field, industry, area, modes, selection, year, funding, count(*)::int AS count
    FROM (
      SELECT type, theme, field, industry, area, modes, selection, year, funding, ${windowOf(now)} AS status, ${missed.length > 0 ? Prisma.join(missed, ' + ') : Prisma.sql`0`} AS missed
      FROM "SearchRow" WHERE ${groundsOf(reading, query, now)}
    ) AS found
    WHERE missed & (missed - 1) = 0
    GROUP BY missed, GROUPING SETS (status, type, theme, field, industry, area, modes, selection, year, funding)`
  return sumsOf(groups, bitOf)
}

function sumsOf(groups: Group[], bitOf: Map<FacetField | 'status', number>): RowCounts {
  const counted = (name: FacetField | 'status') => groups.filter(({ missed }) => (missed & ~(bitOf.get(name) ?? 0)) === 0)
  const facetOf = (field: FacetField): FacetCount[] => {
    const counts = new Map<string, number>()
    for (const group of counted(field)) {
      const value = group[field]
      for (const one of Array.isArray(value) ? value : value === null ? [] : [String(value)]) counts.set(one, (counts.get(one) ?? 0) + group.count)
    }
    return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, valuesPerFacet)
  }
  const inStatus = (status: SearchStatus) => counted('status').filter((group) => group.status !== null && windowsOf[status].includes(group.status)).reduce((sum, { count }) => sum + count, 0)
  return {
    total: groups.filter(({ missed, type }) => missed === 0 && type !== null).reduce((sum, { count }) => sum + count, 0),
    facets: Object.fromEntries(facetFields.map((field) => [field, facetOf(field)])) as Record<FacetField, FacetCount[]>,
    statuses: Object.fromEntries(statuses.map((status) => [status, inStatus(status)])) as Record<SearchStatus, number>,
  }
}

/** How many rows have the words, whatever the filters. */
export async function countWords(tx: Tx, reading: Reading | null, now: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM "SearchRow" WHERE ${groundsOf(reading, { posted: null, closes: null }, now)}`
  return row?.count ?? 0
}
