import { numbering } from './numbering'
import type { Profile } from './score'

/** A profile in a tenth of its memory; only the packing that made it can read it. */
export type Packed = { length: number; terms: Uint32Array; counts: Float64Array; words: Uint32Array; wordCounts: Float64Array }

/** Packs profiles and unpacks them again: a pool of thousands is gone through several times, and maps of all of them at once are too much. */
export function packing(): { pack: (profile: Profile) => Packed; unpack: (packed: Packed) => Profile } {
  const { numberOf, names } = numbering()
  const mapOf = (keys: Uint32Array, counts: Float64Array) => {
    const map = new Map<string, number>()
    keys.forEach((key, at) => map.set(names[key] ?? '', counts[at] ?? 0))
    return map
  }
  return {
    pack: ({ length, terms, words }) => ({ length, terms: Uint32Array.from(terms.keys(), numberOf), counts: Float64Array.from(terms.values()), words: Uint32Array.from(words.keys(), numberOf), wordCounts: Float64Array.from(words.values()) }),
    unpack: ({ length, terms, counts, words, wordCounts }) => ({ length, terms: mapOf(terms, counts), words: mapOf(words, wordCounts) }),
  }
}
