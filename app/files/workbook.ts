import { Readable } from 'node:stream'
import ExcelJS, { type Cell, type CellValue } from 'exceljs'
import { fileProblem } from './kind'
import { most, type Line, type Sheet, type Table } from './shape'
import { openParts } from './zip'

type Streamed = { eventType: string; value: AsyncIterable<ExcelJS.Row> }
/**
 * The parts of exceljs's streaming reader, each of which reads one part of a workbook. Its own way through the file is not taken: it hands bytes on in
 * chunks and decodes each by itself, which breaks characters of several bytes wherever a chunk ends (4.4.0).
 */
type Reader = {
  model?: { sheets?: { rId: string; name: string; state?: string }[] }
  workbookRels?: { Id: string; Target: string }[]
  _parseRels: (part: Readable) => Promise<void>
  _parseWorkbook: (part: Readable) => Promise<void>
  _parseStyles: (part: Readable) => Promise<void>
  _parseSharedStrings: (part: Readable) => AsyncIterable<unknown>
  _parseWorksheet: (part: AsyncIterable<string>, number: string) => Iterable<Streamed>
}

/** A number as people write it: no exponent. */
const numberText = (value: number) => (Number.isFinite(value) ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 }) : '')

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return value
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('error' in value) return value.error
  // A formula counts by what it came to; one that never was worked out stays one, for whoever reads it to say so.
  if ('formula' in value || 'sharedFormula' in value) return value.result === undefined ? `=${'formula' in value ? value.formula : ''}` : textOf(value.result as CellValue)
  return 'text' in value ? String(value.text) : ''
}

function cellsOf(row: ExcelJS.Row): string[] {
  const cells: string[] = []
  row.eachCell({ includeEmpty: false }, (cell: Cell, column) => {
    if (column > most.columns) return
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = textOf(cell.value).trim().slice(0, most.cell)
  })
  return cells
}

/** Where a relation leads: programs write it from the folder `xl` or from the top. */
const partOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

/** Reads the sheets of a workbook that are shown. Formulas are never worked out, hidden sheets never read. */
export async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  const { open } = await openParts(bytes)
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([]), { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' }) as unknown as Reader
  const nothing = () => Readable.from([])
  await reader._parseRels((await open('xl/_rels/workbook.xml.rels')) ?? nothing())
  await reader._parseWorkbook((await open('xl/workbook.xml')) ?? nothing())
  const [styles, strings] = [await open('xl/styles.xml'), await open('xl/sharedStrings.xml')]
  if (styles) await reader._parseStyles(styles)
  if (strings) for await (const one of reader._parseSharedStrings(strings)) void one
  const sheets: Sheet[] = []
  const hidden: string[] = []
  let count = 0
  for (const { rId, name, state } of reader.model?.sheets ?? []) {
    if (state === 'hidden' || state === 'veryHidden') {
      hidden.push(name)
      continue
    }
    const target = reader.workbookRels?.find(({ Id }) => Id === rId)?.Target
    const part = target === undefined ? null : await open(partOf(target))
    if (!part) continue
    const lines: Line[] = []
    for (const { value } of reader._parseWorksheet(part, '1')) {
      for await (const row of value) {
        const cells = cellsOf(row)
        if (!cells.some(Boolean)) continue
        if (++count > most.lines) throw fileProblem('file.too_many_lines', { most: most.lines })
        lines.push({ line: row.number, cells })
      }
    }
    sheets.push({ name, lines })
  }
  return { sheets, hidden }
}
