import { numbering } from './numbering'
import { tenths, type Profile } from './profile'
import { rarity, frequencyIn, type Pool } from './relevance'
import { k1, kinDoubt, mostKin } from './weights'

/** One of several that is like another: its place among them and how like it is, 0–1. */
export type Kin = { index: number; likeness: number }
/** The likest others for the one at `index`, the likest first. */
export type Kinship = (index: number) => readonly Kin[]
/** Which two are no evidence for each other (a result and its own inventor). */
export type Apart = (one: number, other: number) => boolean

/** A term that more than this share of the pool has makes nobody alike. */
const common = 0.1
/** How many terms a vector keeps, the weightiest first: enough for a title with keywords, a bound for whole texts. */
const longest = 200

/** The terms of a text with a weight each, of length 1 together. */
type Vector = { terms: Uint32Array; weights: Float64Array }

/** The weight that the `longest` weightiest have at least, 0 where there are fewer. */
const leastOf = (weights: Float64Array) => (weights.length > longest ? (weights.slice().sort()[weights.length - longest] ?? 0) : 0)

function vectorOf({ terms, counts }: Profile, pool: Pool, numberOf: (code: number) => number): Vector {
  const most = Math.max(2, common * pool.size)
  const weights = new Float64Array(terms.length)
  terms.forEach((term, at) => {
    const count = counts[at] ?? 0
    if (frequencyIn(pool.terms, term) <= most) weights[at] = (rarity(pool, term) * count) / (count + k1 * tenths)
  })
  const least = leastOf(weights)
  // Of equals at the border the first ones stay, in the order of their codes.
  let equals = longest - weights.reduce((sum, weight) => sum + (weight > least ? 1 : 0), 0)
  const kept: number[] = []
  weights.forEach((weight, at) => {
    if (weight > least || (weight > 0 && weight === least && equals-- > 0)) kept.push(at)
  })
  const length = Math.sqrt(kept.reduce((sum, at) => sum + (weights[at] ?? 0) ** 2, 0)) || 1
  return { terms: Uint32Array.from(kept, (at) => numberOf(terms[at] ?? 0)), weights: Float64Array.from(kept, (at) => (weights[at] ?? 0) / length) }
}

/** Who has a term and with which weight: all lists in two arrays, one list after the other; `starts` says where each begins. */
type Holders = { starts: Uint32Array; places: Uint32Array; weights: Float64Array }

function holdersOf(vectors: readonly Vector[], terms: number): Holders {
  const starts = new Uint32Array(terms + 1)
  for (const vector of vectors) for (const term of vector.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  const next = starts.slice()
  const places = new Uint32Array(starts[terms] ?? 0)
  const weights = new Float64Array(places.length)
  vectors.forEach((vector, place) => {
    vector.terms.forEach((term, at) => {
      const free = next[term] ?? 0
      places[free] = place
      weights[free] = vector.weights[at] ?? 0
      next[term] = free + 1
    })
  })
  return { starts, places, weights }
}

/** How like each of them is to one. */
function likenessOf({ terms, weights }: Vector, holders: Holders, size: number): Float64Array {
  const likeness = new Float64Array(size)
  terms.forEach((term, at) => {
    const weight = weights[at] ?? 0
    for (let holder = holders.starts[term] ?? 0; holder < (holders.starts[term + 1] ?? 0); holder++) {
      const place = holders.places[holder] ?? 0
      likeness[place] = (likeness[place] ?? 0) + weight * (holders.weights[holder] ?? 0)
    }
  })
  return likeness
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

/** Who of several is like whom, by the cosine of their weighted terms. */
export function kinshipOf(profiles: readonly Profile[], pool: Pool, apart: Apart = () => false): Kinship {
  const numbers = numbering(profiles.length * longest)
  const vectors = profiles.map((profile) => vectorOf(profile, pool, numbers.numberOf))
  const holders = holdersOf(vectors, numbers.size())
  return (index) => {
    const own = vectors[index]
    return own ? likest(likenessOf(own, holders, vectors.length), (other) => other !== index && !apart(index, other)) : []
  }
}

/** The mean of what the kin reach themselves, the likest counting the most: few that are hardly like it prove little. `reached` by the index of the kin. */
export function kinShare(kin: readonly Kin[], reached: (index: number) => number): number {
  let sum = 0
  let weights = 0
  for (const { index, likeness } of kin) {
    sum += likeness * reached(index)
    weights += likeness
  }
  return sum / (weights + kinDoubt)
}
