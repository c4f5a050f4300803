import { ensureIndex } from '#search/index-writer'
import { outageOf } from '#search/rows/outage'
import { askForRecovery } from '~/domain/searching/index-guard.server'
import { freshWords } from '~/domain/search-words/fresh.server'
import { indexName, writingClient } from '../search-index'

/** Tells the index the district's own synonyms. While it is away that is left to its recovery. */
export async function tellWords(): Promise<void> {
  await freshWords('at once')
  try {
    await ensureIndex(writingClient(), indexName())
  } catch (error) {
    if (outageOf(error) === null) throw error
    await askForRecovery()
  }
}
