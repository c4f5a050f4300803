import { numbering, type Numbering } from './numbering'
import { tenths, type Profile } from './profile'
import { rarityAt, type Pool } from './relevance'
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

/** The weightiest terms of a text with a weight each, of length 1 together: what it is like others by. */
export type Likeness = { terms: Uint32Array; weights: Float32Array }

/** The weight that the `most` weightiest have at least, 0 where there are fewer. */
const leastOf = (weights: Float32Array, most: number) => (weights.length > most ? (weights.slice().sort()[weights.length - most] ?? 0) : 0)

export function likenessOf({ terms, counts }: Profile, pool: Pool, most = longest): Likeness {
  const { codes, found } = pool.terms
  const mostHolders = Math.max(2, common * pool.size)
  const weights = new Float32Array(terms.length)
  for (let at = 0; at < terms.length; at++) {
    const number = codes.known(terms[at] ?? 0)
    const count = counts[at] ?? 0
    if (number < 0 || (found[number] ?? 0) <= mostHolders) weights[at] = (rarityAt(pool, number) * count) / (count + k1 * tenths)
  }
  const least = leastOf(weights, most)
  let [kept, squares] = [0, 0]
  const likeness = { terms: new Uint32Array(Math.min(most, terms.length)), weights: new Float32Array(Math.min(most, terms.length)) }
  const keep = (wanted: (weight: number) => boolean) => {
    for (let at = 0; at < terms.length && kept < most; at++) {
      const weight = weights[at] ?? 0
      if (!wanted(weight)) continue
      likeness.terms[kept] = terms[at] ?? 0
      likeness.weights[kept++] = weight
      squares += weight * weight
    }
  }
  keep((weight) => weight > least)
  // Of equals at the border the first ones stay, in the order of their codes.
  if (least > 0) keep((weight) => weight === least)
  const length = Math.sqrt(squares) || 1
  return { terms: likeness.terms.subarray(0, kept), weights: likeness.weights.subarray(0, kept).map((weight) => weight / length) }
}

/** Who has a term and with which weight: all lists in two arrays, one list after the other; `starts` says where each begins, by the number of the term. */
type Holders = { numbers: Numbering; starts: Uint32Array; places: Uint32Array; weights: Float32Array }

function holdersOf(all: readonly Likeness[]): Holders {
  const numbers = numbering(all.length * longest)
  const numbered = all.map(({ terms }) => terms.map(numbers.numberOf))
  const starts = new Uint32Array(numbers.size() + 1)
  for (const terms of numbered) for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1
  for (let term = 0; term < numbers.size(); term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  const next = starts.slice()
  const places = new Uint32Array(starts.at(-1) ?? 0)
  const weights = new Float32Array(places.length)
  for (const [place, terms] of numbered.entries()) {
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0
      const free = next[term] ?? 0
      places[free] = place
      weights[free] = all[place]?.weights[at] ?? 0
      next[term] = free + 1
    }
  }
  return { numbers, starts, places, weights }
}

/** How like each of `size` that are held is to one. */
function likenessTo({ terms, weights }: Likeness, holders: Holders, size: number): Float32Array {
  const likeness = new Float32Array(size)
  for (let at = 0; at < terms.length; at++) {
    const term = holders.numbers.known(terms[at] ?? 0)
    const weight = weights[at] ?? 0
    const end = holders.starts[term + 1] ?? 0
    for (let holder = holders.starts[term] ?? 0; holder < end; holder++) {
      const place = holders.places[holder] ?? 0
      likeness[place] = (likeness[place] ?? 0) + weight * (holders.weights[holder] ?? 0)
    }
  }
  return likeness
}

/** The likest ones that count, the likest first, equals by place. Whether one counts is asked only of those that would be among them. */
function likest(likeness: Float32Array, counts: (index: number) => boolean): Kin[] {
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
export function kinshipOf(all: readonly Likeness[], apart: Apart = () => false): Kinship {
  const holders = holdersOf(all)
  return (index) => {
    const own = all[index]
    return own ? likest(likenessTo(own, holders, all.length), (other) => other !== index && !apart(index, other)) : []
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
