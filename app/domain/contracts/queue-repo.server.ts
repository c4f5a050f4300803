import { Prisma, type Tx } from '#prisma/client'
import type { Dimension } from './dimensions'
import { countedSql, joinOf, keyOf, signedSql } from './repo-dimensions.server'
import type { CountMeasure } from './rules'
import type { QueueInput } from './schema'

const filtered = ['type', 'field', 'ipr', 'plan', 'party', 'area', 'region', 'flow', 'broker', 'source'] as const satisfies readonly Dimension[]
const waiting = ['reported', 'under_review', 'correction_requested']

const orders: Record<QueueInput['sort'], Prisma.Sql> = {
  due: Prisma.sql`c."reviewDueOn" ASC NULLS LAST, c."signedOn" DESC, c.id DESC`,
  signed: Prisma.sql`c."signedOn" DESC, c.id DESC`,
  amount: Prisma.sql`c."totalAmount" DESC NULLS LAST, c.id DESC`,
}

function conditions(filter: QueueInput, measure: CountMeasure, today: string): Prisma.Sql {
  const all: Prisma.Sql[] = [Prisma.sql`c.state <> 'draft'`, signedSql(filter.from, filter.to)]
  if (filter.counted) all.push(countedSql(measure, today))
  if (filter.pending) all.push(Prisma.sql`c.pending`)
  if (filter.state === 'waiting') all.push(Prisma.sql`c.state = ANY(${waiting}::text[]::"ContractState"[]) AND c."mergedIntoId" IS NULL`)
  else if (filter.state) all.push(Prisma.sql`c.state = ${filter.state}::"ContractState"`)
  for (const dimension of filtered) {
    const value = filter[dimension]
    if (value) all.push(Prisma.sql`c.id IN (SELECT c.id FROM "Contract" c ${joinOf(dimension)} WHERE ${keyOf(dimension)} = ${value})`)
  }
  if (filter.q) {
    const like = `%${filter.q.replace(/[\\%_]/g, (char) => `\\${char}`)}%`
    all.push(Prisma.sql`(c.number ILIKE ${like} OR c."registrationNumber" ILIKE ${like} OR c."projectName" ILIKE ${like}
      OR EXISTS (SELECT 1 FROM "ContractParty" p WHERE p."contractId" = c.id AND (p.name ILIKE ${like} OR p."creditCode" = ${filter.q.toUpperCase()})))`)
  }
  return Prisma.join(all, ' AND ')
}

export type QueueTotals = { total: number; amount: string; technology: string }

/** One page of the bureau's list: the ids in order, how many there are in all, and their sums in 元. */
export async function queuePage(tx: Tx, filter: QueueInput, measure: CountMeasure, today: string, size: number): Promise<QueueTotals & { ids: string[] }> {
  const where = conditions(filter, measure, today)
  const [totals] = await tx.$queryRaw<QueueTotals[]>`
    SELECT count(*)::int AS total, coalesce(sum(c."totalAmount"), 0)::numeric(18, 2)::text AS amount, coalesce(sum(c."technologyAmount"), 0)::numeric(18, 2)::text AS technology
    FROM "Contract" c WHERE ${where}`
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT c.id FROM "Contract" c WHERE ${where} ORDER BY ${orders[filter.sort]} LIMIT ${size} OFFSET ${(filter.page - 1) * size}`
  return { ...(totals ?? { total: 0, amount: '0.00', technology: '0.00' }), ids: rows.map((row) => row.id) }
}

/** Ids of all that the filter finds, in the order of the list: for going through them in portions. */
export async function queueIds(tx: Tx, filter: QueueInput, measure: CountMeasure, today: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT c.id FROM "Contract" c WHERE ${conditions(filter, measure, today)} ORDER BY ${orders[filter.sort]}`
  return rows.map((row) => row.id)
}

/** How many wait, and how many of them are past their day. */
export async function waitingCounts(tx: Tx, today: string): Promise<{ waiting: number; overdue: number }> {
  const [row] = await tx.$queryRaw<{ waiting: number; overdue: number }[]>`
    SELECT count(*)::int AS waiting, (count(*) FILTER (WHERE "reviewDueOn" < ${today}::date))::int AS overdue
    FROM "Contract" WHERE state = ANY(${waiting}::text[]::"ContractState"[]) AND "mergedIntoId" IS NULL`
  return row ?? { waiting: 0, overdue: 0 }
}

export type LandingRow = { title: string; path: string; source: 'need' | 'scenario'; type: string; field: string; registeredOn: string }

/** Registered contracts that came from a public need or scenario, the newest first; nothing of the contract itself but its kind. */
export function landings(tx: Tx, limit: number): Promise<LandingRow[]> {
  return tx.$queryRaw<LandingRow[]>`
    SELECT coalesce(n.title, x.title) AS title, CASE WHEN n.id IS NOT NULL THEN '/needs/' || n.number ELSE '/scenarios/' || x.serial END AS path,
      c.source::text AS source, c.type::text AS type, c.field, c."registeredOn"::text AS "registeredOn"
    FROM "Contract" c
    LEFT JOIN "Need" n ON n.id = c."needId" AND n.state IN ('published', 'awarded', 'contracted', 'closed')
    LEFT JOIN "Scenario" x ON x.id = c."scenarioId" AND x.publication IN ('published', 'archived')
    WHERE c.state IN ('registered', 'amended') AND c."mergedIntoId" IS NULL AND (n.id IS NOT NULL OR x.id IS NOT NULL)
    ORDER BY c."registeredOn" DESC, c.id DESC LIMIT ${limit}`
}
