import type { Tx } from '#prisma/client'
import type { DocumentFacts } from '#search/document'
import { factsOf } from './rows-repo.server'

/** The vector of a row's text; `mark` names the model and the text that it was made of. */
export type StoredVector = { id: string; mark: string; vector: Float32Array }

const bytesOf = (vector: readonly number[]) => Buffer.from(Float32Array.from(vector).buffer)
const vectorOf = (bytes: Uint8Array) => new Float32Array(Uint8Array.from(bytes).buffer)

/** Vectors of rows, of those that have one. */
export async function vectorsOf(tx: Tx, ids: readonly string[]): Promise<StoredVector[]> {
  const rows = await tx.searchVector.findMany({ where: { id: { in: [...ids] } }, select: { id: true, mark: true, vector: true } })
  return rows.map(({ id, mark, vector }) => ({ id, mark, vector: vectorOf(vector) }))
}

/** Vectors written since a time. */
export async function vectorsSince(tx: Tx, since: Date): Promise<(StoredVector & { writtenAt: Date })[]> {
  const rows = await tx.searchVector.findMany({ where: { writtenAt: { gt: since } } })
  return rows.map((row) => ({ ...row, vector: vectorOf(row.vector) }))
}

/** Keeps the vectors of rows that are still there, in one statement. */
export async function keepVectors(tx: Tx, vectors: readonly { id: string; mark: string; vector: readonly number[] }[]): Promise<void> {
  const given = JSON.stringify(vectors.map(({ id, mark, vector }) => ({ id, mark, vector: bytesOf(vector).toString('base64') })))
  await tx.$executeRaw`
    INSERT INTO "SearchVector" (id, mark, vector) SELECT given.id, given.mark, decode(given.vector, 'base64') FROM json_to_recordset(${given}::json) AS given (id text, mark text, vector text)
    JOIN "SearchRow" AS r ON r.id = given.id
    ON CONFLICT (id) DO UPDATE SET mark = EXCLUDED.mark, vector = EXCLUDED.vector, "writtenAt" = clock_timestamp()`
}

/** Rows whose text has no vector of this model yet, in the order of their ids. */
export async function factsWithout(tx: Tx, model: string, take: number): Promise<DocumentFacts[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM "SearchRow" r LEFT JOIN "SearchVector" v ON v.id = r.id AND v.mark = ${model} || ' ' || r.hash WHERE v.id IS NULL ORDER BY r.id LIMIT ${take}`
  return factsOf(tx, rows.map(({ id }) => id))
}
