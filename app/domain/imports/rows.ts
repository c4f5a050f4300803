import { createHash } from 'node:crypto'
import { importFields, type ImportFields } from '~/domain/contracts/schema'
import type { FieldError } from '~/domain/kernel/errors'
import { issueErrors } from '~/domain/kernel/issues'
import { readCell, type Words } from './cells'
import { columnOf } from '~/domain/contracts/columns'
import type { Mapping } from './header'

/** What a row says, as the form of a contract would send it, and what its cells lack. */
export type Read = { fields: ImportFields; problems: [] } | { fields: null; problems: FieldError[] }

function put(values: Record<string, unknown>, path: string, value: unknown): void {
  const [first = '', second] = path.split('.')
  if (second === undefined) values[first] = value
  else values[first] = { ...(values[first] as object | undefined), [second]: value }
}

/** Where a contract comes from follows from the numbers that the row names. */
const sourceOf = (values: Record<string, unknown>) => (values.needNumber ? 'need' : values.scenarioSerial ? 'scenario' : 'outside')

/** Reads one row by the file's mapping and the words of its codes; every problem names its column. */
export function readRow(cells: readonly string[], mapping: Mapping, words: Words): Read {
  const values: Record<string, unknown> = {}
  const problems: FieldError[] = []
  for (const [at, target] of mapping.entries()) {
    const [path = '', unit] = target?.split(':') ?? []
    const column = columnOf(path)
    if (!column) continue
    const cell = readCell(cells[at]?.trim() ?? '', column, unit === 'wan', words)
    if ('value' in cell) put(values, path, cell.value)
    else problems.push({ path, message: cell.problem })
  }
  values.source = sourceOf(values)
  const parsed = importFields.safeParse(values)
  if (parsed.success && problems.length === 0) return { fields: parsed.data, problems: [] }
  // What a cell says of itself tells more than that its column then lacks a value.
  const said = new Set(problems.map(({ path }) => path))
  const others = parsed.success ? [] : issueErrors(parsed.error).filter(({ path }) => !said.has(path) && !said.has(path.split('.')[0] ?? ''))
  return { fields: null, problems: [...problems, ...others] }
}

/** The same row has the same key, however its days and amounts were written, and wherever it stands. */
export function keyOf(fields: ImportFields): string {
  const plain = JSON.stringify(fields, (_key, value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value))
  return createHash('sha256').update(plain).digest('hex')
}
