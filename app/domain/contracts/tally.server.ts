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
