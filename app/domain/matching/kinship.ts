import { gatherPostings } from './postings'
import { rarity, type Pool, type Profile } from './score'
import { k1, kinDoubt, mostKin } from './weights'

/** One of the pool that is like another: its place in the pool and how like it is, 0–1. */
export type Kin = { index: number; likeness: number }
/** The likest others of the pool for the one at `index`, the likest first. Worked out for each when it is first asked for, then kept. */
export type Kinship = (index: number) => readonly Kin[]
/** Which two are no evidence for each other (a result and its own inventor). */
export type Apart = (one: number, other: number) => boolean

/** A term that more than this share of the pool has makes nobody alike; leaving it out keeps large pools quick. */
const common = 0.1

/** How many terms a vector keeps, the weightiest first: enough for a title with keywords, a bound for whole texts. */
const longest = 200

function vectorOf({ terms }: Profile, pool: Pool): [string, number][] {
  const weighed: [string, number][] = []
  for (const [term, count] of terms) {
    if ((pool.frequency.get(term) ?? 0) <= Math.max(2, common * pool.size)) weighed.push([term, (rarity(pool, term) * count) / (count + k1)])
  }
  const kept = weighed.length > longest ? weighed.sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).slice(0, longest) : weighed
  const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return kept.map(([term, weight]) => [term, weight / length])
}

/** The likest ones that count, the likest first, equals by place. Whether one counts is asked only of those that would be among them. */
function likest(likeness: Float64Array, counts: (index: number) => boolean): Kin[] {
  const nearest: Kin[] = []
  let least = 0
  for (let index = 0; index < likeness.length; index++) {
    const value = likeness[index] ?? 0
    if (value <= least || !counts(index)) continue
    let at = nearest.length
    while (at > 0 && (nearest[at - 1]?.likeness ?? 0) < value) at--
    nearest.splice(at, 0, { index, likeness: value })
    if (nearest.length > mostKin) nearest.pop()
    if (nearest.length === mostKin) least = nearest.at(-1)?.likeness ?? 0
  }
  return nearest
}

/**
 * Gathers profiles one by one, so that the caller can pause between two of a large pool; `done` answers who is like whom, by the
 * cosine of their weighted terms.
 */
export function gatherKinship(pool: Pool): { add: (profile: Profile) => void; done: (apart: Apart) => Kinship } {
  const { add, done } = gatherPostings()
  return {
    add: (profile) => add(vectorOf(profile, pool)),
    done: (apart) => {
      const { vectors, ofNumber } = done()
      const known = new Map<number, readonly Kin[]>()
      return (index) => {
        const already = known.get(index)
        if (already) return already
        const likeness = new Float64Array(vectors.length)
        const own = vectors[index]
        own?.terms.forEach((term, at) => {
          const weight = own.values[at] ?? 0
          const { places, values } = ofNumber(term)
          for (let holder = 0; holder < places.length; holder++) {
            const place = places[holder] ?? 0
            likeness[place] = (likeness[place] ?? 0) + weight * (values[holder] ?? 0)
          }
        })
        const nearest = likest(likeness, (other) => other !== index && !apart(index, other))
        known.set(index, nearest)
        return nearest
      }
    },
  }
}

/** Who in the pool is like whom, all at once. */
export function kinshipOf(profiles: readonly Profile[], pool: Pool, apart: Apart = () => false): Kinship {
  const { add, done } = gatherKinship(pool)
  profiles.forEach(add)
  return done(apart)
}

/** The mean of what the kin reach themselves, the likest counting the most: few that are hardly like it prove little. `shares` by place in the pool. */
export function kinShare(kin: readonly Kin[], shares: ArrayLike<number>): number {
  let sum = 0
  let weights = 0
  for (const { index, likeness } of kin) {
    sum += likeness * (shares[index] ?? 0)
    weights += likeness
  }
  return sum / (weights + kinDoubt)
}
