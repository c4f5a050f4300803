import { PassThrough, Readable } from 'node:stream'
import ExcelJS from 'exceljs'

/** A cell to write: a text, a number, an amount in 元 or a day (`2026-11-24`) as text, or nothing. */
export type OutCell = string | number | null
export type OutColumn = { head: string; width?: number; kind?: 'text' | 'number' | 'money' | 'day' }
export type OutSheet = { name: string; columns: OutColumn[]; rows: AsyncIterable<OutCell[]> | Iterable<OutCell[]> }

const formats = { number: '0', money: '#,##0.00', day: 'yyyy-mm-dd' } as const

/** Days and amounts become those of the spreadsheet; everything else stays what it is. A text never becomes a formula: the file keeps texts apart from formulas. */
function valueOf(cell: OutCell, kind: OutColumn['kind']): ExcelJS.CellValue {
  if (typeof cell !== 'string' || cell === '') return cell
  return kind === 'day' ? new Date(`${cell}T00:00:00Z`) : kind === 'money' ? Number(cell) : cell
}

/** Writes a workbook while its rows come in: the whole of it is never in memory. */
export function workbookStream(sheets: readonly OutSheet[]): ReadableStream<Uint8Array> {
  const out = new PassThrough()
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const write = async () => {
    for (const { name, columns, rows } of sheets) {
      const sheet = writer.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
      sheet.columns = columns.map(({ head, width = 16, kind = 'text' }) => ({ header: head, width, style: kind === 'text' ? {} : { numFmt: formats[kind] } }))
      sheet.getRow(1).font = { bold: true }
      sheet.getRow(1).commit()
      for await (const row of rows) {
        sheet.addRow(row.map((cell, at) => valueOf(cell, columns[at]?.kind))).commit()
        if (out.writableNeedDrain) await new Promise((done) => out.once('drain', done))
      }
      sheet.commit()
    }
    await writer.commit()
  }
  write().catch((error: unknown) => out.destroy(error as Error))
  return Readable.toWeb(out) as ReadableStream<Uint8Array>
}
