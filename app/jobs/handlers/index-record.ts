import { documentId, documentOf } from '#search/document'
import { deleteDocuments, ensureIndex, putDocuments, waitForTask } from '#search/index-writer'
import { db } from '~/domain/kernel/db.server'
import type { JobPayload } from '../catalogue'
import { indexName, writingClient } from '../search-index'
import { sources } from '../search-sources'

/** Brings one record's document up to date: written when the record is public, removed when it is not. Fails when Meilisearch does. */
export async function indexRecord({ kind, id }: JobPayload<'index.record'>): Promise<void> {
  const { key, source } = await sources[kind].one(db(), id)
  if (!key) return
  const client = writingClient()
  await ensureIndex(client, indexName())
  const task = source ? await putDocuments(client, indexName(), [documentOf(source)]) : await deleteDocuments(client, indexName(), [documentId(kind, key)])
  await waitForTask(client, task.taskUid)
}
