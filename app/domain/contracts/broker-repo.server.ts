import { Prisma, type Tx } from '#prisma/client'
import { countedSql } from './repo-dimensions.server'
import type { CountMeasure } from './rules'

/** The contracts that name a broker, the last signed first; drafts are nobody else's business. */
export async function idsOfBroker(tx: Tx, brokerId: string, limit: number): Promise<string[]> {
  const rows = await tx.contract.findMany({ where: { brokerId, state: { not: 'draft' }, mergedIntoId: null }, select: { id: true }, orderBy: [{ signedOn: 'desc' }, { id: 'desc' }], take: limit })
  return rows.map((row) => row.id)
}

export type BrokerFigures = { count: number; amount: string; parties: number }

/** What counts of them: how many, their 成交额 in 元, and how many different parties stand behind the sum. */
export async function figuresOfBroker(tx: Tx, brokerId: string, measure: CountMeasure, today: string): Promise<BrokerFigures> {
  const counted = Prisma.sql`c."brokerId" = ${brokerId}::uuid AND ${countedSql(measure, today)}`
  const [sums] = await tx.$queryRaw<Omit<BrokerFigures, 'parties'>[]>`SELECT count(*)::int AS count, coalesce(sum(c."totalAmount"), 0)::numeric(18, 2)::text AS amount FROM "Contract" c WHERE ${counted}`
  const [who] = await tx.$queryRaw<{ parties: number }[]>`
    SELECT count(DISTINCT coalesce(p."creditCode", p.name))::int AS parties FROM "Contract" c JOIN "ContractParty" p ON p."contractId" = c.id WHERE ${counted}`
  return { count: sums?.count ?? 0, amount: sums?.amount ?? '0.00', parties: who?.parties ?? 0 }
}
