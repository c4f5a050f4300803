import type { Tx } from '#prisma/client'
import { db } from '~/domain/kernel/db.server'
import { transaction } from '~/domain/kernel/transact.server'
import * as repo from './tally-repo.server'

/** Brings every stale day up to date, some days a transaction. Nothing depends on it but speed: stale days are counted by their rows. */
export async function refreshTallies(): Promise<void> {
  while ((await transaction(db(), repo.refreshTallies)) > 0);
}

/** Compares the tallies with the rows and mends what differs; keeps when, and how many days did. */
export async function checkTallies(now: Date): Promise<{ days: number; differing: string[] }> {
  await refreshTallies()
  const found = await transaction(db(), async (tx) => {
    const compared = await repo.compareTallies(tx)
    await repo.noteCheck(tx, { checkedAt: now, days: compared.days, differing: compared.differing.length })
    return compared
  })
  await refreshTallies()
  return found
}

/** When the sums were last compared with the contracts, over how many days, and how many of these differed; null before the first night. */
export async function lastTallyCheck(tx: Tx): Promise<{ checkedAt: Date; days: number; differing: number } | null> {
  const last = await repo.lastCheck(tx)
  return last && { checkedAt: last.checkedAt, days: last.days, differing: last.differing }
}
