import { isDeepStrictEqual } from 'node:util'
import type { EnqueuedTask, Task } from 'meilisearch'
import type { SearchClient } from './client'
import type { SearchDocument } from './document'
import { embedder } from './embedder'
import { indexSettings, isCurrent, synonymSetting } from './settings'

const POLL_MS = 25
/** For what may take minutes: every question adds a listener to the wait's one signal. */
const SLOW_POLL_MS = 250
const PAGE = 1_000

/** What Meilisearch said when it could not do a task. */
export class SearchTaskError extends Error {
  override name = 'SearchTaskError'
  constructor(readonly task: Task) {
    super(`Meilisearch task ${task.uid} (${task.type}) ${task.status}: ${task.error?.message ?? 'no reason given'}`)
  }
}

/** Waits for a task to end, at most `timeoutMs`. Throws `SearchTaskError` with the task's own error when it failed or was cancelled. */
export async function waitForTask(client: SearchClient, taskUid: number, timeoutMs = 60_000): Promise<Task> {
  const task = await client.tasks.waitForTask(taskUid, { timeout: timeoutMs, interval: timeoutMs > 60_000 ? SLOW_POLL_MS : POLL_MS })
  if (task.status !== 'succeeded') throw new SearchTaskError(task)
  return task
}

/** Hands documents over; they can be found when the task that is returned has ended. */
export function putDocuments(client: SearchClient, indexName: string, documents: SearchDocument[]): Promise<EnqueuedTask> {
  // Of an index with vectors every document must name its own, or none; else the whole task fails.
  const named = embedder() ? documents.map((document) => ({ _vectors: { meaning: null }, ...document })) : documents
  return client.index<SearchDocument>(indexName).addDocuments(named, { primaryKey: 'id' })
}

/** Takes documents out by their ids; ids that are not there do no harm. */
export function deleteDocuments(client: SearchClient, indexName: string, ids: string[]): Promise<EnqueuedTask> {
  return client.index(indexName).deleteDocuments(ids)
}

async function exists(client: SearchClient, indexName: string): Promise<boolean> {
  const { results } = await client.getRawIndexes({ limit: 10_000 })
  return results.some(index => index.uid === indexName)
}

async function createWithSettings(client: SearchClient, indexName: string): Promise<void> {
  await waitForTask(client, (await client.createIndex(indexName, { primaryKey: 'id' })).taskUid)
  await waitForTask(client, (await client.index(indexName).updateSettings(indexSettings())).taskUid)
}

/** `stale`: the index was filled by another version of settings, words or pipeline, and a rebuild is needed for good results. */
export type IndexState = { created: boolean; stale: boolean }

const sorted = (synonyms: Record<string, string[]>) => new Map(Object.entries(synonyms).map(([word, others]) => [word, [...others].sort()]))

/** Makes sure that an index is there and knows the district's present synonyms. A new one gets the settings; a stale one is left as it serves, for `rebuild` to replace. */
export async function ensureIndex(client: SearchClient, indexName: string): Promise<IndexState> {
  if (!(await exists(client, indexName))) {
    await createWithSettings(client, indexName)
    return { created: true, stale: false }
  }
  const synonyms = (await client.index(indexName).getSynonyms()) ?? {}
  if (isCurrent(synonyms)) {
    if (!isDeepStrictEqual(sorted(synonyms), sorted(synonymSetting()))) await waitForTask(client, (await client.index(indexName).updateSynonyms(synonymSetting())).taskUid)
    return { created: false, stale: false }
  }
  const { numberOfDocuments } = await client.index(indexName).getStats()
  if (numberOfDocuments > 0) return { created: false, stale: true }
  await waitForTask(client, (await client.index(indexName).updateSettings(indexSettings())).taskUid)
  return { created: false, stale: false }
}

export type Change = { put: SearchDocument[]; remove: string[] }
export type RebuildOptions = {
  client: SearchClient
  indexName: string
  /** All documents, in batches (about 1,000). */
  sources: AsyncIterable<SearchDocument[]>
  /** What changed in the database since the given time; it is replayed after the swap. */
  changedSince: (started: Date) => AsyncIterable<Change>
  /** The time that changes are counted from. */
  now: Date
  onProgress?: (progress: { handedOver: number; indexed: number }) => void
  /** Longest wait for the whole index to be filled, in milliseconds. */
  timeoutMs?: number
}

/**
 * Fills a new index beside the one that serves, swaps the two in one step and replays what changed meanwhile, so that
 * searches never fail and never see half an index. Throws `SearchTaskError`; the serving index is then untouched.
 */
export async function rebuild(options: RebuildOptions): Promise<{ documents: number }> {
  const { client, indexName, sources, changedSince, now, onProgress, timeoutMs = 3_600_000 } = options
  const building = `${indexName}_building`
  await ensureIndex(client, indexName)
  await dropIndex(client, building)
  await createWithSettings(client, building)
  const tasks: { uid: number; size: number }[] = []
  let handedOver = 0
  for await (const batch of sources) {
    if (batch.length === 0) continue
    const { taskUid } = await putDocuments(client, building, batch)
    tasks.push({ uid: taskUid, size: batch.length })
    handedOver += batch.length
    onProgress?.({ handedOver, indexed: 0 })
  }
  let indexed = 0
  for (const { uid, size } of tasks) {
    await waitForTask(client, uid, timeoutMs)
    indexed += size
    onProgress?.({ handedOver, indexed })
  }
  await waitForTask(client, (await client.swapIndexes([{ indexes: [indexName, building], rename: false }])).taskUid, timeoutMs)
  for await (const change of changedSince(now)) {
    const replayed: EnqueuedTask[] = []
    if (change.put.length > 0) replayed.push(await putDocuments(client, indexName, change.put))
    if (change.remove.length > 0) replayed.push(await deleteDocuments(client, indexName, change.remove))
    for (const { taskUid } of replayed) await waitForTask(client, taskUid, timeoutMs)
  }
  await dropIndex(client, building)
  return { documents: handedOver }
}

async function dropIndex(client: SearchClient, indexName: string): Promise<void> {
  if (await exists(client, indexName)) await waitForTask(client, (await client.deleteIndex(indexName)).taskUid)
}

/** Id, hash and version of every document in the index, in pages, for comparing it with the database. */
export async function* indexedHashes(client: SearchClient, indexName: string): AsyncGenerator<Pick<SearchDocument, 'id' | 'hash' | 'version'>[]> {
  for (let offset = 0; ; offset += PAGE) {
    const { results } = await client.index<SearchDocument>(indexName).getDocuments({ fields: ['id', 'hash', 'version'], limit: PAGE, offset })
    if (results.length > 0) yield results
    if (results.length < PAGE) return
  }
}
