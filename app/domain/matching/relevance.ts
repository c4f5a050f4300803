import { numbering, type Numbering } from './numbering'
import { tenths, type Profile } from './profile'
import { b, k1, mostAsked, sharpness } from './weights'

/** How many texts of a pool have each code. */
export type Frequency = { codes: Numbering; found: Uint32Array }
/** How often a term stands in the pool: what few have says the most. `rarities` are by the numbers of the terms. */
export type Pool = { size: number; meanLength: number; terms: Frequency; words: Frequency; rarities: Float64Array }

export function frequencyIn({ codes, found }: Frequency, code: number): number {
  const number = codes.known(code)
  return number < 0 ? 0 : (found[number] ?? 0)
}

function counting(expected: number): { add: (codes: Uint32Array) => void; done: () => Frequency } {
  const codes = numbering(expected)
  let found = new Uint32Array(expected)
  return {
    add: (all) => {
      for (let at = 0; at < all.length; at++) {
        const number = codes.numberOf(all[at] ?? 0)
        if (number >= found.length) {
          const more = new Uint32Array(found.length * 2)
          more.set(found)
          found = more
        }
        found[number] = (found[number] ?? 0) + 1
      }
    },
    done: () => ({ codes, found: found.slice(0, codes.size()) }),
  }
}

/** Robertson and Spärck Jones, kept above zero. */
const rarityOf = (size: number, found: number) => Math.log(1 + (size - found + 0.5) / (found + 0.5))

/** Counts profiles one by one, so that the caller can pause between two of a large pool. */
export function gatherPool(): { add: (profile: Profile) => void; done: () => Pool } {
  const [terms, words] = [counting(4096), counting(1024)]
  let [size, total] = [0, 0]
  return {
    add: (profile) => {
      size++
      total += profile.length
      words.add(profile.words)
      terms.add(profile.terms)
    },
    done: () => {
      const frequency = terms.done()
      return { size, meanLength: size === 0 ? 1 : Math.max(1, total / size), terms: frequency, words: words.done(), rarities: Float64Array.from(frequency.found, (found) => rarityOf(size, found)) }
    },
  }
}

export function poolOf(profiles: readonly Profile[]): Pool {
  const { add, done } = gatherPool()
  profiles.forEach(add)
  return done()
}

/** By the number that the pool gives a term; -1 is one that nobody has. */
export const rarityAt = ({ rarities, size }: Pool, number: number): number => (number < 0 ? rarityOf(size, 0) : (rarities[number] ?? 0))

export const rarity = (pool: Pool, term: number): number => rarityAt(pool, pool.terms.codes.known(term))

/** What a target asks: each term with what it is worth, and what all of them together would bring. */
export type Asked = { terms: Numbering; worth: Float64Array; ideal: number }

/** Most terms of a candidate are not asked for: with wide gaps that is seen at the first look. */
const withGaps = 8

export function askedOf(target: Profile, pool: Pool): Asked {
  const terms = numbering(target.terms.length * withGaps)
  const worth = new Float64Array(target.terms.length)
  let ideal = 0
  target.terms.forEach((term, at) => {
    const points = rarity(pool, term) ** sharpness * Math.min((target.counts[at] ?? 0) / tenths, mostAsked) * (k1 + 1)
    worth[terms.numberOf(term)] = points
    ideal += points
  })
  return { terms, worth, ideal }
}

/** What a term is worth to a target, 0 where it does not ask for it. */
export function worthOf({ terms, worth }: Asked, term: number): number {
  const number = terms.known(term)
  return number < 0 ? 0 : (worth[number] ?? 0)
}

/** How often a term must stand in a text to bring half of what it can, after BM25: in long texts more often. */
function spreadOf({ length }: Profile, pool: Pool): number {
  return k1 * (1 - b + (b * length) / pool.meanLength)
}

/** The share (0–1) of what a candidate with every word of the target would reach, after BM25. */
export function relevance({ terms: asked, worth, ideal }: Asked, candidate: Profile, pool: Pool): number {
  const { terms, counts } = candidate
  const spread = spreadOf(candidate, pool) * tenths
  let reached = 0
  for (let at = 0; at < terms.length; at++) {
    const number = asked.known(terms[at] ?? 0)
    if (number < 0) continue
    const found = counts[at] ?? 0
    reached += ((worth[number] ?? 0) * found) / (found + spread)
  }
  return ideal === 0 ? 0 : reached / ideal
}
