import { putDocuments, waitForTask } from '#search/index-writer'
import { vectorsArrived } from '~/domain/matching/arrived.server'
import { documentsOf } from '~/domain/searching/rows.server'
import { documentsWith, keepVectors, missingVectors } from '~/domain/searching/vectors.server'
import { indexName, writingClient } from '../search-index'

/**
 * Gives vectors to what was indexed without, and has matched again what hangs on them. Fails while the embedder or Meilisearch is away, and is tried
 * again: a vector counts as given once the index has it.
 */
export async function giveVectors(): Promise<void> {
  for (let given = await missingVectors(); given.length > 0; given = await missingVectors()) {
    const documents = documentsWith(await documentsOf(given.map(({ id }) => id), new Date()), given)
    const client = writingClient()
    if (documents.length > 0) await waitForTask(client, (await putDocuments(client, indexName(), documents)).taskUid)
    await keepVectors(given)
    await vectorsArrived(documents)
  }
}
