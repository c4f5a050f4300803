import { checkImport as check } from '~/domain/imports/service.server'
import type { JobPayload } from '../catalogue'

/** Checks the rows of a table of contracts, and says what they lack. */
export async function checkImport({ batchId }: JobPayload<'import.check'>): Promise<void> {
  await check(batchId, new Date())
}
