import { refreshTallies } from '~/domain/contracts/tally.server'

/** Adds up the contracts of the days that have changed. */
export async function sumStatistics(): Promise<void> {
  await refreshTallies()
}
