import type { MultiSearchQuery } from 'meilisearch'
import type { SearchClient } from '../client'
import { parseQuery, type Term } from '../text/terms'
import { characterToken, phraseTokens, pairBeginning, wordToken } from '../text/tokens'
import type { SearchType } from '../vocabulary'
import { marked, type Part } from './highlight'
import type { ShownDocument } from './hits'
import { pinyinPart, type Needle, type Step } from './steps'

/** A record whose title has what is being typed, those pieces marked. */
export type TitleSuggestion = { type: SearchType; url: string; title: Part[] }

/** Longer than this nobody types a search that a title still completes. */
const LONGEST = 40

/** A term as it stands in a title; of a last one the end may still be missing, so that its last character or word begins something. */
function typedWord({ units }: Term, last: boolean): string {
  const [first] = units
  if (units.length === 1 && first) {
    if (!first.cjk) return last ? wordToken(first.text) : `"${wordToken(first.text)}"`
    return last ? pairBeginning(first.text) : characterToken(first.text)
  }
  return `"${phraseTokens(units).join(' ')}"`
}

/** What to ask titles for while a query is being typed: as it stands and, for letters, as pinyin; nothing to ask for gives none. */
export function suggestSteps(raw: string): Pick<Step, 'q' | 'fields' | 'needles'>[] {
  const { terms } = parseQuery(raw)
  if (terms.length === 0 || [...raw].length > LONGEST) return []
  const typed = terms.map((term, index) => ({ word: typedWord(term, index === terms.length - 1), needles: [{ kind: 'text', text: term.text }] as Needle[] }))
  const lone = terms.some((term, index) => index < terms.length - 1 && term.units.length === 1 && term.units[0]?.cjk)
  const pinyin = terms.map((term, index) => pinyinPart(term, index === terms.length - 1))
  const step = (parts: typeof typed, fields: Step['fields']) => ({ q: parts.map(({ word }) => word).join(' '), fields, needles: parts.flatMap(({ needles }) => needles) })
  const asTyped = step(typed, lone ? ['titleTokens', 'characterTokens'] : ['titleTokens'])
  if (!pinyin.some((part) => part !== null)) return [asTyped]
  return [asTyped, step(terms.map((_, index) => pinyin[index] ?? typed[index]!), ['titleTokens', 'titleSoundTokens', 'titlePinyinWordTokens', 'titlePinyinTokens'])]
}

/** Up to `n` records whose titles have what is typed so far, in one request without counts: as typed first, then as pinyin. */
export async function suggestTitles(client: SearchClient, indexName: string, raw: string, n: number): Promise<TitleSuggestion[]> {
  const steps = suggestSteps(raw)
  if (steps.length === 0) return []
  const queries: MultiSearchQuery[] = steps.map(({ q, fields }) => (
    { indexUid: indexName, q, attributesToSearchOn: fields, matchingStrategy: 'all', limit: n, attributesToRetrieve: ['id', 'type', 'url', 'title'] }
  ))
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, ShownDocument>({ queries })
  const found = new Map<string, TitleSuggestion>()
  results.forEach(({ hits }, index) => {
    for (const { id, type, url, title } of hits) {
      const parts = marked(title, steps[index]?.needles ?? [])
      if (!found.has(id) && parts.some((part) => part.mark)) found.set(id, { type, url, title: parts })
    }
  })
  return [...found.values()].slice(0, n)
}
