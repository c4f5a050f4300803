import { createHash } from 'node:crypto'
import { codeOf } from './codes'
import { fieldWordsOf, lexicon } from './lexicon'
import { closedUp, gramsIn, withoutDealing } from './text'
import { fieldWord, sectionWeight } from './weights'

export type Section = { name: string; text: string }

/**
 * A text as weighted terms, by section weight, and the words of the lexicon of fields in it, likewise. Codes in their order, and beside
 * each how often it stands there, in tenths: the weights of sections are of one decimal.
 */
export type Profile = { terms: Uint32Array; counts: Uint16Array; words: Uint32Array; wordCounts: Uint16Array; length: number }

/** Raise this when the same text gives another profile, or a profile other bytes: what is kept of candidates is then made anew. */
const pipeline = 1

let version: string | undefined
/** Names all that a profile depends on beside its text. */
export const profileVersion = (): string => (version ??= `${pipeline}-${createHash('sha256').update(JSON.stringify([lexicon().mark, sectionWeight])).digest('hex').slice(0, 8)}`)

const mostCounted = 0xffff
export const tenths = 10

function gather(sections: readonly Section[]): { terms: Map<number, number>; words: Map<string, number> } {
  const terms = new Map<number, number>()
  const words = new Map<string, number>()
  for (const { name, text } of sections) {
    const weight = Math.round((sectionWeight[name] ?? 1) * tenths)
    const closed = closedUp(text).text
    for (const gram of gramsIn(closed)) {
      const code = codeOf(gram)
      terms.set(code, (terms.get(code) ?? 0) + weight)
    }
    for (const word of fieldWordsOf(closed)) words.set(word, (words.get(word) ?? 0) + weight)
  }
  return { terms, words }
}

function inOrder(counted: Map<number, number>): [Uint32Array, Uint16Array] {
  const codes = Uint32Array.from(counted.keys()).sort()
  const counts = new Uint16Array(codes.length)
  codes.forEach((code, at) => (counts[at] = Math.min(mostCounted, counted.get(code) ?? 0)))
  return [codes, counts]
}

/** The length of a text is what all its terms count. */
export function profileFrom(terms: Uint32Array, counts: Uint16Array, words: Uint32Array, wordCounts: Uint16Array): Profile {
  let length = 0
  for (let at = 0; at < counts.length; at++) length += counts[at] ?? 0
  return { terms, counts, words, wordCounts, length: length / tenths }
}

function profiled(terms: Map<number, number>, words: Map<string, number>): Profile {
  return profileFrom(...inOrder(terms), ...inOrder(new Map([...words].map(([word, count]) => [codeOf(word), count]))))
}

export function profileOf(sections: readonly Section[]): Profile {
  const { terms, words } = gather(sections)
  return profiled(terms, words)
}

/** What a target asks, without the words in which any business asks for anything; the words of a field count more than others. */
export function askingProfile(sections: readonly Section[]): Profile {
  const { terms, words } = gather(sections.map(({ name, text }) => ({ name, text: withoutDealing(text) })))
  for (const [word, count] of words) {
    for (const gram of gramsIn(word)) {
      const code = codeOf(gram)
      const already = terms.get(code)
      if (already !== undefined) terms.set(code, already + fieldWord * count)
    }
  }
  return profiled(terms, words)
}
