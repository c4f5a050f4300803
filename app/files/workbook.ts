import { Readable } from 'node:stream'
import ExcelJS, { type Cell, type CellValue } from 'exceljs'
import { fileProblem } from './kind'
import { most, type Line, type Sheet, type Table } from './shape'
import { assertUnfoldsWell } from './zip'

/** What the streaming reader knows of a sheet, which its types leave out. */
type Streamed = AsyncIterable<ExcelJS.Row> & { id: string | number; name?: string; state?: string }
type Known = { model?: { sheets?: { id: number; rId: string; name: string; state?: string }[] }; workbookRels?: { Id: string; Target: string }[] }

/** Its name and whether it is shown: programs write the way to a sheet in different forms, which the reader does not all follow. */
function describe(sheet: Streamed, { model, workbookRels }: Known): { name: string; hidden: boolean } {
  const rel = workbookRels?.find(({ Target }) => Target.endsWith(`worksheets/sheet${sheet.id}.xml`))
  const known = sheet.name === undefined ? model?.sheets?.find(({ rId }) => rId === rel?.Id) : sheet
  return { name: known?.name ?? `Sheet${sheet.id}`, hidden: known?.state === 'hidden' || known?.state === 'veryHidden' }
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

/** Reads the sheets of a workbook that are shown. Formulas are never worked out, hidden sheets never read. */
export async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  await assertUnfoldsWell(bytes)
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' })
  const sheets: Sheet[] = []
  const hidden: string[] = []
  let count = 0
  for await (const worksheet of reader) {
    const sheet = worksheet as unknown as Streamed
    const described = describe(sheet, reader as unknown as Known)
    if (described.hidden) hidden.push(described.name)
    const lines: Line[] = []
    for await (const row of sheet) {
      if (described.hidden) continue
      const cells = cellsOf(row)
      if (!cells.some(Boolean)) continue
      if (++count > most.lines) throw fileProblem('file.too_many_lines', { most: most.lines })
      lines.push({ line: row.number, cells })
    }
    if (!described.hidden) sheets.push({ name: described.name, lines })
  }
  return { sheets, hidden }
}
