import { pinyin } from 'pinyin-pro'
import { wordStarts } from './segment'
import { chineseParts, type Unit } from './units'

const FULL_WINDOW = 8
const INITIALS_WINDOW = 10
const WINDOW_LENGTH = 60
const WORDS_WINDOW = 4

/** Syllables of Chinese characters in their context, without tones, ü as v; one for each character. */
export function syllablesOf(characters: string[]): string[] {
  const read = pinyin(characters.join(''), { toneType: 'none', type: 'array', v: true })
  return read.length === characters.length ? read : characters.map(character => pinyin(character, { toneType: 'none', v: true }))
}

/** Syllables of a run, one for each unit; a Latin word stands for itself. */
export function readRun(run: Unit[]): string[] {
  return chineseParts(run).flatMap(part => (part[0]?.cjk ? syllablesOf(part.map(unit => unit.text)) : part.map(unit => unit.text)))
}

/** What dialects and keyboards confuse counts as the same: zh/z, ch/c, sh/s, -ng/-n. */
function loosen(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n')
}

/** Whether two syllables are easily taken for each other. */
export function sameSound(a: string, b: string): boolean {
  return loosen(a) === loosen(b)
}

/** The token of two neighbouring syllables. */
export function soundToken(first: string, second: string): string {
  return `s${loosen(first)}${loosen(second)}`
}

/** Tokens of syllables, in order and gapless; fewer than two syllables give none. */
export function soundTokens(syllables: string[]): string[] {
  return syllables.slice(1).map((syllable, index) => soundToken(syllables[index] ?? '', syllable))
}

/** First letters: the first of a syllable, the whole of a Latin word or number. */
export function initialsOf(run: Unit[], syllables: string[]): string[] {
  return run.map((unit, index) => (unit.cjk ? (syllables[index] ?? '').slice(0, 1) : unit.text))
}

export const windowToken = (text: string) => `p${text.slice(0, WINDOW_LENGTH)}`

/** Pinyin from every character on, in full and as initials, so that a prefix of it finds any part of the text. */
export function windowTokens(run: Unit[], syllables: string[]): string[] {
  const initials = initialsOf(run, syllables)
  const tokens: string[] = []
  for (let start = 0; start + 1 < run.length; start++) {
    tokens.push(windowToken(syllables.slice(start, start + FULL_WINDOW).join('')))
    tokens.push(windowToken(initials.slice(start, start + INITIALS_WINDOW).join('')))
  }
  return tokens
}

/** Pinyin of one to four whole words of the dictionary, in full and as initials: what people mean by letters is rarely half a word. */
export function wordWindowTokens(run: Unit[], syllables: string[]): string[] {
  const initials = initialsOf(run, syllables)
  const starts = wordStarts(run)
  const tokens: string[] = []
  starts.forEach((start, index) => {
    for (const end of starts.slice(index + 1, index + 1 + WORDS_WINDOW)) {
      if (end - start < 2) continue
      if (end - start <= FULL_WINDOW) tokens.push(windowToken(syllables.slice(start, end).join('')))
      if (end - start <= INITIALS_WINDOW) tokens.push(windowToken(initials.slice(start, end).join('')))
    }
  })
  return tokens
}

/** Whether a pinyin term as long as this can be met by one window of full syllables. */
export function fitsWindow(syllableCount: number): boolean {
  return syllableCount <= FULL_WINDOW
}
