import { recall, type RecallWord } from '#search/ask/recall'
import { readingsOf } from '#search/rows/reading'
import { parseQuery } from '#search/text/terms'
import type { SearchType } from '#search/vocabulary'
import { db } from '~/domain/kernel/db.server'
import { askIndex, assertFilled } from './index-guard.server'
import * as repo from './recall-repo.server'

/** The ids of documents of some kinds that have the weightiest of the words, at most `n`, those with the most weight first: from the index, or from the database while that is away. */
export async function recallRecords(words: readonly RecallWord[], types: SearchType[], n: number): Promise<string[]> {
  if (words.length === 0) return []
  const found = await askIndex(async (client, indexName) => {
    const recalled = await recall(client, indexName, words, { types, n })
    if (recalled.length === 0) await assertFilled(client, indexName)
    return recalled
  })
  return found ?? recalledRows(words, types, n)
}

function recalledRows(words: readonly RecallWord[], types: SearchType[], n: number): Promise<string[]> {
  const asked = words.flatMap(({ text, weight }) => {
    const [word] = readingsOf(parseQuery(`"${text}"`), text)[0]?.().present ?? []
    return word ? [{ lexemes: word.lexemes, weight }] : []
  })
  return repo.rowsWithMost(db(), asked, types, n)
}
