import { finished } from 'node:stream/promises'
import { fromBufferPromise } from 'yauzl'
import { fileProblem } from './kind'
import { most } from './shape'

/**
 * Looks into a workbook before anything unfolds it: a few hundred kilobytes can hold a gigabyte. Throws for too many parts or too much
 * content, also where the listing says less than there is, and for a zip file that is damaged.
 */
export async function assertUnfoldsWell(bytes: Uint8Array): Promise<void> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }).catch(() => {
    throw fileProblem('file.damaged')
  })
  if (zip.entryCount > most.entries) throw fileProblem('file.unfolds_too_large')
  let total = 0
  let workbook = false
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize
      if (total > most.unfolded) throw fileProblem('file.unfolds_too_large')
      workbook ||= entry.fileName === 'xl/workbook.xml'
      // Read through once: a stream longer than the listing says ends in an error here.
      const stream = await zip.openReadStreamPromise(entry)
      await finished(stream.resume())
    }
  } catch (error) {
    if (error instanceof Error && /too many bytes/.test(error.message)) throw fileProblem('file.unfolds_too_large')
    throw error instanceof Error && error.name === 'Error' && !('said' in error) ? fileProblem('file.damaged') : error
  }
  if (!workbook) throw fileProblem('file.not_a_workbook')
}
