import type { Tx } from '#prisma/client'
import { documentFrom, documentId, factsOf, type DocumentFacts, type SearchDocument, type SearchSource } from '#search/document'
import type { SearchType } from '#search/vocabulary'
import { db } from '~/domain/kernel/db.server'
import { pauses } from '~/domain/kernel/pauses'
import { transaction } from '~/domain/kernel/transact.server'
import * as repo from './rows-repo.server'

/*
 * What can be found, kept in the database: search answers from it while the index is away, and the index is filled from it.
 * A row is read from its record and written in one transaction under a lock, so that the last writer is never one who read earlier.
 */

/** Reads one record again and keeps its row, or takes it out. Null when there never was such a record. */
export async function writeRecord(kind: SearchType, read: (tx: Tx) => Promise<{ key: string | null; source: SearchSource | null }>): Promise<{ id: string; facts: DocumentFacts | null } | null> {
  return transaction(db(), async (tx) => {
    await repo.lockRows(tx, 'shared')
    const { key, source } = await read(tx)
    if (!key) return null
    const id = documentId(kind, key)
    const facts = source && factsOf(source)
    if (facts) await repo.writeRows(tx, [facts])
    else await repo.deleteRow(tx, id)
    return { id, facts }
  })
}

export type Batch = { lastId: string | null; sources: SearchSource[] }
const batchSize = 500

/** Writes every record's row, batch by batch, and takes out those that have none any more. Work goes on meanwhile. Answers how many it had to change. */
export async function fillRows(lists: ((tx: Tx, afterId: string | null, limit: number) => Promise<Batch>)[]): Promise<number> {
  let changed = 0
  const started = await repo.timeOf(db())
  const seen: string[] = []
  for (const list of lists) {
    for (let after: string | null = null; ; ) {
      const batch: Batch & { written: number } = await transaction(db(), async (tx) => {
        await repo.lockRows(tx, 'alone')
        const found = await list(tx, after, batchSize)
        return { ...found, written: await repo.writeRows(tx, found.sources.map(factsOf)) }
      })
      changed += batch.written
      seen.push(...batch.sources.map((source) => documentId(source.type, source.id)))
      if (!batch.lastId) break
      after = batch.lastId
    }
  }
  changed += await transaction(db(), async (tx) => {
    await repo.lockRows(tx, 'alone')
    return repo.deleteUnseen(tx, seen, started)
  })
  await repo.analyseRows(db())
  return changed
}

export const hasRows = (): Promise<boolean> => repo.hasRows(db())
export const countRows = (): Promise<number> => repo.countRows(db())

/** Ids and hashes of all rows, in batches, to compare the index with. */
export async function* rowHashes(): AsyncGenerator<{ id: string; hash: string }[]> {
  for (let after = ''; ; ) {
    const page = await repo.hashesAfter(db(), after, 2_000)
    const last = page.at(-1)
    if (!last) return
    yield page
    after = last.id
  }
}

/** The hashes of rows, of those that are there. */
export async function hashesOf(ids: string[]): Promise<Map<string, string>> {
  return new Map((await repo.hashesOf(db(), ids)).map(({ id, hash }) => [id, hash]))
}

/** The documents of rows as they are at a time. Making many takes a while, in which requests are let through. */
export async function documentsOf(ids: string[], now: Date): Promise<SearchDocument[]> {
  const pause = pauses()
  const documents: SearchDocument[] = []
  for (const facts of await repo.factsOf(db(), ids)) {
    documents.push(documentFrom(facts, now))
    await pause()
  }
  return documents
}
