import { writeImport as write } from '~/domain/imports/service.server'
import type { JobPayload } from '../catalogue'

/** Writes the good rows of a table of contracts into the register, all or none. */
export async function writeImport({ batchId }: JobPayload<'import.write'>): Promise<void> {
  await write(batchId, new Date())
}
