import { Prisma } from '#prisma/client'
import { CLOSING_SOON_DAYS, NEVER, timedTypes, type FacetField, type SearchQuery, type SearchStatus } from '#search/query'
import type { Reading } from '#search/rows/reading'

/*
 * The conditions of a search in SQL: the same as `search/ask/filters.ts` writes for the index, which the tests compare
 * query by query.
 */

const DAY = 86_400

/** A window's state at a time, in seconds, the narrowest: a record that closes soon is open too. Null for what has no window. */
export const windowOf = (now: number): Prisma.Sql => Prisma.sql`
  CASE WHEN type <> ALL(${[...timedTypes]}::text[]) THEN NULL
    WHEN "opensAt" > ${now}::bigint THEN 'upcoming'
    WHEN "closesAt" <= ${now}::bigint THEN 'closed'
    WHEN "closesAt" <= ${now + CLOSING_SOON_DAYS * DAY}::bigint THEN 'closing_soon'
    ELSE 'open' END`

/** Which of the narrowest states a status of the filter stands for. */
export const windowsOf: Record<SearchStatus, SearchStatus[]> = { open: ['open', 'closing_soon'], closing_soon: ['closing_soon'], upcoming: ['upcoming'], closed: ['closed'] }

const anyOf = (column: Prisma.Sql, values: string[]) => Prisma.sql`${column} = ANY(${values}::text[])`
const overlaps = (column: Prisma.Sql, values: string[]) => Prisma.sql`${column} && ${values}::text[]`

/** What each facet and the status ask for; those that this search does not narrow are not there. */
export function choicesOf(query: SearchQuery, now: number): Map<FacetField | 'status', Prisma.Sql> {
  const all: [FacetField | 'status', boolean, Prisma.Sql][] = [
    ['type', query.type.length > 0, anyOf(Prisma.sql`type`, query.type)],
    ['theme', query.theme.length > 0, anyOf(Prisma.sql`theme`, query.theme)],
    ['field', query.field.length > 0, anyOf(Prisma.sql`field`, query.field)],
    ['industry', query.industry.length > 0, overlaps(Prisma.sql`industry`, query.industry)],
    ['area', query.area.length > 0, anyOf(Prisma.sql`area`, query.area)],
    ['modes', query.mode.length > 0, overlaps(Prisma.sql`modes`, query.mode)],
    ['selection', query.selection.length > 0, anyOf(Prisma.sql`selection`, query.selection)],
    ['year', query.year.length > 0, Prisma.sql`year = ANY(${query.year}::int[])`],
    ['funding', query.funding.length > 0, overlaps(Prisma.sql`funding`, query.funding)],
    ['status', query.status.length > 0, anyOf(windowOf(now), query.status.flatMap((status) => windowsOf[status]))],
  ]
  return new Map(all.filter(([, narrowed]) => narrowed).map(([name, , condition]) => [name, condition]))
}

const inText = (texts: string[]) => Prisma.join(texts.map((text) => Prisma.sql`strpos(text, ${text}) > 0`), ' AND ')

/** A row has a word when the index of lexemes says so and, for a longer one, its text does. Values only, never a pattern: nothing that is typed is special. */
function hasWord({ lexemes, alternatives, settled }: Reading['present'][number]): Prisma.Sql {
  const found = Prisma.sql`terms @@ ${lexemes}::tsquery`
  if (settled) return found
  return Prisma.sql`(${found} AND (${Prisma.join(alternatives.map((texts) => Prisma.sql`(${inText(texts)})`), ' OR ')}))`
}

/** What every row must fulfil, whatever is counted: the words, and when it was posted or closes. */
export function groundsOf(reading: Reading | null, query: Pick<SearchQuery, 'posted' | 'closes'>, now: number): Prisma.Sql {
  const all: Prisma.Sql[] = [Prisma.sql`true`]
  const timed = Prisma.sql`type = ANY(${[...timedTypes]}::text[])`
  for (const word of reading?.present ?? []) all.push(hasWord(word))
  for (const word of reading?.absent ?? []) all.push(Prisma.sql`NOT ${hasWord(word)}`)
  if (query.posted) all.push(Prisma.sql`"postedAt" >= ${now - Number.parseInt(query.posted, 10) * DAY}::bigint`)
  if (query.closes === 'none') all.push(Prisma.sql`${timed} AND "closesAt" = ${NEVER}::bigint`)
  else if (query.closes) all.push(Prisma.sql`${timed} AND "closesAt" > ${now}::bigint AND "closesAt" <= ${now + Number.parseInt(query.closes, 10) * DAY}::bigint`)
  return Prisma.join(all, ' AND ')
}

const newestFirst = Prisma.sql`"postedAt" DESC, tie`

/**
 * The same orders as the index has. By relevance, which is the index's own art, rows with more of the words in their title
 * come first, then the newest.
 */
export function orderOf(query: Pick<SearchQuery, 'sort'>, reading: Reading | null, now: number): Prisma.Sql {
  switch (query.sort) {
    case 'posted':
      return newestFirst
    case 'funding':
      return Prisma.sql`"fundingMax" DESC NULLS LAST, "fundingMin" DESC NULLS LAST, ${newestFirst}`
    case 'closes':
      return Prisma.sql`"closesAt" <= ${now}::bigint, CASE WHEN "closesAt" > ${now}::bigint THEN "closesAt" ELSE -"closesAt" END, ${newestFirst}`
    case 'relevance': {
      const words = reading?.present ?? []
      const inTitle = words.map(({ alternatives }) => Prisma.sql`(${Prisma.join(alternatives.flat().map((text) => Prisma.sql`strpos("titleText", ${text}) > 0`), ' OR ')})::int`)
      return words.length === 0 ? newestFirst : Prisma.sql`(${Prisma.join(inTitle, ' + ')}) DESC, ${newestFirst}`
    }
  }
}
