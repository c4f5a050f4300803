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

/** Inclusive signing days. */
export function signedSql(from: string | null, to: string | null): Prisma.Sql {
  return sql`(${from}::date IS NULL OR c."signedOn" >= ${from}::date) AND (${to}::date IS NULL OR c."signedOn" <= ${to}::date)`
}
