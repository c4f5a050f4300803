import type { Unit } from './units'

/*
 * Everything that Meilisearch searches is written in tokens of Latin letters whose first letter names their family, so
 * that its Chinese segmentation, and nothing that a person types, ever reaches it:
 *   g… two neighbouring characters   u… one character   x… a Latin word or number   y… two of these   m… a word that has synonyms   o… one that has some of a district's own (in questions alone)
 *   s… two neighbouring syllables    p… a pinyin window (full or initials)
 */

const EDGE = 'zzzz'
const WORD_LENGTH = 40

function letters(number: number, width: number): string {
  let rest = number
  let written = ''
  for (let i = 0; i < width; i++) {
    written = String.fromCharCode(97 + (rest % 26)) + written
    rest = Math.floor(rest / 26)
  }
  return written
}

const encode = (character: string) => letters(character.codePointAt(0) ?? 0, 4)

export const pairToken = (first: string, second: string) => `g${encode(first)}${encode(second)}`
/** The beginning of every pair that begins with a character. */
export const pairBeginning = (character: string) => `g${encode(character)}`
export const characterToken = (character: string) => `u${encode(character)}`
export const wordToken = (word: string) => `x${word.slice(0, WORD_LENGTH)}`

/** The token of a whole word that has synonyms: a hash, so that it stays the same when the list of words changes. */
export function memberToken(word: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193) >>> 0
  return `m${letters(hash, 7)}`
}

/** The token that asks for a word with a district's own synonyms; no document holds it. */
export const ownToken = (word: string) => `o${memberToken(word)}`

const wordPairToken = (first: string, second: string) => `y${`${first}${second}`.slice(0, 2 * WORD_LENGTH)}`
export const isWordPair = (token: string) => token.startsWith('y')

/**
 * Tokens of a run, in order and gapless: what has all of them has the text itself, for neighbours share one.
 * A lone Chinese character gives none; `characterToken` finds it.
 */
export function phraseTokens(run: Unit[]): string[] {
  const tokens: string[] = []
  run.forEach((unit, index) => {
    const next = run[index + 1]
    if (!unit.cjk) tokens.push(wordToken(unit.text))
    if (!next) return
    tokens.push(!unit.cjk && !next.cjk ? wordPairToken(unit.text, next.text) : `g${unit.cjk ? encode(unit.text) : EDGE}${next.cjk ? encode(next.text) : EDGE}`)
  })
  return tokens
}

/** Pairs with one character left out between them: they meet a query or a text that lacks, or has, one too many. */
export function skipTokens(run: Unit[]): string[] {
  const tokens: string[] = []
  for (let i = 0; i + 2 < run.length; i++) {
    const [first, last] = [run[i], run[i + 2]]
    if (first?.cjk && last?.cjk) tokens.push(pairToken(first.text, last.text))
  }
  return tokens
}
