import { codeOf } from './codes'
import { lexicon } from './lexicon'
import { numbering, type Numbering } from './numbering'
import { characterHint, hintDoubt } from './weights'

/**
 * The subjects that pairs of characters, and single ones, hint at, and how strongly: one list after the other in two arrays, as every text asks for
 * hundreds of them. `starts` says where the list of each begins, by its number.
 */
export type Hints = { codes: Numbering; starts: Uint32Array; subjects: Uint16Array; weights: Float32Array }

const han = /\p{Script=Han}/u

const gramsOf = (word: string): Set<string> => {
  const characters = [...word].filter((character) => han.test(character))
  return new Set([...characters, ...characters.slice(1).map((character, index) => (characters[index] ?? '') + character)])
}

function load(): Hints {
  const { of, subjects } = lexicon()
  const counts = new Map<string, Map<number, number>>()
  for (const [word, its] of of) {
    for (const gram of gramsOf(word)) {
      const count = counts.get(gram) ?? new Map<number, number>()
      for (const subject of its) count.set(subject, (count.get(subject) ?? 0) + 1 / its.length)
      counts.set(gram, count)
    }
  }
  const codes = numbering(counts.size)
  const [starts, its, weights] = [[0], [] as number[], [] as number[]]
  for (const [gram, count] of counts) {
    const all = [...count.values()].reduce((sum, one) => sum + one, 0)
    const entropy = [...count.values()].reduce((sum, one) => sum - (one / all) * Math.log(one / all), 0)
    const worth = (Math.max(0, 1 - entropy / Math.log(subjects)) * ([...gram].length === 1 ? characterHint : 1)) / (all + hintDoubt)
    for (const [subject, one] of count) {
      its.push(subject)
      weights.push(one * worth)
    }
    starts[codes.numberOf(codeOf(gram)) + 1] = its.length
  }
  return { codes, starts: Uint32Array.from(starts), subjects: Uint16Array.from(its), weights: Float32Array.from(weights) }
}

let loaded: Hints | undefined

/**
 * What the characters and pairs in the words of the lexicon say of a word that it does not have: 鳙鲢 is fish, as 鲢 stands in words
 * of fish alone. One that stands in words of all subjects says nothing, by the entropy of its subjects; one of a single word little.
 */
export const hints = (): Hints => (loaded ??= load())
