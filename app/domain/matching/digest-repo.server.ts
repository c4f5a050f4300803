import type { Tx } from '#prisma/client'
import type { Own } from './fits-repo.server'

export type Reader = Own & { id: string; email: string; name: string; locale: 'zh-CN' | 'en' }

/** The accounts that can be candidates and want the digest, in the order of their ids: a confirmed address, not disabled. */
export async function readers(tx: Tx): Promise<Reader[]> {
  const rows = await tx.$queryRaw<{ id: string; email: string; name: string; locale: string; personId: string | null; brokerId: string | null; organisationIds: string[] }[]>`
    SELECT a.id, a.email, a.name, a.locale, p.id AS "personId", b.id AS "brokerId", coalesce(m.ids, '{}') AS "organisationIds"
    FROM "Account" a LEFT JOIN "Person" p ON p."accountId" = a.id LEFT JOIN "Broker" b ON b."accountId" = a.id
      LEFT JOIN (SELECT "accountId", array_agg("organisationId") AS ids FROM "Membership" WHERE role = 'institute' GROUP BY 1) m ON m."accountId" = a.id
      LEFT JOIN "MatchDigest" d ON d."accountId" = a.id
    WHERE a."disabledAt" IS NULL AND a."emailConfirmedAt" IS NOT NULL AND coalesce(d.weekly, true) AND num_nonnulls(p.id, b.id, m.ids) > 0 ORDER BY a.id`
  return rows.map((row) => ({ ...row, locale: row.locale === 'en' ? 'en' : 'zh-CN' }))
}

/** The setting, locked until the transaction ends. */
export async function findLocked(tx: Tx, accountId: string): Promise<{ id: string; name: string; weekly: boolean; mails: number } | null> {
  await tx.$queryRaw`SELECT id FROM "Account" WHERE id = ${accountId}::uuid FOR UPDATE`
  const account = await tx.account.findUnique({ where: { id: accountId }, select: { id: true, name: true, digest: true } })
  return account && { id: account.id, name: account.name, weekly: account.digest?.weekly ?? true, mails: account.digest?.mails ?? 0 }
}

export async function isWeekly(tx: Tx, accountId: string): Promise<boolean> {
  return (await tx.matchDigest.findUnique({ where: { accountId } }))?.weekly ?? true
}

export async function setWeekly(tx: Tx, accountId: string, weekly: boolean): Promise<void> {
  await tx.matchDigest.upsert({ where: { accountId }, create: { accountId, weekly }, update: { weekly } })
}

export async function toldOf(tx: Tx, accountId: string): Promise<Set<string>> {
  return new Set((await tx.matchDigestHit.findMany({ where: { accountId }, select: { targetId: true } })).map(({ targetId }) => targetId))
}

/** Remembers what is told, and answers which of it was not told before. */
export async function insertTold(tx: Tx, accountId: string, targetIds: readonly string[], now: Date): Promise<Set<string>> {
  const made = await tx.matchDigestHit.createManyAndReturn({ data: targetIds.map((targetId) => ({ accountId, targetId, toldAt: now })), skipDuplicates: true, select: { targetId: true } })
  return new Set(made.map(({ targetId }) => targetId))
}

export async function markMailed(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.matchDigest.upsert({ where: { accountId }, create: { accountId, mails: 1, mailedAt: now }, update: { mails: { increment: 1 }, mailedAt: now } })
}
