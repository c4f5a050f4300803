import { documentFrom } from '#search/document'
import { deleteDocuments, putDocuments, waitForTask } from '#search/index-writer'
import { documentsIn, outageOf } from '#search/rows/outage'
import { askForRecovery } from '~/domain/searching/index-guard.server'
import { writeRecord } from '~/domain/searching/rows.server'
import type { JobPayload } from '../catalogue'
import { checkingClient, indexName, writingClient } from '../search-index'
import { sources } from '../search-sources'

/**
 * Brings what can be found of one record up to date: written when the record is public, removed when it is not. The row in
 * the database comes first and stays right while Meilisearch is away; the index then gets from the rows what it missed.
 */
export async function indexRecord({ kind, id }: JobPayload<'index.record'>): Promise<void> {
  const written = await writeRecord(kind, (tx) => sources[kind].one(tx, id))
  if (!written) return
  try {
    // One document in an index that lost all others would look like an index that serves.
    if (!(await documentsIn(checkingClient(), indexName()))) return await askForRecovery()
    const { facts } = written
    const task = facts ? await putDocuments(writingClient(), indexName(), [documentFrom(facts)]) : await deleteDocuments(writingClient(), indexName(), [written.id])
    await waitForTask(writingClient(), task.taskUid)
  } catch (error) {
    if (outageOf(error) === null) throw error
    await askForRecovery()
  }
}
