import { decodeText } from './decode'
import { fileProblem } from './kind'
import { most, type Table } from './shape'

const asText = (value: unknown) => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)).trim().slice(0, most.cell)

/** Reads one record a line; the names of all fields make up the line of headers, which counts as line 0. */
export function readJsonLines(bytes: Uint8Array): Table {
  const records: { line: number; record: Record<string, unknown> }[] = []
  for (const [at, text] of decodeText(bytes).split(/\r?\n/).entries()) {
    if (text.trim() === '') continue
    if (records.length === most.lines) throw fileProblem('file.too_many_lines', { most: most.lines })
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      value = null
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fileProblem('file.json_broken', { line: at + 1 })
    records.push({ line: at + 1, record: value as Record<string, unknown> })
  }
  const names = [...new Set(records.flatMap(({ record }) => Object.keys(record)))].slice(0, most.columns)
  return { sheets: [{ name: '', lines: [{ line: 0, cells: names }, ...records.map(({ line, record }) => ({ line, cells: names.map((name) => asText(record[name])) }))] }], hidden: [] }
}
