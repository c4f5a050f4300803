import { outdated } from '#search/ask/page'
import { outageOf } from '#search/rows/outage'
import { deleteDocuments, putDocuments, waitForTask } from '#search/index-writer'
import { documentsOf, hashesOf } from '~/domain/searching/rows.server'
import { withVectors } from '~/domain/searching/vectors.server'
import { indexName, writingClient } from '../search-index'

const portion = 500

/** Ids of documents whose statuses are no longer right, at most a portion of them. */
async function late(now: Date): Promise<string[]> {
  const { results } = await writingClient().index<{ id: string }>(indexName()).getDocuments({ filter: outdated(Math.floor(now.getTime() / 1000)), fields: ['id'], limit: portion })
  return results.map(({ id }) => id)
}

/** Writes documents as their rows say. A row that changed meanwhile is written once more, one that went is taken out: the older never stays. */
async function rewrite(ids: string[], now: Date): Promise<void> {
  const client = writingClient()
  const documents = await withVectors(await documentsOf(ids, now))
  if (documents.length > 0) await waitForTask(client, (await putDocuments(client, indexName(), documents)).taskUid)
  const hashes = await hashesOf(ids)
  const gone = ids.filter((id) => !hashes.has(id))
  if (gone.length > 0) await waitForTask(client, (await deleteDocuments(client, indexName(), gone)).taskUid)
  const changed = documents.filter(({ id, hash }) => hashes.has(id) && hashes.get(id) !== hash)
  if (changed.length > 0) await rewrite(changed.map(({ id }) => id), now)
}

/**
 * Brings the statuses that are counted up to date where a window opened, began to close or closed. Nothing depends on it but speed: until
 * it ran, a search counts by the windows themselves. An index that is away has its own way back.
 */
export async function renewStatuses(now = new Date()): Promise<void> {
  try {
    for (let ids = await late(now); ids.length > 0; ids = await late(now)) await rewrite(ids, now)
  } catch (error) {
    if (outageOf(error) === null) throw error
  }
}
