import { createHash } from 'node:crypto'
import { z } from 'zod'
import { importContracts, revokeImported } from '~/domain/contracts/import.server'
import { actorOfAccount } from '~/domain/auth/service.server'
import type { Actor } from '~/domain/kernel/actor'
import { system } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { conflict, invalid } from '~/domain/kernel/errors'
import { command, type CallOptions, type Context } from '~/domain/kernel/operation.server'
import { allowIf, staffOnly, type Policy } from '~/domain/kernel/policy'
import { readTable } from '~/files/table'
import { checkRows, readLines } from './check.server'
import { columnOf } from '~/domain/contracts/columns'
import { headless, headOf, letterOf, missingColumns, type Mapping } from './header'
import * as repo from './repo.server'
import { idInput, mapInput, mendInput, receiveInput, startInput, undoInput, type BatchState } from './schema'
import { headerNames, wordsOfCells } from './words.server'

const job: Policy<unknown> = (actor) => allowIf(actor, actor.kind === 'system')
const load = async (context: Context, { id }: { id: string }) => repo.findLocked(context.tx, id)
export const mappingOfBatch = ({ mapping }: Pick<repo.BatchRecord, 'mapping'>): Mapping => (Array.isArray(mapping) ? mapping.map((path) => (typeof path === 'string' ? path : null)) : [])

function assertState(batch: repo.BatchRecord, ...states: BatchState[]): void {
  if (!states.some((state) => state === batch.state)) throw conflict({ key: 'import.moved_on' })
}

const storeImport = command({
  name: 'import.receive',
  input: receiveInput,
  policy: staffOnly,
  run: async (context, { name, hash, table }) => {
    const cells = table.sheets.flatMap(({ lines }) => lines.slice(0, 15).flatMap((line) => line.cells))
    const head = headOf(table, headerNames(), await repo.remembered(context.tx, [...new Set(cells)]))
    if (!head) throw invalid({ path: 'file', message: { key: 'import.no_header' } })
    const unnamed = headless(head)
    if (unnamed.length > 0 && missingColumns(head.mapping).length > 0) throw invalid({ path: 'file', message: { key: 'import.merged_header', params: { columns: unnamed.slice(0, 8).map(letterOf).join('、') } } })
    if (head.rows.length === 0) throw invalid({ path: 'file', message: { key: 'import.no_rows' } })
    const id = await repo.insert(context.tx, { fileName: name, fileHash: hash, sheet: head.sheet, hidden: table.hidden, headerLine: head.line, headers: head.headers, mapping: head.mapping, createdById: context.actor.accountId, createdBy: context.actor.name, createdAt: context.now }, head.rows)
    await context.enqueue('import.check', { batchId: id }, { key: `import.check:${id}` })
    await context.audit('import.receive', 'contract_import', id, { file: name, rows: head.rows.length })
    return { id }
  },
})

/** Takes a file in: reads it, finds its header and has its rows checked. Throws at `file` what is wrong with it as a whole. */
export async function receiveImport(actor: Actor, { name, bytes }: { name: string; bytes: Uint8Array }, options: CallOptions): Promise<{ id: string }> {
  const table = await readTable(name, bytes)
  return storeImport(actor, { name, hash: createHash('sha256').update(bytes).digest('hex'), table }, options)
}

/** Checks every row; part of the job `import.check`. Answers whether it did. */
export async function checkImport(id: string, now: Date): Promise<boolean> {
  const batch = await repo.find(db(), id)
  if (!batch || batch.state !== 'received') return false
  const rows = await repo.rowsIn(db(), id, ['unchecked', 'good', 'bad', 'known'])
  const changes = await checkRows({ tx: db(), now }, rows, mappingOfBatch(batch), await wordsOfCells(), (progress) => repo.update(db(), id, { progress }))
  return finishCheck(system, { id, version: batch.version, changes }, { now })
}

const finishCheck = command({
  name: 'import.check',
  input: idInput.extend({ version: z.number(), changes: z.custom<repo.RowChange[]>((value) => Array.isArray(value)) }),
  load,
  policy: job,
  run: async (context, { version, changes }, batch) => {
    await context.audit('import.check', 'contract_import', batch.id)
    // Its columns were sent elsewhere meanwhile: another check follows.
    if (batch.state !== 'received' || batch.version !== version) return false
    await repo.updateRows(context.tx, batch.id, changes)
    await repo.update(context.tx, batch.id, { state: 'checked', progress: batch.total })
    return true
  },
})

/** Sends columns elsewhere, for this file and the next with such headers, and checks the rows again. */
export const mapImport = command({
  name: 'import.map',
  input: mapInput,
  load,
  policy: staffOnly,
  run: async (context, { columns }, batch) => {
    assertState(batch, 'received', 'checked')
    const mapping = batch.headers.map((_header, at) => (columnOf((columns[at] ?? '').split(':')[0] ?? '') ? (columns[at] ?? null) : null))
    const paths = mapping.flatMap((path) => path?.split(':')[0] ?? [])
    const twice = paths.find((path, at) => paths.indexOf(path) !== at)
    if (twice) throw invalid({ path: `columns.${mapping.findLastIndex((path) => path?.split(':')[0] === twice)}`, message: { key: 'import.column_twice' } })
    const before = mappingOfBatch(batch)
    const changed = batch.headers.flatMap((header, at) => (header && mapping[at] !== (before[at] ?? null) ? [{ header, path: mapping[at] ?? null }] : []))
    await repo.remember(context.tx, changed, context.now)
    await repo.update(context.tx, batch.id, { mapping, state: 'received', progress: 0, version: { increment: 1 } })
    await context.enqueue('import.check', { batchId: batch.id }, { key: `import.check:${batch.id}` })
    await context.audit('import.map', 'contract_import', batch.id, { changed: changed.length })
  },
})

/** Mends cells in place, or leaves rows out; what was mended is checked at once. */
export const mendImport = command({
  name: 'import.mend',
  input: mendInput,
  load,
  policy: staffOnly,
  run: async (context, { rows, leaveOut }, batch) => {
    assertState(batch, 'checked')
    const lines = new Set([...Object.keys(rows).map((key) => Number(key.slice(1))), ...leaveOut])
    const found = (await repo.rowsIn(context.tx, batch.id, ['good', 'bad', 'known', 'left_out'])).filter(({ line }) => lines.has(line))
    const out = new Set(leaveOut)
    const mended = found.filter(({ line }) => !out.has(line)).map((row) => {
      const cells = [...row.cells]
      for (const [key, value] of Object.entries(rows[`r${row.line}`] ?? {})) {
        const at = Number(key.slice(1))
        while (cells.length <= at) cells.push('')
        cells[at] = value.trim()
      }
      return { line: row.line, cells }
    })
    // Checked with all the good rows: one that was mended may now be the same as another.
    const others = await repo.rowsIn(context.tx, batch.id, ['good'])
    const changedLines = new Set(mended.map(({ line }) => line))
    const all = [...others.filter(({ line }) => !lines.has(line)), ...mended]
    const changes = (await checkRows(context, all, mappingOfBatch(batch), await wordsOfCells())).filter(({ line }) => changedLines.has(line))
    const cellsOf = new Map(mended.map(({ line, cells }) => [line, cells]))
    const leaving = found.filter(({ line }) => out.has(line)).map(({ line }) => ({ line, state: 'left_out' as const, problems: [], notes: [] }))
    await repo.updateRows(context.tx, batch.id, [...changes.map((change) => ({ ...change, cells: cellsOf.get(change.line) })), ...leaving])
    await context.audit('import.mend', 'contract_import', batch.id, { rows: mended.length, leftOut: leaving.length })
    return { stillBad: changes.filter(({ state }) => state === 'bad').length }
  },
})

/** Has the good rows written, by a job. While rows are bad only where they are to be left out. */
export const startImport = command({
  name: 'import.start',
  input: startInput,
  load,
  policy: staffOnly,
  run: async (context, { withoutBad }, batch) => {
    assertState(batch, 'checked')
    const { good = 0, bad = 0 } = await repo.countStates(context.tx, batch.id)
    if (bad > 0 && !withoutBad) throw invalid({ path: 'withoutBad', message: { key: 'import.still_bad', params: { bad } } })
    if (good === 0) throw conflict({ key: 'import.nothing_to_write' })
    await repo.update(context.tx, batch.id, { state: 'writing', progress: 0, createdById: context.actor.accountId, createdBy: context.actor.name })
    await context.enqueue('import.write', { batchId: batch.id }, { key: `import.write:${batch.id}` })
    await context.audit('import.start', 'contract_import', batch.id, { rows: good, leftOut: bad })
  },
})

/** Writes all good rows or none, in the name of who asked for it; part of the job `import.write`. */
export async function writeImport(id: string, now: Date): Promise<void> {
  const batch = await repo.find(db(), id)
  if (!batch || batch.state !== 'writing') return
  const actor = batch.createdById ? await actorOfAccount(batch.createdById, now) : system
  if (!actor) throw new Error('whoever asked for this import has no account any more')
  await finishWrite(actor, { id }, { now })
}

const finishWrite = command({
  name: 'import.write',
  input: idInput,
  load: async (context, { id }) => repo.find(context.tx, id),
  policy: staffOnly,
  run: async (context, { id }, batch) => {
    const rows = await repo.rowsIn(context.tx, id, ['good'])
    const { lines } = await readLines(rows, mappingOfBatch(batch), await wordsOfCells())
    // Told over another connection, as nobody sees what this transaction writes before it ends.
    const written = await importContracts.within(context, { file: batch.fileName, lines, onWritten: (progress: number) => repo.update(db(), id, { progress }) })
    await repo.updateRows(context.tx, id, rows.map(({ line, problems, notes }) => ({ line, state: written.has(line) ? 'written' : 'known', problems, notes, contractId: written.get(line) ?? null })))
    await repo.update(context.tx, id, { state: 'written', progress: written.size, writtenAt: context.now })
    await context.audit('import.write', 'contract_import', id, { written: written.size })
  },
})

/** Forgets a file that was not written. */
export const discardImport = command({
  name: 'import.discard',
  input: idInput,
  load,
  policy: staffOnly,
  run: async (context, _input, batch) => {
    assertState(batch, 'received', 'checked')
    await repo.remove(context.tx, batch.id)
    await context.audit('import.discard', 'contract_import', batch.id, { file: batch.fileName })
  },
})

/** Takes a whole import back: its contracts count no more. Those that people have worked on since stay, and are named. */
export const undoImport = command({
  name: 'import.undo',
  input: undoInput,
  load,
  policy: staffOnly,
  run: async (context, { reason }, batch) => {
    assertState(batch, 'written')
    const ids = (await repo.rowsIn(context.tx, batch.id, ['written'])).flatMap(({ contractId }) => contractId ?? [])
    const { revoked, kept } = await revokeImported.within(context, { ids, reason })
    await repo.setStates(context.tx, batch.id, revoked, 'undone')
    await repo.setStates(context.tx, batch.id, kept, 'kept')
    await repo.update(context.tx, batch.id, { state: 'undone', undoneAt: context.now })
    await context.audit('import.undo', 'contract_import', batch.id, { reason, revoked: revoked.length, kept: kept.length })
    return { revoked: revoked.length, kept: kept.length }
  },
})
