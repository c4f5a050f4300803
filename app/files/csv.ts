import { CsvError, parse } from 'csv-parse/sync'
import { decodeText } from './decode'
import { fileProblem } from './kind'
import { most, type Line, type Table } from './shape'

/** The apostrophe that keeps a text from being taken for a formula (`write-csv.ts`). */
const guard = /^'(?=[=+\-@])/
const delimiters = [',', '\t', ';', '，']

/** What parts the first line into the most pieces. */
function delimiterOf(text: string): string {
  const first = /[^\r\n]*/.exec(text.trimStart())?.[0] ?? ''
  const pieces = (delimiter: string) => first.split(delimiter).length
  return delimiters.reduce((best, delimiter) => (pieces(delimiter) > pieces(best) ? delimiter : best))
}

/** Reads a text of cells. Lines without any are passed over; the others keep their number. */
export function readCsv(bytes: Uint8Array): Table {
  const text = decodeText(bytes)
  const lines: Line[] = []
  const keep = (record: string[], { lines: line }: { lines: number }) => void lines.push({ line, cells: record.slice(0, most.columns).map((cell) => cell.trim().replace(guard, '').slice(0, most.cell)) })
  try {
    parse(text, { delimiter: delimiterOf(text), bom: true, relax_column_count: true, skip_empty_lines: true, to: most.lines + 1, on_record: keep })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw fileProblem('file.csv_broken', { line: Number((error as { lines?: number }).lines ?? 0) })
  }
  if (lines.length > most.lines) throw fileProblem('file.too_many_lines', { most: most.lines })
  return { sheets: [{ name: '', lines: lines.filter(({ cells }) => cells.some(Boolean)) }], hidden: [] }
}
