import { documentFrom } from '#search/document'
import { deleteDocuments, putDocuments, waitForTask } from '#search/index-writer'
import { documentsIn, outageOf } from '#search/rows/outage'
import type { SearchType } from '#search/vocabulary'
import { renewCandidate } from '~/domain/matching/candidates.server'
import type { CandidateKind } from '~/domain/matching/schema'
import { askForRecovery } from '~/domain/searching/index-guard.server'
import { writeRecord } from '~/domain/searching/rows.server'
import { withVectors } from '~/domain/searching/vectors.server'
import { noteCandidate } from '~/domain/matching/changes.server'
import { mayBeNew } from '~/domain/saved-searches/rules'
import { someoneWaits } from '~/domain/saved-searches/alert.server'
import { db } from '~/domain/kernel/db.server'
import type { JobPayload } from '../catalogue'
import { enqueueWith } from '../enqueue'
import { checkingClient, indexName, writingClient } from '../search-index'
import { sources } from '../search-sources'

/** What matching calls the kinds that it knows. */
const candidateKinds: Partial<Record<SearchType, CandidateKind>> = { achievement: 'achievement', expert: 'person', institute: 'institute', broker: 'broker' }

/** How long after a record can be found the alerts begin, in ms: what is published together is told together. */
const gathering = 10_000

/**
 * Brings what can be found of one record up to date: written when the record is public, removed when it is not. The row in
 * the database comes first and stays right while Meilisearch is away; the index then gets from the rows what it missed. What
 * matching reads of it is a row, too.
 */
export async function indexRecord({ kind, id }: JobPayload<'index.record'>): Promise<void> {
  const written = await writeRecord(kind, (tx) => sources[kind].one(tx, id))
  const candidateKind = candidateKinds[kind]
  if (candidateKind) {
    await renewCandidate(candidateKind, id)
    await noteCandidate(candidateKind, id)
  }
  if (!written) return
  if (written.facts && mayBeNew(new Date(written.facts.postedAt * 1000), new Date())) await tellThoseWhoWait()
  try {
    // One document in an index that lost all others would look like an index that serves.
    if (!(await documentsIn(checkingClient(), indexName()))) return await askForRecovery()
    const { facts } = written
    const task = facts ? await putDocuments(writingClient(), indexName(), await withVectors([documentFrom(facts, new Date())])) : await deleteDocuments(writingClient(), indexName(), [written.id])
    await waitForTask(writingClient(), task.taskUid)
  } catch (error) {
    if (outageOf(error) === null) throw error
    await askForRecovery()
  }
}

/** One job for all immediate alerts, at most one begun every ten seconds, however many records are indexed meanwhile. */
async function tellThoseWhoWait(): Promise<void> {
  if (!(await someoneWaits())) return
  await enqueueWith(db())('alerts.send', { kind: 'immediately' }, { key: 'alerts.send:immediately', runAt: new Date(Date.now() + gathering), keepTime: true })
}
