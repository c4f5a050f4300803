import type { MultiSearchQuery } from 'meilisearch'
import { fold } from '../text/fold'
import { syllablesOf } from '../text/pinyin'
import { wordStarts } from '../text/segment'
import { spell } from '../text/syllables'
import { parseQuery, termOf, type ParsedQuery, type Term } from '../text/terms'
import { characterToken, phraseTokens } from '../text/tokens'
import { chineseParts, runsOf } from '../text/units'
import { filtersOf } from './filters'
import { findSound, findText } from './highlight'
import { shownFields, type ShownDocument } from './hits'
import { probe, type Asked } from './page'
import { nearIn, type Instead } from './instead'
import { planOf, textFields, type SoundNeedle, type StepCode } from './steps'

/*
 * “Did you mean”: the same query in the characters that really stand in what was found. A suggestion is never made up: each
 * of its words stands in one record.
 */

type Texts = Pick<ShownDocument, 'title' | 'keywords' | 'who' | 'summary' | 'body'>
/** How the words may have been meant: as the step that found something read them. */
export type Meaning = 'pinyin' | 'sound' | 'near'

const DOCUMENTS = 10
const TERMS = 4
const BODY = 2_000
const WORD_REACH = 2
const meanings: readonly StepCode[] = ['pinyin', 'sound', 'near']
/** The steps that leave something of the query out: there a wrong character is looked for. */
const partial: readonly StepCode[] = ['words', 'some']

type Place = { text: string; weight: number }
const WEIGHTS = [4, 3]

/** A record's texts, where people look first on top; each counts for its place. */
function placesOf({ title, keywords, who, summary, body }: Texts): Place[] {
  const texts = [title, [...keywords, ...who].join('，'), summary, body.slice(0, BODY)]
  return texts.map((text, index) => ({ text: fold(text), weight: WEIGHTS[index] ?? 1 }))
}

/** What sounds like the needle; with `words`, as far as the dictionary's words around it reach. */
function soundsIn(folded: string, needle: SoundNeedle, words: boolean): Instead[] {
  const runs = runsOf(folded)
  return findSound(folded, needle).flatMap(({ start, end }) => {
    const run = runs.find(units => (units[0]?.start ?? 0) <= start && end <= (units.at(-1)?.end ?? 0))
    if (!run) return []
    const [from, to] = [run.findIndex(unit => unit.start === start), run.findIndex(unit => unit.end === end) + 1]
    const starts = wordStarts(run)
    const before = starts.filter(place => place <= from).at(-1) ?? from
    const after = starts.find(place => place >= to) ?? to
    const first = words && from - before <= WORD_REACH ? before : from
    const last = words && after - to <= WORD_REACH ? after : to
    return [{ text: termOf(run.slice(first, last), false).text, whole: before === from && after === to }]
  })
}

function soundPartsIn(folded: string, term: Term): Instead[] {
  const parts = chineseParts(term.units).map(units => {
    const typed = { text: termOf(units, false).text, whole: true }
    if (units.length < 2 || !units[0]?.cjk) return typed
    return soundsIn(folded, { kind: 'sound', syllables: syllablesOf(units.map(unit => unit.text)) }, false)[0]
  })
  const all = parts.filter(part => part !== undefined)
  return all.length === parts.length ? [{ text: all.map(({ text }) => text).join(''), whole: all.every(({ whole }) => whole) }] : []
}

function insteadIn(folded: string, term: Term, meaning: Meaning): Instead[] {
  if (meaning === 'near') return nearIn(folded, term)
  if (meaning === 'sound') return soundPartsIn(folded, term)
  if (term.units.length !== 1 || term.units[0]?.cjk) return []
  const spelled = soundsIn(folded, { kind: 'pinyin', text: term.text }, true)
  const syllables = spell(term.text)?.syllables ?? []
  return spelled.length > 0 || syllables.length < 2 ? spelled : soundsIn(folded, { kind: 'sound', syllables }, true)
}

/** What a term is in one record: itself where it stands there, else the best of what stands there instead. */
function readTerm(places: Place[], term: Term, meaning: Meaning): { text: string; weight: number } | null {
  if (places.some(({ text }) => findText(text, term.text).length > 0)) return { text: term.text, weight: 0 }
  for (const { text, weight } of places) {
    const found = insteadIn(text, term, meaning)
    const best = found.find(({ whole }) => whole) ?? found[0]
    if (best) return { text: best.text, weight: best.whole ? weight * 2 : weight }
  }
  return null
}

const written = (text: string, { quoted }: Term) => (quoted ? `"${text}"` : text)

/** The query as one record has it; null where it has not all of it, or has all as typed. */
function readIn(document: Texts, { terms, excluded }: Pick<ParsedQuery, 'terms' | 'excluded'>, meaning: Meaning): { query: string; weight: number } | null {
  const places = placesOf(document)
  const read = terms.map(term => ({ term, found: readTerm(places, term, meaning) }))
  const found = read.flatMap(one => (one.found ? [{ ...one.found, term: one.term }] : []))
  if (found.length < terms.length || found.every(({ text, term }) => text === term.text)) return null
  // Syllables that were typed with spaces between them are one word where they stand together.
  const together = found.map(({ text }) => text).join('')
  const joined = meaning === 'pinyin' && found.every(({ term, text }) => text !== term.text) && places.some(({ text }) => text.includes(together))
  const words = joined ? [together] : found.map(({ text, term }) => written(text, term))
  return { query: [...words, ...excluded.map(term => `-${written(term.text, term)}`)].join(' '), weight: found.reduce((sum, { weight }) => sum + weight, 0) }
}

/** The query in the characters that most of these records have, the first of them when equally many do; null when none has it. */
export function meantBy(parsed: Pick<ParsedQuery, 'terms' | 'excluded'>, meaning: Meaning, documents: Texts[]): string | null {
  const votes = new Map<string, number>()
  for (const document of documents.slice(0, DOCUMENTS)) {
    const read = readIn(document, parsed, meaning)
    if (read) votes.set(read.query, (votes.get(read.query) ?? 0) + read.weight)
  }
  const [best] = [...votes].sort(([, a], [, b]) => b - a)
  return best?.[0] ?? null
}

const VARIED = { shortest: 4, longest: 8 }

/** Words of a query with, in turn, each character of its Chinese terms left out: what has the rest may have the right one there. */
export function variedWords(terms: Term[]): string[] {
  const wordOf = (units: Term['units']) => (units.length === 1 && units[0]?.cjk ? characterToken(units[0].text) : `"${phraseTokens(units).join(' ')}"`)
  const varied = terms.filter(({ units }) => units.every(unit => unit.cjk) && units.length >= VARIED.shortest && units.length <= VARIED.longest)
  if (varied.length === 0 || varied.length > 2) return []
  return varied.flatMap(term => term.units.map((_, without) => {
    const pieces = [term.units.slice(0, without), term.units.slice(without + 1)].filter(units => units.length > 0)
    return [...terms.filter(other => other !== term).map(({ units }) => wordOf(units)), ...pieces.map(wordOf)].join(' ')
  }))
}

/** Records that have all of the query but one character, in one request. */
async function nearlyAll(asked: Asked, terms: Term[]): Promise<ShownDocument[]> {
  const filter = filtersOf(asked.query, asked.now)
  const queries: MultiSearchQuery[] = variedWords(terms).map(q => (
    { indexUid: asked.indexName, q, attributesToSearchOn: textFields, matchingStrategy: 'all', filter, limit: 2, attributesToRetrieve: [...shownFields] }
  ))
  if (queries.length === 0) return []
  const { results } = await asked.client.multiSearch<{ queries: MultiSearchQuery[] }, ShownDocument>({ queries })
  return [...new Map(results.flatMap(({ hits }) => hits).map(document => [document.id, document])).values()]
}

/**
 * What a query was probably meant to be, when it was found only by pinyin, sound or near characters, in part, or not at
 * all; null when nothing says so. Costs one request, in these cases alone: what is suggested finds something as it stands.
 */
export async function findMeant(asked: Asked, parsed: ParsedQuery, { code, documents }: { code: StepCode | null; documents: ShownDocument[] }): Promise<string | null> {
  if (asked.query.page !== 1 || parsed.terms.length === 0 || parsed.terms.length > TERMS) return null
  const meaning = meanings.find(one => one === code) as Meaning | undefined
  if (!meaning || documents.length === 0) {
    if (documents.length > 0 && !partial.some(one => one === code)) return null
    return meantBy(parsed, 'near', await nearlyAll(asked, parsed.terms))
  }
  const meant = meantBy(parsed, meaning, documents)
  const strict = meant ? planOf(parseQuery(meant), meant)?.strict : null
  const [total = 0] = strict ? await probe(asked, [strict]) : []
  return total > 0 ? meant : null
}
