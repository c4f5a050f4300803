import { codeOf } from './codes'
import type { Section } from './profile'
import { rarity, type Pool } from './relevance'
import type { Marked, MatchPassage } from './schema'
import { sentencesOf, termsOf, type Term } from './text'

type Sentence = { section: string; text: string; terms: Map<string, Term[]> }

/** A passage is cut to about this many characters, around what was found. */
const longest = 90

function cut(sections: readonly Section[]): Sentence[] {
  return sections.flatMap(({ name, text }) =>
    (name === 'title' || name === 'keywords' ? [text] : sentencesOf(text)).slice(0, 40).map((sentence) => {
      const terms = new Map<string, Term[]>()
      for (const term of termsOf(sentence)) {
        const places = terms.get(term.text)
        if (places) places.push(term)
        else terms.set(term.text, [term])
      }
      return { section: name, text: sentence, terms }
    }),
  )
}

const known = new WeakMap<readonly Section[], Sentence[]>()

/** The text of a target is explained with twenty others, one after the other. */
function sentences(sections: readonly Section[]): Sentence[] {
  const found = known.get(sections) ?? cut(sections)
  known.set(sections, found)
  return found
}

/**
 * The text with the terms marked. Overlapping marks are one, and so are two with nothing between them but a space or what
 * stands just so in the other text, too (退役磷酸铁锂, of which the dictionary leaves 铁 over).
 */
function marked(text: string, places: { start: number; end: number }[], other: string): Marked[] {
  const merged: { start: number; end: number }[] = []
  for (const place of [...places].sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1)
    if (last && (text.slice(last.end, place.start).trim() === '' || other.includes(text.slice(last.end - 1, place.start + 1)))) last.end = Math.max(last.end, place.end)
    else merged.push({ ...place })
  }
  const first = merged[0]?.start ?? 0
  const from = text.length > longest ? Math.max(0, Math.min(first - 20, text.length - longest)) : 0
  const to = Math.min(text.length, from + longest)
  const parts: Marked[] = []
  let at = from
  if (from > 0) parts.push({ text: '……' })
  for (const { start, end } of merged) {
    if (start >= to || end <= from) continue
    if (start > at) parts.push({ text: text.slice(at, start) })
    parts.push({ text: text.slice(Math.max(start, at), Math.min(end, to)), mark: true })
    at = Math.min(end, to)
  }
  if (at < to) parts.push({ text: text.slice(at, to) })
  if (to < text.length) parts.push({ text: '……' })
  return parts
}

/**
 * The up to three pairs of passages that brought the most, from what really stands in both texts: each term counts once,
 * each sentence stands in one pair. `points` shares out the text's points. Nothing shared gives no passage, never an invented one.
 */
export function explain(left: readonly Section[], right: readonly Section[], pool: Pool, textPoints: number, textMax: number): MatchPassage[] {
  const [ours, theirs] = [sentences(left), sentences(right)]
  const pairs: { one: Sentence; other: Sentence; shared: string[]; weight: number }[] = []
  for (const one of ours)
    for (const other of theirs) {
      const shared = [...one.terms.keys()].filter((term) => other.terms.has(term))
      if (shared.length > 0) pairs.push({ one, other, shared, weight: shared.reduce((sum, term) => sum + rarity(pool, codeOf(term)), 0) })
    }
  pairs.sort((a, z) => z.weight - a.weight || a.one.text.localeCompare(z.one.text) || a.other.text.localeCompare(z.other.text))
  const chosen: typeof pairs = []
  const told = new Set<string>()
  for (const pair of pairs) {
    if (chosen.length === 3) break
    const fresh = pair.shared.filter((term) => !told.has(term))
    if (fresh.length < Math.max(1, pair.shared.length / 2) || chosen.some((other) => other.one === pair.one || other.other === pair.other)) continue
    chosen.push(pair)
    for (const term of pair.shared) told.add(term)
  }
  const all = chosen.reduce((sum, pair) => sum + pair.weight, 0)
  return chosen.map(({ one, other, shared, weight }) => ({
    left: { section: one.section, parts: marked(one.text, shared.flatMap((term) => one.terms.get(term) ?? []), other.text) },
    right: { section: other.section, parts: marked(other.text, shared.flatMap((term) => other.terms.get(term) ?? []), one.text) },
    points: Math.round((textPoints * weight) / all),
    max: Math.round((textMax * weight) / all),
  }))
}
