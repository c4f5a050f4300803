import { outageOf } from '#search/rows/outage'
import { askForRecovery } from '~/domain/searching/index-guard.server'
import { recoverIndex } from '../reindex'

/** Choice: how long until Meilisearch, still away, is asked again. */
const againMs = 2_000

/** Makes up for what the index missed or lost, as soon as Meilisearch is there. Until then it asks again: being away is no failure that would count. */
export async function recoverSearch(): Promise<void> {
  try {
    await recoverIndex()
  } catch (error) {
    if (outageOf(error) === null) throw error
    await askForRecovery(new Date(Date.now() + againMs))
  }
}
