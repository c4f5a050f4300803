import { Prisma, type Target, type Tx } from '#prisma/client'
import type { Dimension } from '~/domain/contracts/dimensions'
import { countedSql, joinOf, keyOf, signedSql } from '~/domain/contracts/repo-dimensions.server'
import type { CountMeasure } from '~/domain/contracts/rules'
import type { PartyCell, Sums } from './cells'

export type Stretch = { from: string | null; to: string | null }

const sums = Prisma.sql`count(*)::int AS count, coalesce(sum("totalAmount"), 0)::numeric(20, 2)::text AS amount,
  coalesce(sum("technologyAmount"), 0)::numeric(20, 2)::text AS "technologyAmount", (count(*) FILTER (WHERE pending))::int AS pending`

/**
 * The cells of one group, in one statement and so of one moment. With `parties` each cell names up to three of its parties
 * (credit code, or the name where there is none), for the suppression.
 */
export function cells(tx: Tx, group: Dimension, { from, to }: Stretch, measure: CountMeasure, today: string, parties: boolean): Promise<PartyCell[]> {
  const chosen = Prisma.sql`chosen AS (
    SELECT c.id, ${keyOf(group)} AS key, c."totalAmount", c."technologyAmount", c.pending
    FROM "Contract" c ${joinOf(group)} WHERE ${signedSql(from, to)} AND ${countedSql(measure, today)})`
  if (!parties) return tx.$queryRaw<PartyCell[]>`WITH ${chosen} SELECT key, ${sums}, ARRAY[]::text[] AS parties FROM chosen GROUP BY key`
  return tx.$queryRaw<PartyCell[]>`
    WITH ${chosen}, cell AS (SELECT key, ${sums} FROM chosen GROUP BY key),
    who AS (
      SELECT chosen.key, (array_agg(DISTINCT coalesce(p."creditCode", p.name)))[1:3] AS parties
      FROM chosen JOIN "ContractParty" p ON p."contractId" = chosen.id GROUP BY chosen.key)
    SELECT cell.*, coalesce(who.parties, ARRAY[]::text[]) AS parties FROM cell LEFT JOIN who USING (key)`
}

/** Counts by month of signing, for the cumulative line. */
export function monthCounts(tx: Tx, { from, to }: Stretch, measure: CountMeasure, today: string): Promise<{ key: string; count: number }[]> {
  return tx.$queryRaw<{ key: string; count: number }[]>`
    SELECT ${keyOf('month')} AS key, count(*)::int AS count FROM "Contract" c
    WHERE ${signedSql(from, to)} AND ${countedSql(measure, today)} GROUP BY 1 ORDER BY 1`
}

export type Progress = Sums & { recentCount: number; recentAmount: string; recentTechnology: string; waitingCount: number; waitingAmount: string; waitingTechnology: string }

/** What counts in a period up to today, what of it was signed since `recentFrom`, and what is not registered yet (元 as text). */
export async function progress(tx: Tx, period: { from: string; to: string }, recentFrom: string, measure: CountMeasure, today: string): Promise<Progress> {
  const waiting = Prisma.sql`state IN ('reported', 'under_review', 'correction_requested')`
  const counted = Prisma.sql`counted AND "signedOn" BETWEEN ${period.from}::date AND ${period.to}::date`
  const recent = Prisma.sql`counted AND "signedOn" BETWEEN ${recentFrom}::date AND ${today}::date`
  const waits = Prisma.sql`${waiting} AND "signedOn" BETWEEN ${period.from}::date AND ${period.to}::date`
  const money = (column: Prisma.Sql, when: Prisma.Sql) => Prisma.sql`coalesce(sum(${column}) FILTER (WHERE ${when}), 0)::numeric(20, 2)::text`
  const [total, technology] = [Prisma.sql`"totalAmount"`, Prisma.sql`"technologyAmount"`]
  const [row] = await tx.$queryRaw<Progress[]>`
    SELECT (count(*) FILTER (WHERE ${counted}))::int AS count, ${money(total, counted)} AS amount, ${money(technology, counted)} AS "technologyAmount",
      (count(*) FILTER (WHERE ${counted} AND pending))::int AS pending,
      (count(*) FILTER (WHERE ${recent}))::int AS "recentCount", ${money(total, recent)} AS "recentAmount", ${money(technology, recent)} AS "recentTechnology",
      (count(*) FILTER (WHERE ${waits}))::int AS "waitingCount", ${money(total, waits)} AS "waitingAmount", ${money(technology, waits)} AS "waitingTechnology"
    FROM (SELECT c.*, (${countedSql(measure, today)}) AS counted FROM "Contract" c
      WHERE c."mergedIntoId" IS NULL AND c.state <> 'draft' AND (c."signedOn" BETWEEN ${period.from}::date AND ${period.to}::date OR c."signedOn" >= ${recentFrom}::date)) all_of_them`
  if (!row) throw new Error('an aggregate without a group answers one row')
  return row
}

export async function brokerNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.broker.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** First and last year of signing among reported contracts, for the choice of a year. */
export async function signedYears(tx: Tx): Promise<{ first: number | null; last: number | null }> {
  const [row] = await tx.$queryRaw<{ first: number | null; last: number | null }[]>`
    SELECT extract(year FROM min("signedOn"))::int AS first, extract(year FROM max("signedOn"))::int AS last FROM "Contract" WHERE state <> 'draft'`
  return row ?? { first: null, last: null }
}

export function targets(tx: Tx): Promise<Target[]> {
  return tx.target.findMany({ orderBy: [{ startsOn: 'desc' }, { measure: 'desc' }] })
}

export async function lockTarget(tx: Tx, id: string): Promise<Target | null> {
  await tx.$queryRaw`SELECT id FROM "Target" WHERE id = ${id}::uuid FOR UPDATE`
  return tx.target.findUnique({ where: { id } })
}

/** Another target with this period and measure. */
export function targetLike(tx: Tx, period: { startsOn: Date; endsOn: Date; measure: string }) {
  return tx.target.findUnique({ where: { startsOn_endsOn_measure: period }, select: { id: true } })
}

export function insertTarget(tx: Tx, data: Prisma.TargetCreateInput): Promise<Target> {
  return tx.target.create({ data })
}

export async function updateTarget(tx: Tx, id: string, version: number, data: Prisma.TargetUpdateManyMutationInput): Promise<boolean> {
  const { count } = await tx.target.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } })
  return count === 1
}
