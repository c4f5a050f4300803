import type { Message } from '~/i18n'
import { fold } from '#search/text/fold'
import { runsOf } from '#search/text/units'
import type { WordKind } from './schema'

export const mostWords = 12
const longestWord = 30

/** Words that a line's separator stands between: people write =, ＝, 、, commas and new lines. */
const separators = /[=＝、,，;；\n]+/

/**
 * Reads a line as the word lists write it: folded, its words once each. A synonym line has two words at least, the others one.
 * Answers what is wrong with it instead, for the field `line`.
 */
export function readLine(kind: WordKind, typed: string): { line: string; words: string[] } | { problem: Message } {
  const words = [...new Set(typed.split(separators).map((word) => fold(word).trim().replace(/\s+/g, ' ')).filter(Boolean))]
  const short = words.find((word) => [...word].length < (kind === 'synonym' ? 2 : 1) || runsOf(word).length === 0)
  if (short !== undefined) return { problem: { key: 'words.too_short', params: { word: short } } }
  const long = words.find((word) => [...word].length > longestWord)
  if (long !== undefined) return { problem: { key: 'words.too_long', params: { word: long, most: longestWord } } }
  if (kind === 'synonym' && words.length < 2) return { problem: { key: 'words.needs_two' } }
  if (kind !== 'synonym' && words.length !== 1) return { problem: { key: 'words.needs_one' } }
  if (words.length > mostWords) return { problem: { key: 'words.too_many', params: { most: mostWords } } }
  return { line: words.join(' = '), words }
}
