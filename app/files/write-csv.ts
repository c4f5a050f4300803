import { Readable } from 'node:stream'

/** Text that a spreadsheet would take for a formula gets an apostrophe in front; a plain number stays one. */
function inert(value: string): string {
  return /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value
}

type Row = readonly (string | number | null)[]

/** One line after RFC 4180, with its end. */
export function csvLine(row: Row): string {
  const cell = (value: string | number | null) => {
    const text = inert(String(value ?? ''))
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `${row.map(cell).join(',')}\r\n`
}

/** A byte order mark, which spreadsheets need to read Chinese, and the lines. */
export function csv(rows: readonly Row[]): string {
  return `\uFEFF${rows.map(csvLine).join('')}`
}

/** The same while the rows come in. */
export function csvStream(head: readonly string[], rows: AsyncIterable<Row>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  async function* lines() {
    yield encoder.encode(csv([head]))
    for await (const row of rows) yield encoder.encode(csvLine(row))
  }
  return Readable.toWeb(Readable.from(lines())) as ReadableStream<Uint8Array>
}
