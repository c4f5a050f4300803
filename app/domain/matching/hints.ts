import { lexicon } from './lexicon'
import { characterHint, hintDoubt } from './weights'

/** The subjects that a pair of characters, or one, hints at, and how strongly. */
export type Hint = { subjects: Uint16Array; weights: Float32Array }

const han = /\p{Script=Han}/u

const gramsOf = (word: string): Set<string> => {
  const characters = [...word].filter((character) => han.test(character))
  return new Set([...characters, ...characters.slice(1).map((character, index) => (characters[index] ?? '') + character)])
}

function load(): Map<string, Hint> {
  const { of, subjects } = lexicon()
  const counts = new Map<string, Map<number, number>>()
  for (const [word, its] of of) {
    for (const gram of gramsOf(word)) {
      const count = counts.get(gram) ?? new Map<number, number>()
      for (const subject of its) count.set(subject, (count.get(subject) ?? 0) + 1 / its.length)
      counts.set(gram, count)
    }
  }
  const hints = new Map<string, Hint>()
  for (const [gram, count] of counts) {
    const all = [...count.values()].reduce((sum, one) => sum + one, 0)
    const entropy = [...count.values()].reduce((sum, one) => sum - (one / all) * Math.log(one / all), 0)
    const worth = (Math.max(0, 1 - entropy / Math.log(subjects)) * ([...gram].length === 1 ? characterHint : 1)) / (all + hintDoubt)
    hints.set(gram, { subjects: Uint16Array.from(count.keys()), weights: Float32Array.from(count.values(), (one) => one * worth) })
  }
  return hints
}

let loaded: Map<string, Hint> | undefined

/**
 * What the characters and pairs in the words of the lexicon say of a word that it does not have: 鳙鲢 is fish, as 鲢 stands in words
 * of fish alone. One that stands in words of all subjects says nothing, by the entropy of its subjects; one of a single word little.
 */
export const hintOf = (gram: string): Hint | undefined => (loaded ??= load()).get(gram)
