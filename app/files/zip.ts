import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { fileProblem } from './kind'
import { most } from './shape'

/** The parts of a workbook by name; each is unfolded when it is asked for, as text in whole characters. */
export type Parts = { names: string[]; open: (name: string) => Promise<Readable | null> }

async function looked(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > most.entries) throw fileProblem('file.unfolds_too_large')
  const entries = new Map<string, Entry>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    if (total > most.unfolded) throw fileProblem('file.unfolds_too_large')
    entries.set(entry.fileName, entry)
    // Read through once: a stream longer than the listing says ends in an error here.
    await finished((await zip.openReadStreamPromise(entry)).resume())
  }
  return entries
}

/**
 * Opens a workbook after a look into it: a few hundred kilobytes can hold a gigabyte. Throws for too many parts or too much
 * content, also where the listing says less than there is, for a zip file that is damaged and for one that is no workbook.
 */
export async function openParts(bytes: Uint8Array): Promise<Parts> {
  const damaged = () => {
    throw fileProblem('file.damaged')
  }
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true, autoClose: false }).catch(damaged)
  const entries = await looked(zip).catch((error: Error) => {
    if (/too many bytes/.test(error.message)) throw fileProblem('file.unfolds_too_large')
    throw 'said' in error ? error : fileProblem('file.damaged')
  })
  if (!entries.has('xl/workbook.xml')) throw fileProblem('file.not_a_workbook')
  const open = async (name: string) => {
    const entry = entries.get(name)
    // As text: a reader that is handed bytes may cut a Chinese character in two.
    return entry ? (await zip.openReadStreamPromise(entry)).setEncoding('utf8') : null
  }
  return { names: [...entries.keys()], open }
}
