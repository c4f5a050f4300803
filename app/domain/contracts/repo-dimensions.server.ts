import { Prisma } from '#prisma/client'
import type { Dimension } from './dimensions'
import { countedStates, type CountMeasure } from './rules'

/*
 * One text of what counts and of what a key means, for the statistics and for the list behind each of their figures.
 */

const sql = Prisma.sql
const none = Prisma.empty
const seller = sql`LEFT JOIN "ContractParty" s ON s."contractId" = c.id AND s.side = 'seller'`
const buyer = sql`LEFT JOIN "ContractParty" b ON b."contractId" = c.id AND b.side = 'buyer'`
/** Where it lands: the scenario's area, else the need's, else the one where the buyer sits. */
const place = sql`${buyer}
  LEFT JOIN "Organisation" o ON o.id = b."organisationId" LEFT JOIN "Need" n ON n.id = c."needId" LEFT JOIN "Scenario" x ON x.id = c."scenarioId"`

/** For each dimension what is joined to `"Contract" c`, and the key: null where it is missing. */
const parts: Record<Dimension, { join: Prisma.Sql; key: Prisma.Sql }> = {
  type: { join: none, key: sql`c.type::text` },
  field: { join: none, key: sql`nullif(c.field, '')` },
  ipr: { join: none, key: sql`c.ipr::text` },
  plan: { join: none, key: sql`c.plan::text` },
  party: { join: seller, key: sql`s.nature::text` },
  area: { join: place, key: sql`coalesce(x."areaKey", n."areaKey", o."areaKey")` },
  region: { join: buyer, key: sql`nullif(nullif(b."regionCode", ''), '000000')` },
  flow: { join: none, key: sql`c.flow` },
  broker: { join: none, key: sql`c."brokerId"::text` },
  source: { join: none, key: sql`c.source::text` },
  month: { join: none, key: sql`to_char(c."signedOn", 'YYYY-MM')` },
  quarter: { join: none, key: sql`to_char(c."signedOn", 'YYYY"-Q"Q')` },
  year: { join: none, key: sql`to_char(c."signedOn", 'YYYY')` },
}

export function joinOf(dimension: Dimension): Prisma.Sql {
  return parts[dimension].join
}

/** The key of a dimension; what is missing has the key `none`. */
export function keyOf(dimension: Dimension): Prisma.Sql {
  return sql`coalesce(${parts[dimension].key}, 'none')`
}

/** True for contracts that count on the day `today` (see rules.ts: `counts`). */
export function countedSql(measure: CountMeasure, today: string): Prisma.Sql {
  const states = [...countedStates[measure]]
  return sql`c."mergedIntoId" IS NULL AND (c.state = ANY(${states}::text[]::"ContractState"[]) OR (c.state = 'terminated' AND c."terminatedOn" > ${today}::date))`
}

/** The same for rows of the tally `t`. */
export function countedTallySql(measure: CountMeasure, today: string): Prisma.Sql {
  const states = [...countedStates[measure]]
  return sql`(t.state = ANY(${states}::text[]) OR (t.state = 'terminated' AND t.until > ${today}::date))`
}

/** Dimensions of time follow from the day of a tally. */
const timeKeys: Partial<Record<Dimension, Prisma.Sql>> = { month: sql`to_char(t.day, 'YYYY-MM')`, quarter: sql`to_char(t.day, 'YYYY"-Q"Q')`, year: sql`to_char(t.day, 'YYYY')` }

/** Dimensions that are tallied; `all` is the contracts as such. */
export const tallied = ['all', 'type', 'field', 'ipr', 'plan', 'party', 'area', 'region', 'flow', 'broker', 'source'] as const
export type Tallied = (typeof tallied)[number]

const names = sql`ARRAY(SELECT DISTINCT coalesce(p."creditCode", p.name) FROM "ContractParty" p WHERE p."contractId" = c.id ORDER BY 1)`

/** Days whose tally is not right any more. */
const stale = sql`(SELECT day FROM "ContractTallyStale")`

/**
 * What counts, as `part(day, key, count, amount, technology, pending, parties)`: tallies of the days that stand, and the contracts themselves of the others; for summing
 * up. In one statement, and so of one moment.
 */
export function partsSql(dimension: Dimension, from: string | null, to: string | null, measure: CountMeasure, today: string): Prisma.Sql {
  const time = timeKeys[dimension]
  const days = sql`(${from}::date IS NULL OR t.day >= ${from}::date) AND (${to}::date IS NULL OR t.day <= ${to}::date)`
  return sql`part AS (
    SELECT t.day, ${time ?? sql`t.key`} AS key, t.count, t.amount, t.technology, t.pending, t.parties FROM "ContractTally" t
    WHERE t.dimension = ${time ? 'all' : dimension} AND ${days} AND ${countedTallySql(measure, today)} AND t.day NOT IN ${stale}
    UNION ALL
    SELECT c."signedOn", ${keyOf(dimension)}, 1, coalesce(c."totalAmount", 0), coalesce(c."technologyAmount", 0), c.pending::int, ${names}
    FROM "Contract" c ${joinOf(dimension)} WHERE c."signedOn" IN ${stale} AND ${signedSql(from, to)} AND ${countedSql(measure, today)})`
}

/** The tally of some days (`days`: a list of dates in SQL) for one dimension, as it is to be written. */
export function tallySql(dimension: Tallied, days: Prisma.Sql): Prisma.Sql {
  const [join, key] = dimension === 'all' ? [none, sql`''`] : [joinOf(dimension), keyOf(dimension)]
  return sql`
    WITH chosen AS (
      SELECT c.id, c."signedOn" AS day, ${key} AS key, c.state::text AS state, CASE WHEN c.state = 'terminated' THEN coalesce(c."terminatedOn", c."signedOn") ELSE '9999-12-31'::date END AS until, c."totalAmount", c."technologyAmount", c.pending
      FROM "Contract" c ${join} WHERE c."signedOn" IN ${days} AND c.state <> 'draft' AND c."mergedIntoId" IS NULL),
    cell AS (
      SELECT day, key, state, until, count(*)::int AS count, coalesce(sum("totalAmount"), 0)::numeric(20, 2) AS amount, coalesce(sum("technologyAmount"), 0)::numeric(20, 2) AS technology, (count(*) FILTER (WHERE pending))::int AS pending
      FROM chosen GROUP BY day, key, state, until),
    who AS (
      SELECT x.day, x.key, x.state, x.until, (array_agg(DISTINCT coalesce(p."creditCode", p.name)))[1:3] AS parties
      FROM chosen x JOIN "ContractParty" p ON p."contractId" = x.id GROUP BY x.day, x.key, x.state, x.until)
    SELECT cell.day, ${dimension}::text AS dimension, cell.key, cell.state, cell.until, cell.count, cell.amount, cell.technology, cell.pending, coalesce(who.parties, ARRAY[]::text[]) AS parties
    FROM cell LEFT JOIN who USING (day, key, state, until)`
}

/** Inclusive signing days. */
export function signedSql(from: string | null, to: string | null): Prisma.Sql {
  return sql`(${from}::date IS NULL OR c."signedOn" >= ${from}::date) AND (${to}::date IS NULL OR c."signedOn" <= ${to}::date)`
}
