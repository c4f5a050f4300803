import type { Prisma, Tx } from '#prisma/client'
import { insertRows } from '~/domain/kernel/bulk.server'

export type BatchRecord = Prisma.ImportBatchGetPayload<object>
export type RowRecord = Prisma.ImportRowGetPayload<object>
export type RowState = 'unchecked' | 'good' | 'bad' | 'known' | 'left_out' | 'written' | 'kept' | 'undone'

export function find(tx: Tx, id: string): Promise<BatchRecord | null> {
  return tx.importBatch.findUnique({ where: { id } })
}

export async function findLocked(tx: Tx, id: string): Promise<BatchRecord | null> {
  await tx.$queryRaw`SELECT id FROM "ImportBatch" WHERE id = ${id}::uuid FOR UPDATE`
  return find(tx, id)
}

export async function insert(tx: Tx, batch: Omit<Prisma.ImportBatchUncheckedCreateInput, 'rows'>, rows: { line: number; cells: string[] }[]): Promise<string> {
  const { id } = await tx.importBatch.create({ data: { ...batch, total: rows.length }, select: { id: true } })
  await insertRows(tx, 'ImportRow', rows.map((row) => ({ ...row, batchId: id })))
  return id
}

export async function update(tx: Tx, id: string, data: Prisma.ImportBatchUpdateManyMutationInput): Promise<void> {
  await tx.importBatch.updateMany({ where: { id }, data })
}

export async function remove(tx: Tx, id: string): Promise<void> {
  await tx.importBatch.delete({ where: { id } })
}

/** Rows in the order of the file, from after a line on. */
export function rowsAfter(tx: Tx, batchId: string, line: number, take: number): Promise<RowRecord[]> {
  return tx.importRow.findMany({ where: { batchId, line: { gt: line } }, orderBy: { line: 'asc' }, take })
}

export function rowsIn(tx: Tx, batchId: string, states: RowState[], skip = 0, take = 100_000): Promise<RowRecord[]> {
  return tx.importRow.findMany({ where: { batchId, state: { in: states } }, orderBy: { line: 'asc' }, skip, take })
}

/** Rows that were not left out and may be the same as something else. */
const withNotes = { notes: { not: [] }, state: { in: ['good', 'written'] } }

export function countWithNotes(tx: Tx, batchId: string): Promise<number> {
  return tx.importRow.count({ where: { batchId, ...withNotes } })
}

/** Some rows in the order of the file: those to be mended, those that may be there twice, or all. */
export async function pageOf(tx: Tx, batchId: string, show: 'bad' | 'twins' | 'all', skip: number, take: number): Promise<{ total: number; rows: RowRecord[] }> {
  const where: Prisma.ImportRowWhereInput = { batchId, ...(show === 'bad' ? { state: 'bad' } : show === 'twins' ? withNotes : {}) }
  return { total: await tx.importRow.count({ where }), rows: await tx.importRow.findMany({ where, orderBy: { line: 'asc' }, skip, take }) }
}

export async function countStates(tx: Tx, batchId: string): Promise<Partial<Record<RowState, number>>> {
  const rows = await tx.importRow.groupBy({ by: ['state'], where: { batchId }, _count: true })
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]))
}

export type RowChange = { line: number; cells?: string[]; state: RowState; problems: unknown; notes: unknown; contractId?: string | null }

/** Writes what was found out about many rows as one statement. */
export async function updateRows(tx: Tx, batchId: string, rows: RowChange[]): Promise<void> {
  if (rows.length === 0) return
  const json = JSON.stringify(rows.map(({ line, cells = null, state, problems, notes, contractId = null }) => ({ line, cells, state, problems, notes, contract_id: contractId })))
  await tx.$executeRaw`
    UPDATE "ImportRow" r SET state = v.state, problems = v.problems, notes = v.notes, cells = coalesce(v.cells, r.cells), "contractId" = coalesce(v.contract_id, r."contractId")
    FROM jsonb_to_recordset(${json}::jsonb) AS v(line int, cells text[], state text, problems jsonb, notes jsonb, contract_id uuid)
    WHERE r."batchId" = ${batchId}::uuid AND r.line = v.line`
}

export async function setStates(tx: Tx, batchId: string, contractIds: string[], state: RowState): Promise<void> {
  await tx.importRow.updateMany({ where: { batchId, contractId: { in: contractIds } }, data: { state } })
}

export async function list(tx: Tx, page: number, size: number): Promise<{ total: number; rows: BatchRecord[] }> {
  return { total: await tx.importBatch.count(), rows: await tx.importBatch.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], skip: (page - 1) * size, take: size }) }
}

/** Where headers of just this wording were sent before. */
export async function remembered(tx: Tx, headers: string[]): Promise<Map<string, string | null>> {
  const rows = await tx.importMapping.findMany({ where: { header: { in: headers } } })
  return new Map(rows.map(({ header, path }) => [header, path]))
}

export async function remember(tx: Tx, pairs: { header: string; path: string | null }[], now: Date): Promise<void> {
  for (const { header, path } of pairs) await tx.importMapping.upsert({ where: { header }, create: { header, path, updatedAt: now }, update: { path, updatedAt: now } })
}

/** The file and line that a contract came from; null for one that did not come by a file. */
export function originOf(tx: Tx, contractId: string) {
  return tx.importRow.findFirst({ where: { contractId }, select: { line: true, batch: { select: { id: true, fileName: true, createdAt: true } } } })
}
