import type { Line, Sheet, Table } from '~/files/shape'
import { columns } from '~/domain/contracts/columns'

/** Where a column of a file goes: a path of `columns`, with `:wan` where its amounts are in 万元; null where it is left out. */
export type Mapping = (string | null)[]
export type Head = { sheet: string; line: number; headers: string[]; mapping: Mapping; rows: Line[] }

/** A header that names so many known columns, or more, is one; a title above it names fewer. */
const leastKnown = 4
/** A header stands among the first so many lines, below a title and remarks. */
const withinFirst = 15

/** A header without what is around its name: brackets with remarks, units, stars, spaces, case. */
export function plainHeader(header: string): string {
  return header.normalize('NFKC').replace(/[(\[【].*?[)\]】]/g, '').replace(/[\s*:：_]/g, '').toLowerCase()
}

/** Whether a header says that its amounts are in 万元. */
export const inWan = (header: string): boolean => /万元/.test(header)

const amounts = new Set(columns.filter(({ kind }) => kind === 'amount').map(({ path }) => path))

/** Where a header leads, by its own names in both languages, the aliases, and the path itself. */
function pathsByName(names: ReadonlyMap<string, string>): Map<string, string> {
  const byName = new Map<string, string>()
  const add = (name: string, path: string) => void (byName.has(plainHeader(name)) || byName.set(plainHeader(name), path))
  for (const { path } of columns) add(path, path)
  for (const [name, path] of names) add(name, path)
  for (const { path, aliases } of columns) for (const alias of aliases) add(alias, path)
  return byName
}

/**
 * Where each header leads; of two for one column the first. `names` are the template's headers (both languages), `remembered` what people
 * chose before for headers of just this wording, which counts first.
 */
export function mappingOf(headers: readonly string[], names: ReadonlyMap<string, string>, remembered: ReadonlyMap<string, string | null> = new Map()): Mapping {
  const byName = pathsByName(names)
  const taken = new Set<string>()
  return headers.map((header) => {
    const chosen = remembered.get(header)
    const path = chosen === undefined ? byName.get(plainHeader(header)) : chosen
    const [bare] = path?.split(':') ?? []
    if (!path || !bare || taken.has(bare)) return null
    taken.add(bare)
    return chosen === undefined && amounts.has(path) && inWan(header) ? `${path}:wan` : path
  })
}

function headIn({ name, lines }: Sheet, names: ReadonlyMap<string, string>, remembered: ReadonlyMap<string, string | null>): Head | null {
  for (const [at, { line, cells }] of lines.slice(0, withinFirst).entries()) {
    const mapping = mappingOf(cells, names, remembered)
    if (mapping.filter(Boolean).length >= leastKnown) return { sheet: name, line, headers: cells, mapping, rows: lines.slice(at + 1) }
  }
  return null
}

/** The line of headers of the first sheet that has one, and the rows below it; null when no sheet has. */
export function headOf(table: Table, names: ReadonlyMap<string, string>, remembered?: ReadonlyMap<string, string | null>): Head | null {
  for (const sheet of table.sheets) {
    const head = headIn(sheet, names, remembered ?? new Map())
    if (head) return head
  }
  return null
}

/** Required columns that no header leads to. */
export function missingColumns(mapping: Mapping): string[] {
  const there = new Set(mapping.map((path) => path?.split(':')[0]))
  return columns.filter(({ path, required }) => required && !there.has(path)).map(({ path }) => path)
}

/** Columns that have values and no header, as a merged header leaves them: their numbers from 1. */
export function headless({ headers, rows }: Pick<Head, 'headers' | 'rows'>): number[] {
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), headers.length)
  return Array.from({ length: widest }, (_, at) => at).filter((at) => !headers[at] && rows.some(({ cells }) => cells[at])).map((at) => at + 1)
}

/** `C`, `AA`: what a spreadsheet calls the column with this number, from 1. */
export function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
