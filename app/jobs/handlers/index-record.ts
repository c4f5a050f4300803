import { documentId, documentOf } from '#search/document'
import { deleteDocuments, ensureIndex, putDocuments, waitForTask } from '#search/index-writer'
import { mayBeNew } from '~/domain/saved-searches/rules'
import { someoneWaits } from '~/domain/saved-searches/alert.server'
import { db } from '~/domain/kernel/db.server'
import type { JobPayload } from '../catalogue'
import { enqueueWith } from '../enqueue'
import { indexName, writingClient } from '../search-index'
import { sources } from '../search-sources'

/** How long after a record can be found the alerts begin, in ms: what is published together is told together. */
const gathering = 10_000

/** Brings one record's document up to date: written when the record is public, removed when it is not. Fails when Meilisearch does. */
export async function indexRecord({ kind, id }: JobPayload<'index.record'>): Promise<void> {
  const { key, source } = await sources[kind].one(db(), id)
  if (!key) return
  const client = writingClient()
  await ensureIndex(client, indexName())
  const task = source ? await putDocuments(client, indexName(), [documentOf(source)]) : await deleteDocuments(client, indexName(), [documentId(kind, key)])
  await waitForTask(client, task.taskUid)
  if (source && mayBeNew(source.publishedAt, new Date())) await tellThoseWhoWait()
}

/** One job for all immediate alerts, at most one begun every ten seconds, however many records are indexed meanwhile. */
async function tellThoseWhoWait(): Promise<void> {
  if (!(await someoneWaits())) return
  await enqueueWith(db())('alerts.send', { kind: 'immediately' }, { key: 'alerts.send:immediately', runAt: new Date(Date.now() + gathering), keepTime: true })
}
