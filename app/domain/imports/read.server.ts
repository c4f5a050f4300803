import { query, type Context } from '~/domain/kernel/operation.server'
import { staffOnly } from '~/domain/kernel/policy'
import { say, translator, isMessageKey, type MessageParams } from '~/i18n'
import { columnMessage, columns } from '~/domain/contracts/columns'
import { letterOf, missingColumns } from './header'
import * as repo from './repo.server'
import { idInput, listInput, readInput, type BatchState } from './schema'
import { mappingOfBatch } from './service.server'
import { choicesOf } from './template.server'

const pageSize = 20
/** Problems as they are kept, whoever wrote them. */
type KeptProblem = { path?: unknown; message?: { key?: unknown; params?: MessageParams } }
type KeptNote = { why?: unknown; number?: unknown; line?: unknown }

const listOf = <One>(json: unknown): One[] => (Array.isArray(json) ? (json as One[]) : [])

export function batchView(batch: repo.BatchRecord) {
  const { id, fileName, sheet, hidden, headers, headerLine, state, total, progress, createdBy, version } = batch
  return { id, fileName, sheet, hidden, headers, headerLine, state: state as BatchState, total, progress, createdBy, version, createdAt: batch.createdAt.toISOString(), writtenAt: batch.writtenAt?.toISOString() ?? null, undoneAt: batch.undoneAt?.toISOString() ?? null }
}

/** A row with its problems in words, each beside the cell that has it (`at`; null where the file has no such column). */
function rowView(context: Context, row: repo.RowRecord, mapping: (string | null)[], choices: ReadonlyMap<string, string[] | null>) {
  const t = translator(context.actor.locale)
  const columnAt = (path: string) => mapping.findIndex((target) => target?.split(':')[0] === path)
  const name = (path: string) => { const key = columnMessage(path); return isMessageKey(key) ? t(key) : '' }
  const problems = listOf<KeptProblem>(row.problems).map(({ path, message }) => {
    const [where, at] = [typeof path === 'string' ? path : '', typeof path === 'string' ? columnAt(path) : -1]
    return { path: where, column: name(where), letter: at < 0 ? null : letterOf(at + 1), at: at < 0 ? null : at, typed: at < 0 ? '' : (row.cells[at] ?? ''), choices: choices.get(where) ?? null, said: isMessageKey(String(message?.key)) ? say(t, { key: String(message?.key) as 'field.wrong', params: message?.params }) : t('field.wrong') }
  })
  const notes = listOf<KeptNote>(row.notes).map(({ why, number, line }) => ({ why: String(why), number: typeof number === 'string' ? number : null, line: typeof line === 'number' ? line : null }))
  const cellOf = (path: string) => row.cells[columnAt(path)] ?? ''
  return { line: row.line, state: row.state as repo.RowState, title: cellOf('projectName'), parties: [cellOf('seller.name'), cellOf('buyer.name')].filter(Boolean).join(' → '), amount: cellOf('totalAmount'), problems, notes, contractId: row.contractId }
}
export type ImportRowView = ReturnType<typeof rowView>

/** One file on its way: how far it is, what its rows lack, and where its columns go. */
export const readImport = query({
  name: 'import.read',
  input: readInput,
  load: (context, { id }) => repo.find(context.tx, id),
  policy: staffOnly,
  run: async (context, { id, show, page }, batch) => {
    const mapping = mappingOfBatch(batch)
    const counts = await repo.countStates(context.tx, id)
    const twins = await repo.countWithNotes(context.tx, id)
    const showing = show ?? (counts.bad ? 'bad' : twins > 0 ? 'twins' : 'all')
    const { total, rows } = await repo.pageOf(context.tx, id, showing, (page - 1) * pageSize, pageSize)
    const t = translator(context.actor.locale)
    const choices = new Map<string, string[] | null>()
    for (const column of columns) choices.set(column.path, await choicesOf(column, context.actor.locale))
    const samples = (await repo.rowsAfter(context.tx, id, -1, 3)).map(({ cells }) => cells)
    return {
      batch: batchView(batch),
      counts, twins, showing, page, pageSize, total,
      rows: rows.map((row) => rowView(context, row, mapping, choices)),
      missing: missingColumns(mapping).map((path) => t(columnMessage(path))),
      mapping: batch.headers.map((header, at) => ({ at, header, path: mapping[at] ?? '', samples: samples.map((cells) => cells[at] ?? '').filter(Boolean).slice(0, 2).join('、').slice(0, 40) })),
      choices: columns.flatMap(({ path, kind }) => [{ value: path, label: t(columnMessage(path)) }, ...(kind === 'amount' ? [{ value: `${path}:wan`, label: t('import.column.in_wan', { name: t(columnMessage(path)) }) }] : [])]),
    }
  },
})
export type ImportPage = Awaited<ReturnType<typeof readImport>>

/** All imports, the latest first. */
export const listImports = query({
  name: 'import.list',
  input: listInput,
  policy: staffOnly,
  run: async (context, { page }) => {
    const { total, rows } = await repo.list(context.tx, page, pageSize)
    return { page, pageSize, total, rows: rows.map(batchView) }
  },
})

/** The file and line that a contract came by; null for one that was typed. */
export const readOrigin = query({
  name: 'import.read_origin',
  input: idInput,
  policy: staffOnly,
  run: async (context, { id }) => {
    const row = await repo.originOf(context.tx, id)
    return row && { id: row.batch.id, fileName: row.batch.fileName, line: row.line }
  },
})
