import { readCsv } from './csv'
import { readJsonLines } from './jsonl'
import { kindOfFile } from './kind'
import type { Table } from './shape'
import { readWorkbook } from './workbook'

/** Reads an .xlsx, .csv (UTF-8, UTF-16 or GB18030) or .jsonl. Throws at the field `file` what is wrong with it as a whole. */
export async function readTable(name: string, bytes: Uint8Array): Promise<Table> {
  const kind = kindOfFile(name, bytes)
  if (kind === 'xlsx') return readWorkbook(bytes)
  return kind === 'jsonl' ? readJsonLines(bytes) : readCsv(bytes)
}
