import type { SearchDocument } from '#search/document'
import { deleteDocuments, ensureIndex, indexedHashes, putDocuments, rebuild, waitForTask, type Change } from '#search/index-writer'
import { SETTINGS_VERSION } from '#search/settings'
import { db } from '~/domain/kernel/db.server'
import { exclusively } from '~/domain/kernel/exclusive.server'
import { isEmptied } from '~/domain/searching/index-guard.server'
import { fillCandidates, fillCandidatesIfStale } from '~/domain/matching/candidates.server'
import { freshWords } from '~/domain/search-words/fresh.server'
import { countRows, documentsOf, fillRows, hasRows, rowHashes } from '~/domain/searching/rows.server'
import { withVectors } from '~/domain/searching/vectors.server'
import { checkingClient, indexName, writingClient } from './search-index'
import { sources } from './search-sources'

const batchSize = 500
/** How often the index is compared with the rows until they agree: what changes meanwhile has jobs of its own. */
const comparisons = 5

/** Writes the row of every record that can be found, and of every candidate that can be matched. Answers how many were not as they should be. */
export const refillRows = async (): Promise<number> => (await fillRows(Object.values(sources).map((source) => source.list))) + (await fillCandidates())

/** Fills the rows when there are none: a database from before there were rows, or one that was restored without them. Those of candidates also when they are of another version. */
export async function fillRowsIfNone(): Promise<void> {
  if (await hasRows()) await fillCandidatesIfStale()
  else await refillRows()
}

function* portions<T>(all: T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += batchSize) yield all.slice(at, at + batchSize)
}

async function* allDocuments(): AsyncIterable<SearchDocument[]> {
  for await (const page of rowHashes()) for (const portion of portions(page)) yield await withVectors(await documentsOf(portion.map(({ id }) => id), new Date()))
}

/** Where index and rows differ. The index is read first: what it then has, and the rows have not, is no longer public. */
async function* differences(): AsyncGenerator<Change> {
  const indexed = new Map<string, string>()
  for await (const page of indexedHashes(writingClient(), indexName())) for (const { id, hash } of page) indexed.set(id, hash)
  const gone = new Set(indexed.keys())
  for await (const page of rowHashes()) {
    for (const { id } of page) gone.delete(id)
    for (const portion of portions(page.filter(({ id, hash }) => indexed.get(id) !== hash))) yield { put: await withVectors(await documentsOf(portion.map(({ id }) => id), new Date())), remove: [] }
  }
  for (const remove of portions([...gone])) yield { put: [], remove }
}

/** Fills the rows, then a new index from them, and swaps it in; what changed meanwhile is brought over after the swap. One at a time. */
export const reindex = (onProgress?: (progress: { handedOver: number; indexed: number }) => void): Promise<number> => exclusively('search.reindex', () => fillAnew(onProgress))

async function fillAnew(onProgress?: (progress: { handedOver: number; indexed: number }) => void): Promise<number> {
  const started = new Date()
  await refillRows()
  await freshWords('at once')
  const { documents } = await rebuild({ client: writingClient(), indexName: indexName(), sources: allDocuments(), changedSince: differences, now: started, onProgress })
  await db().indexState.upsert({ where: { name: indexName() }, create: { name: indexName(), version: SETTINGS_VERSION, indexedAt: started }, update: { version: SETTINGS_VERSION, indexedAt: started } })
  return documents
}

/** Brings the index over where it differs from the rows, until it does not. Answers how many documents differed at first. */
async function repair(): Promise<number> {
  const client = writingClient()
  let differed = 0
  for (let comparison = 0; comparison < comparisons; comparison++) {
    let changed = 0
    for await (const { put, remove } of differences()) {
      changed += put.length + remove.length
      const { taskUid } = put.length > 0 ? await putDocuments(client, indexName(), put) : await deleteDocuments(client, indexName(), remove)
      await waitForTask(client, taskUid)
    }
    if (comparison === 0) differed = changed
    if (changed === 0) break
  }
  return differed
}

/** How many documents of the index differ from what the records say, without mending any. */
export async function countDrift(): Promise<number> {
  let differed = 0
  for await (const { put, remove } of differences()) differed += put.length + remove.length
  return differed
}

/**
 * Compares every document's hash with its record's: first the rows with the records, then the index with the rows; mends both
 * and keeps the outcome. Answers how many rows and documents differed.
 */
export async function mendDrift(now: Date): Promise<{ rows: number; documents: number }> {
  const rows = await refillRows()
  const { stale } = await ensureIndex(writingClient(), indexName())
  if (stale) await reindex()
  const documents = await repair()
  await db().indexState.updateMany({ where: { name: indexName() }, data: { comparedAt: now, differed: rows + documents } })
  return { rows, documents }
}

/**
 * Makes the index what the rows say: built anew when it is of another version, or is empty and takes more than one task to
 * fill, so that half an index never serves; else mended where it differs.
 */
export async function recoverIndex(): Promise<void> {
  await freshWords('at once')
  const emptied = await isEmptied(checkingClient(), indexName())
  const { created, stale } = await ensureIndex(writingClient(), indexName())
  if (stale || ((emptied || created) && (await countRows()) > batchSize)) await reindex()
  else await repair()
}
