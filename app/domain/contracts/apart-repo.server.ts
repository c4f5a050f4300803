import type { Tx } from '#prisma/client'
import { Decimal } from '~/domain/kernel/money'
import { dayFromColumn } from '~/domain/kernel/time'
import type { Comparable } from './duplicates'

/** Of pairs of parties with more contracts than this only equal amounts are compared: a framework of hundreds is no list of slips. */
const largestGroup = 60
/** So many contracts of such pairs are looked at, the last signed first. */
const mostLookedAt = 20_000

export type Grouped = Comparable & { number: string }

/** Contracts that count between parties who have several, the parties side by side. */
export async function contractsOfPairs(tx: Tx): Promise<Grouped[]> {
  const rows = await tx.$queryRaw<{ id: string; number: string; projectName: string; totalAmount: Decimal | null; signedOn: Date; registrationNumber: string | null; seller: string; buyer: string }[]>`
    WITH one AS (
      SELECT c.id, c.number, c."projectName", c."totalAmount", c."signedOn", c."registrationNumber", coalesce(s."creditCode", s.name) AS seller, coalesce(b."creditCode", b.name) AS buyer
      FROM "Contract" c JOIN "ContractParty" s ON s."contractId" = c.id AND s.side = 'seller' JOIN "ContractParty" b ON b."contractId" = c.id AND b.side = 'buyer'
      WHERE c.state NOT IN ('draft', 'refused', 'revoked') AND c."mergedIntoId" IS NULL),
    counted AS (SELECT *, count(*) OVER (PARTITION BY seller, buyer) AS among FROM one)
    SELECT id::text, number, "projectName", "totalAmount", "signedOn", "registrationNumber", seller, buyer FROM counted
    WHERE among BETWEEN 2 AND ${largestGroup} ORDER BY "signedOn" DESC, id LIMIT ${mostLookedAt}`
  return rows.map(({ totalAmount, signedOn, ...row }) => ({ ...row, totalAmount: totalAmount === null ? null : new Decimal(totalAmount.toString()), signedOn: dayFromColumn(signedOn) }))
}

/** Pairs of which a reviewer said that they are two, as `first second` in the order of their ids. */
export async function keptApart(tx: Tx): Promise<Set<string>> {
  const rows = await tx.contractApart.findMany({ select: { contractId: true, otherId: true } })
  return new Set(rows.map(({ contractId, otherId }) => `${contractId} ${otherId}`))
}

export async function keepApart(tx: Tx, [contractId, otherId]: readonly [string, string], said: { reason: string; actorId: string | null; createdAt: Date }): Promise<void> {
  await tx.contractApart.upsert({ where: { contractId_otherId: { contractId, otherId } }, create: { contractId, otherId, ...said }, update: said })
}
