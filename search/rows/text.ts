import type { DocumentFacts } from '../document'
import { FIELD_LIMIT, fold } from '../text/fold'
import { runsOf, type Unit } from '../text/units'

/*
 * How PostgreSQL finds words while Meilisearch is away. A row has its words twice: as lexemes for an index (every character,
 * every pair of neighbouring characters, every Latin word), and as text in the same units, in which a longer word is
 * looked for once its pairs are there.
 */

/** Longest word that is told apart from another, as in the tokens of the index. */
const WORD_LENGTH = 40

/** A unit as texts and lexemes have it. Cut by characters, never inside one. */
const nameOf = ({ text }: Unit) => (text.length <= WORD_LENGTH ? text : [...text].slice(0, WORD_LENGTH).join(''))

/** Units as text: a Latin word between spaces, so that it is never found inside another; Chinese without any. */
export function unitText(units: Unit[]): string {
  return units.map(unit => (unit.cjk ? nameOf(unit) : ` ${nameOf(unit)} `)).join('')
}

const pairAt = (units: Unit[], index: number): string | null => {
  const [first, second] = [units[index], units[index + 1]]
  return first?.cjk && second?.cjk ? `${first.text}${second.text}` : null
}

/** What an index finds units by, each lexeme once. */
export function lexemesOf(units: Unit[]): string[] {
  return [...new Set(units.flatMap((unit, index) => [nameOf(unit), pairAt(units, index) ?? nameOf(unit)]))]
}

/** The fewest of these lexemes that say the same: a pair says its characters. */
export function tellingLexemes(units: Unit[]): string[] {
  return [...new Set(units.flatMap((unit, index) => pairAt(units, index) ?? (pairAt(units, index - 1) ? [] : nameOf(unit))))]
}

/** Whether the lexemes alone say that the units stand side by side: one unit, or one pair. */
export function isOneLexeme(units: Unit[]): boolean {
  return units.length === 1 || (units.length === 2 && units.every(unit => unit.cjk))
}

const runsIn = (texts: string[]) => texts.flatMap(text => runsOf(fold(text.slice(0, FIELD_LIMIT))))

export type RowText = { titleText: string; text: string; lexemes: string[] }

/** What a row is found by; the runs of its texts stand on lines of their own, so that no word crosses from one to the next. */
export function rowTextOf({ title, keywords, who, number, summary, body }: DocumentFacts): RowText {
  const titleRuns = runsIn([title])
  const runs = [...titleRuns, ...runsIn([...keywords, ...who, number, summary, body])]
  return {
    titleText: titleRuns.map(unitText).join('\n'),
    text: runs.map(unitText).join('\n'),
    lexemes: [...new Set(runs.flatMap(lexemesOf))],
  }
}
