import { nearest } from '#search/ask/nearest'
import type { SearchType } from '#search/vocabulary'
import { db } from '~/domain/kernel/db.server'
import { askIndex } from './index-guard.server'
import { modelOf, useEmbedder } from './vectors.server'
import * as repo from './vectors-repo.server'

/** So many vectors are kept in memory, 4 KB each of a thousand numbers: as many as matching holds candidates, and the open targets. */
const mostKept = 25_000
/** Who writes later may have begun earlier, in ms. */
const overlap = 60_000

type Kept = { model: string; seenUntil: Date; vectors: Map<string, Float32Array> }
let kept: Kept | null = null

/** What was kept for a model, with what has been written since. */
async function renewed(model: string): Promise<Kept> {
  const now = new Date()
  if (kept?.model !== model || kept.vectors.size > mostKept) return (kept = { model, seenUntil: now, vectors: new Map() })
  const same = kept
  for (const { id, mark, vector } of await repo.vectorsSince(db(), new Date(same.seenUntil.getTime() - overlap))) if (same.vectors.has(id) && mark.startsWith(`${model} `)) same.vectors.set(id, vector)
  same.seenUntil = now
  return same
}

/** The vectors of rows that have one, by id; that of an earlier text serves until the next is there. Null without an embedder. */
export async function vectorsFor(ids: readonly string[]): Promise<ReadonlyMap<string, Float32Array> | null> {
  const embedder = useEmbedder()
  if (!embedder) return null
  const model = modelOf(embedder)
  const { vectors } = await renewed(model)
  const missing = ids.filter((id) => !vectors.has(id))
  for (const { id, mark, vector } of missing.length > 0 ? await repo.vectorsOf(db(), missing) : []) if (mark.startsWith(`${model} `)) vectors.set(id, vector)
  return vectors
}

/** The ids of documents of some kinds whose meaning is nearest to a vector, at most `n`; none while the index is away. */
export async function nearestRecords(vector: ArrayLike<number>, types: SearchType[], n: number): Promise<string[]> {
  return (await askIndex((client, indexName) => nearest(client, indexName, Array.from(vector), { types, n }))) ?? []
}
