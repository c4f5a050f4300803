import { Converter } from 'opencc-js/t2cn'

/** Longest text a query may have, in characters; the rest is cut and the result says so. */
export const QUERY_LIMIT = 10_000
/** Longest text of one field that is indexed, in characters: Meilisearch counts at most 65,535 positions in a field. */
export const FIELD_LIMIT = 20_000

const toSimplified = Converter({ from: 't', to: 'cn' })
const toMainland = Converter({ from: 'twp', to: 'cn' })
const control = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu

function foldOne(text: string): string {
  return toSimplified(text.normalize('NFKC')).toLowerCase()
}

/**
 * One form for texts that read the same: NFKC (full-width to half-width), traditional to simplified, lower case,
 * control characters to spaces. Documents and queries both pass through here and nothing else.
 */
export function fold(text: string): string {
  return foldOne(text.replace(control, ' '))
}

/**
 * The mainland's word for a Taiwanese one (軟體 → 软件, where character by character it is 软体), folded.
 * Only for queries in traditional characters: applied to simplified text the phrase table damages it (影像学 → 图像学).
 */
export function foldRegional(text: string): string {
  const plain = text.replace(control, ' ').normalize('NFKC')
  return plain === toSimplified(plain) ? plain.toLowerCase() : toMainland(plain).toLowerCase()
}

/** Folded text with, for each of its UTF-16 units and its end, the index in the original it came from. */
export type FoldedText = { text: string; at: (index: number) => number }

/** Like `fold`, and knows which original character each folded one came from (for marking matches in what people wrote). */
export function foldWithMap(original: string): FoldedText {
  const whole = fold(original)
  if (whole.length === original.length) return { text: whole, at: index => index }
  const pieces: string[] = []
  const starts: number[] = []
  let position = 0
  for (const character of original) {
    const folded = fold(character)
    pieces.push(folded)
    for (let i = 0; i < folded.length; i++) starts.push(position)
    position += character.length
  }
  return { text: pieces.join(''), at: index => starts[index] ?? original.length }
}
