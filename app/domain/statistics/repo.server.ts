import { Prisma, type Target, type Tx } from '#prisma/client'
import type { Dimension } from '~/domain/contracts/dimensions'
import { partsSql } from '~/domain/contracts/repo-dimensions.server'
import type { CountMeasure } from '~/domain/contracts/rules'
import type { PartyCell, Sums } from './cells'

export type Stretch = { from: string | null; to: string | null }

const sums = Prisma.sql`coalesce(sum(count), 0)::int AS count, coalesce(sum(amount), 0)::numeric(20, 2)::text AS amount,
  coalesce(sum(technology), 0)::numeric(20, 2)::text AS "technologyAmount", coalesce(sum(pending), 0)::int AS pending`

/**
 * The cells of one group, in one statement and so of one moment. With `parties` each cell names up to three of its parties
 * (credit code, or the name where there is none), for the suppression.
 */
export function cells(tx: Tx, group: Dimension, { from, to }: Stretch, measure: CountMeasure, today: string, parties: boolean): Promise<PartyCell[]> {
  const parts = partsSql(group, from, to, measure, today)
  if (!parties) return tx.$queryRaw<PartyCell[]>`WITH ${parts} SELECT key, ${sums}, ARRAY[]::text[] AS parties FROM part GROUP BY key`
  return tx.$queryRaw<PartyCell[]>`
    WITH ${parts}, cell AS (SELECT key, ${sums} FROM part GROUP BY key),
    who AS (SELECT key, (array_agg(DISTINCT name))[1:3] AS parties FROM part, unnest(part.parties) AS name GROUP BY key)
    SELECT cell.*, coalesce(who.parties, ARRAY[]::text[]) AS parties FROM cell LEFT JOIN who USING (key)`
}

/** Counts by month of signing, for the cumulative line. */
export function monthCounts(tx: Tx, { from, to }: Stretch, measure: CountMeasure, today: string): Promise<{ key: string; count: number }[]> {
  return tx.$queryRaw<{ key: string; count: number }[]>`WITH ${partsSql('month', from, to, measure, today)} SELECT key, sum(count)::int AS count FROM part GROUP BY 1 ORDER BY 1`
}

export type Progress = Sums & { recentCount: number; recentAmount: string; recentTechnology: string; waitingCount: number; waitingAmount: string; waitingTechnology: string }

/** What counts in a period up to today, what of it was signed since `recentFrom`, and what is not registered yet (元 as text). */
export async function progress(tx: Tx, period: { from: string; to: string }, recentFrom: string, measure: CountMeasure, today: string): Promise<Progress> {
  const within = Prisma.sql`day BETWEEN ${period.from}::date AND ${period.to}::date`
  const recent = Prisma.sql`day BETWEEN ${recentFrom}::date AND ${today}::date`
  const money = (column: Prisma.Sql, when: Prisma.Sql) => Prisma.sql`coalesce(sum(${column}) FILTER (WHERE ${when}), 0)::numeric(20, 2)::text`
  const count = (column: Prisma.Sql, when: Prisma.Sql) => Prisma.sql`coalesce(sum(${column}) FILTER (WHERE ${when}), 0)::int`
  const [total, technology, many] = [Prisma.sql`amount`, Prisma.sql`technology`, Prisma.sql`count`]
  const from = recentFrom < period.from ? recentFrom : period.from
  const to = today > period.to ? today : period.to
  // What waits has its own states: it is asked for beside what counts, whichever measure the district uses.
  const [row] = await tx.$queryRaw<Progress[]>`
    WITH ${partsSql('year', from, to, measure, today)},
    counted AS (
      SELECT ${count(many, within)} AS count, ${money(total, within)} AS amount, ${money(technology, within)} AS "technologyAmount", ${count(Prisma.sql`pending`, within)} AS pending,
        ${count(many, recent)} AS "recentCount", ${money(total, recent)} AS "recentAmount", ${money(technology, recent)} AS "recentTechnology" FROM part),
    waits AS (
      SELECT count(*)::int AS "waitingCount", coalesce(sum("totalAmount"), 0)::numeric(20, 2)::text AS "waitingAmount", coalesce(sum("technologyAmount"), 0)::numeric(20, 2)::text AS "waitingTechnology"
      FROM "Contract" WHERE state IN ('reported', 'under_review', 'correction_requested') AND "mergedIntoId" IS NULL AND "signedOn" BETWEEN ${period.from}::date AND ${period.to}::date)
    SELECT * FROM counted, waits`
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
