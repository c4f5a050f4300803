import { likenessOf } from './kinship'
import { numbering } from './numbering'
import type { Profile } from './profile'
import { worthOf, type Asked, type Pool } from './relevance'

/** Finds the places of the up to `n` texts whose telling terms are worth the most to a target, those worth the most first. */
export type Telling = (asking: Profile, asked: Asked, n: number) => number[]

/** So many of its weightiest terms a text is found by: what else it has is worth little to anybody. */
const mostTelling = 120

/** The `n` best places, the best first, equals by place. */
function bestOf(worth: Float32Array, n: number): number[] {
  const sorted = worth.filter((value) => value > 0).sort()
  const least = sorted[Math.max(0, sorted.length - n)] ?? 0
  const found: number[] = []
  for (let place = 0; place < worth.length; place++) if ((worth[place] ?? 0) >= least && (worth[place] ?? 0) > 0) found.push(place)
  return found.sort((one, other) => (worth[other] ?? 0) - (worth[one] ?? 0) || one - other).slice(0, n)
}

/**
 * Gathers texts one by one, in the order of their places, so that the caller can pause between two of a hundred thousand. What is kept of one are
 * the places of its telling terms' lists, 4 bytes each.
 */
export function gatherTelling(pool: Pool): { add: (profile: Profile) => void; done: () => Telling } {
  const numbers = numbering(65_536)
  const all: Uint32Array[] = []
  return {
    add: (profile) => void all.push(likenessOf(profile, pool, mostTelling).terms.map(numbers.numberOf)),
    done: () => {
      const starts = new Uint32Array(numbers.size() + 1)
      for (const terms of all) for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1
      for (let term = 0; term < numbers.size(); term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
      const next = starts.slice()
      const places = new Uint32Array(starts.at(-1) ?? 0)
      all.forEach((terms, place) => {
        for (const term of terms) {
          const free = next[term] ?? 0
          places[free] = place
          next[term] = free + 1
        }
      })
      const size = all.length
      all.length = 0
      return (asking, asked, n) => {
        const worth = new Float32Array(size)
        for (const code of asking.terms) {
          const term = numbers.known(code)
          if (term < 0) continue
          const points = worthOf(asked, code)
          const end = starts[term + 1] ?? 0
          for (let holder = starts[term] ?? 0; holder < end; holder++) {
            const place = places[holder] ?? 0
            worth[place] = (worth[place] ?? 0) + points
          }
        }
        return bestOf(worth, n)
      }
    },
  }
}
