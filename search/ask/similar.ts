import type { MultiSearchQuery } from 'meilisearch'
import type { SearchClient } from '../client'
import { fold } from '../text/fold'
import { contentTerms, dictionaryWords } from '../text/question'
import { synonymWord } from '../text/synonyms'
import { phraseTokens } from '../text/tokens'
import { termsOf, type Term } from '../text/terms'
import type { SearchType } from '../vocabulary'
import { quoteValue } from './filters'
import { hitOf, shownFields, type SearchHit, type ShownDocument } from './hits'

/** What similar records are looked for by. `id` is the document's own, which is left out of the answer. */
export type SimilarTo = { id: string; title: string; keywords: string[] }

const QUERIES = 8
const KEYWORD_WEIGHT = 2

export type Weighted = { term: Term; weight: number }

/** The words to ask for, the weightiest first: keywords as they stand, then the longest words of the title; each counts for its length. */
export function weightyTerms({ title, keywords }: SimilarTo): Weighted[] {
  const own = keywords.flatMap(keyword => termsOf(fold(keyword))).map(term => ({ term, weight: KEYWORD_WEIGHT * term.units.length }))
  const fromTitle = dictionaryWords(contentTerms(termsOf(fold(title)), true)).map(term => ({ term, weight: term.units.length }))
  const unique = new Map<string, Weighted>()
  for (const weighted of [...own, ...fromTitle]) {
    if (phraseTokens(weighted.term.units).length > 0 && !unique.has(weighted.term.text)) unique.set(weighted.term.text, weighted)
  }
  return [...unique.values()].sort((a, b) => b.weight - a.weight).slice(0, QUERIES)
}

/** The `n` that share the most, and the rarest, of the words; `found` is what each of them finds, the best first. */
export function mostShared(terms: readonly Weighted[], found: readonly { documents: ShownDocument[]; total: number }[], n: number): ShownDocument[] {
  const shared = new Map<string, { document: ShownDocument; score: number }>()
  found.forEach(({ documents, total }, index) => {
    const rarity = 1 / Math.log2(2 + total)
    documents.forEach((document, rank) => {
      const score = (terms[index]?.weight ?? 0) * rarity * (1 - rank / (2 * documents.length))
      shared.set(document.id, { document, score: score + (shared.get(document.id)?.score ?? 0) })
    })
  })
  const best = [...shared.values()].sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1))
  return best.slice(0, n).map(({ document }) => document)
}

/** A word as the index is asked for it: with its synonyms, else as a phrase. */
export const askedAs = (term: Term) => synonymWord(term.text) ?? `"${phraseTokens(term.units).join(' ')}"`

/**
 * Up to `n` records that share the most, and the rarest, words with this one, in one request: each word is asked for on
 * its own, and a word that many records have counts less. Optionally of some kinds only.
 */
export async function suggestSimilar(
  client: SearchClient, indexName: string, document: SimilarTo, n: number, options: { now: Date; types?: SearchType[] },
): Promise<SearchHit[]> {
  const terms = weightyTerms(document)
  if (terms.length === 0 || n < 1) return []
  const filter = [`id != ${quoteValue(document.id)}`]
  if (options.types) filter.push(`type IN [${options.types.map(quoteValue).join(', ')}]`)
  const queries: MultiSearchQuery[] = terms.map(({ term }) => ({
    indexUid: indexName, q: askedAs(term), matchingStrategy: 'all', filter, limit: Math.min(n * 3, 60),
    attributesToSearchOn: ['titleTokens', 'keywordTokens', 'bodyTokens', 'synonymTokens', 'bodySynonymTokens'], attributesToRetrieve: [...shownFields],
  }))
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, ShownDocument>({ queries })
  const best = mostShared(terms, results.map(({ hits, estimatedTotalHits = 0 }) => ({ documents: hits, total: estimatedTotalHits })), n)
  const now = Math.floor(options.now.getTime() / 1000)
  return best.map(document => hitOf(document, [], now))
}
