import type { MultiSearchQuery } from 'meilisearch'
import type { SearchClient } from '../client'
import { fold } from '../text/fold'
import { termsOf, type Term } from '../text/terms'
import { phraseTokens } from '../text/tokens'
import type { SearchType } from '../vocabulary'
import { quoteValue } from './filters'
import { askedAs } from './similar'

/** A word to look for, what it weighs, and which share of the records is thought to have it. */
export type RecallWord = { text: string; weight: number; share: number }

/** So many records are taken of each query. */
const ofEach = 100
/** Words that more records have than one query takes are asked for again, two of these at a time. */
const inPairs = 7

type Asked = { words: number[]; q: string }

/** Each word on its own; and the weightiest that many records have by twos, as one query shows only the first of those. */
function queriesOf(words: readonly RecallWord[], records: number): Asked[] {
  const asked = words.flatMap(({ text, share }, index) => {
    const terms = termsOf(fold(text)).filter((term: Term) => phraseTokens(term.units).length > 0)
    return terms.length === 0 ? [] : [{ words: [index], q: terms.map(askedAs).join(' '), many: share * records > ofEach }]
  })
  const many = asked.filter((one) => one.many).slice(0, inPairs)
  const pairs = many.flatMap((one, index) => many.slice(index + 1).map((other) => ({ words: [...one.words, ...other.words], q: `${one.q} ${other.q}` })))
  return [...asked, ...pairs]
}

/**
 * The ids of up to `n` documents of some kinds that have the weightiest of the words, those with the most weight first, in one request. A query of
 * ten words asks for records with all of them, and of one word for any with it: so each word is asked for on its own, and two by two.
 */
export async function recall(client: SearchClient, indexName: string, words: readonly RecallWord[], { types, n }: { types: SearchType[]; n: number }): Promise<string[]> {
  const { numberOfDocuments } = await client.index(indexName).getStats()
  const asked = queriesOf(words, numberOfDocuments)
  if (asked.length === 0) return []
  const queries: MultiSearchQuery[] = asked.map(({ q }) => ({
    indexUid: indexName, q, matchingStrategy: 'all', filter: [`type IN [${types.map(quoteValue).join(', ')}]`], limit: ofEach,
    attributesToSearchOn: ['titleTokens', 'keywordTokens', 'bodyTokens', 'synonymTokens', 'bodySynonymTokens', 'latinTokens'], attributesToRetrieve: ['id'],
  }))
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, { id: string }>({ queries })
  const found = new Map<string, Set<number>>()
  results.forEach(({ hits }, index) => {
    for (const { id } of hits) {
      const has = found.get(id) ?? new Set<number>()
      for (const word of asked[index]?.words ?? []) has.add(word)
      found.set(id, has)
    }
  })
  const weighed = [...found].map(([id, has]) => ({ id, weight: [...has].reduce((sum, word) => sum + (words[word]?.weight ?? 0), 0) }))
  return weighed.sort((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1)).slice(0, n).map(({ id }) => id)
}
