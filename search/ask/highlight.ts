import { foldWithMap } from '../text/fold'
import { initialsOf, readRun, sameSound } from '../text/pinyin'
import { runsOf } from '../text/units'
import type { Needle, SoundNeedle, TextNeedle } from './steps'

/** Text in pieces, those that matched marked; joined they are the text. */
export type Part = { text: string; mark: boolean }
type Range = { start: number; end: number }

export const PASSAGE_LENGTH = 80
const LEAD = 16
const latin = /[\p{L}\p{N}]/u
const han = /\p{Script=Han}/u
const isLatin = (character: string) => latin.test(character) && !han.test(character)

/** Where wanted text stands; a Latin word counts only from its beginning, as the index finds it. */
function occurrences(text: string, wanted: string): Range[] {
  const ranges: Range[] = []
  if (wanted === '') return ranges
  const fromWordStart = isLatin(wanted.charAt(0))
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (!fromWordStart || at === 0 || !isLatin(text.charAt(at - 1))) ranges.push({ start: at, end: at + wanted.length })
  }
  return ranges
}

/** Where a needle stands in folded text, also where one of the two has spaces between the characters. */
export function findText(folded: string, needle: string): Range[] {
  const direct = occurrences(folded, needle)
  if (direct.length > 0 || !(/\s/.test(folded) || needle.includes(' '))) return direct
  const positions: number[] = []
  let compact = ''
  for (const match of folded.matchAll(/\S+/g)) {
    compact += match[0]
    for (let i = 0; i < match[0].length; i++) positions.push(match.index + i)
  }
  const wanted = needle.replaceAll(' ', '')
  return occurrences(compact, wanted).map(({ start, end }) => ({ start: positions[start] ?? 0, end: (positions[end - 1] ?? 0) + 1 }))
}

/** Where a text reads like the needle, in pinyin (full or initials, the last syllable perhaps cut) or in same-sounding syllables. */
export function findSound(folded: string, needle: SoundNeedle): Range[] {
  const ranges: Range[] = []
  for (const run of runsOf(folded)) {
    if (!run.some(unit => unit.cjk)) continue
    const syllables = readRun(run)
    const readings = needle.kind === 'pinyin' ? [syllables, initialsOf(run, syllables)] : [syllables]
    for (const reading of readings) {
      run.forEach((unit, from) => {
        const length = needle.kind === 'pinyin' ? spelledLength(reading, from, needle.text) : soundLength(reading, from, needle.syllables)
        const last = run[from + length - 1]
        if (length > 1 && last) ranges.push({ start: unit.start, end: last.end })
      })
    }
  }
  return ranges
}

function spelledLength(reading: string[], from: number, text: string): number {
  let rest = text
  for (let index = from; index < reading.length; index++) {
    const syllable = reading[index] ?? ''
    if (syllable.startsWith(rest)) return index - from + 1
    if (!rest.startsWith(syllable)) return 0
    rest = rest.slice(syllable.length)
  }
  return 0
}

function soundLength(reading: string[], from: number, wanted: string[]): number {
  return wanted.every((syllable, index) => sameSound(syllable, reading[from + index] ?? '')) ? wanted.length : 0
}

function join(ranges: Range[]): Range[] {
  const joined: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else joined.push({ ...range })
  }
  return joined
}

/** Matches in a text as it was written, letter case aside: the usual case, and ten times cheaper than folding the text. */
function findAsWritten(original: string, needles: Needle[]): Range[] {
  const lower = original.toLowerCase()
  if (lower.length !== original.length) return []
  const texts = needles.filter((needle): needle is TextNeedle => needle.kind === 'text')
  return join(texts.flatMap(needle => findText(lower, needle.text)))
}

function findFolded(original: string, needles: Needle[]): Range[] {
  const folded = foldWithMap(original)
  const ranges = needles.flatMap(needle => (needle.kind === 'text' ? findText(folded.text, needle.text) : findSound(folded.text, needle)))
  return join(ranges.map(({ start, end }) => ({ start: folded.at(start), end: folded.at(end) })))
}

function partsOf(text: string, ranges: Range[], from: number, to: number): Part[] {
  const parts: Part[] = []
  const add = (start: number, end: number, mark: boolean) => {
    if (end > start) parts.push({ text: text.slice(start, end), mark })
  }
  let position = from
  for (const range of ranges) {
    if (range.end <= from || range.start >= to) continue
    const [start, end] = [Math.max(range.start, from), Math.min(range.end, to)]
    add(position, start, false)
    add(start, end, true)
    position = end
  }
  add(position, to, false)
  return parts
}

/** The whole of a short text with its matches marked. */
export function marked(text: string, needles: Needle[]): Part[] {
  if (needles.length === 0) return partsOf(text, [], 0, text.length)
  const asWritten = needles.every(needle => needle.kind === 'text') ? findAsWritten(text, needles) : []
  return partsOf(text, asWritten.length > 0 ? asWritten : findFolded(text, needles), 0, text.length)
}

/** The characters that matches cover within a window, and where that window begins: the best one of the text. */
function bestWindow(ranges: Range[]): { start: number; covered: number } {
  let best = { start: 0, covered: 0 }
  for (const { start } of ranges) {
    const covered = ranges
      .filter(range => range.start >= start && range.end <= start + PASSAGE_LENGTH - LEAD)
      .reduce((sum, range) => sum + range.end - range.start, 0)
    if (covered > best.covered) best = { start, covered }
  }
  return best
}

/** An index that does not stand inside a surrogate pair. */
const whole = (text: string, index: number) => (/[\uDC00-\uDFFF]/.test(text.charAt(index)) ? index + 1 : index)

function firstMatch(texts: string[], find: (text: string) => Range[]): { text: string; ranges: Range[] } | null {
  for (const text of texts) {
    const ranges = find(text)
    if (ranges.length > 0) return { text, ranges }
  }
  return null
}

/**
 * The passage, about 80 characters, with the most of what matched, from the first of the texts that has any; where none
 * has, the beginning of the first text that is not empty. Cut ends carry an ellipsis. `thorough` also finds what is
 * written otherwise than it was asked for (traditional, full-width, same-sounding), at ten times the cost.
 */
export function passage(texts: string[], needles: Needle[], thorough: boolean): Part[] {
  const given = texts.filter(text => text.trim() !== '')
  const [first] = given
  if (first === undefined) return []
  const found = needles.length === 0 ? null
    : (firstMatch(given, text => findAsWritten(text, needles)) ?? (thorough ? firstMatch(given, text => findFolded(text, needles)) : null))
  const { text, ranges } = found ?? { text: first, ranges: [] }
  const from = whole(text, Math.max(0, Math.min(bestWindow(ranges).start - LEAD, text.length - PASSAGE_LENGTH)))
  const to = whole(text, Math.min(text.length, from + PASSAGE_LENGTH))
  const parts = partsOf(text, ranges, from, to)
  return [...(from > 0 ? [{ text: '…', mark: false }] : []), ...parts, ...(to < text.length ? [{ text: '…', mark: false }] : [])]
}
