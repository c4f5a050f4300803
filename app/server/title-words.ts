import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'

let jieba: Jieba | undefined
const wordy = /[\p{L}\p{N}]/u
const opening = /[“‘（《「『【〔(]$/u
const single = /^\p{Script=Han}$/u
const joining = /^[与和及或暨、]$/u

/**
 * The words between which a title may break (锂电 | 装备 | 首台套 | 试用), by the dictionary that matching cuts texts with. A sign stays with the
 * word that it belongs to, and so does a single character: 套 with what it counts, 与 with what it adds, 旺 with the rest of its name.
 */
export function titleWords(title: string): string[] {
  const words: string[] = []
  let open = false
  for (const word of (jieba ??= Jieba.withDict(dict)).cut(title, true)) {
    const begins = joining.test(word) || opening.test(word)
    const follows = !begins && (single.test(word) || !wordy.test(word))
    if (words.length > 0 && (open || follows)) words[words.length - 1] += word
    else words.push(word)
    open = begins || (words.length === 1 && words[0] === word && single.test(word))
  }
  return words
}
