import { isSingle } from './codes'
import { tenths, type Profile } from './profile'
import type { Pool } from './relevance'
import { learntDoubt, wordHalf } from './weights'

/*
 * What a term that the lexicon does not have speaks of is learnt from the texts of the pool that have it: how much more than the pool
 * as a whole they lean to a subject.
 */

/** What the company that the terms of a text keep says of its subjects. `own`: what the text itself says of them, left out where it is one of those that taught. */
export type Company = (profile: Profile, own: Float32Array | null) => Float32Array

/** A term that more than this share of the pool has speaks of no subject. */
const common = 0.2
/** How much a word that stands so often says, of what it can. */
export const said = (count: number) => count / (count + wordHalf * tenths)

/** The rows of the terms that can be learnt, by their numbers in the pool; -1 for one that stands in too few or too many texts, or is a single character. */
function rowsOf({ size, terms }: Pool, profiles: readonly Profile[]): { rows: Int32Array; count: number } {
  const rows = new Int32Array(terms.found.length).fill(-1)
  const most = Math.max(2, common * size)
  let count = 0
  for (const profile of profiles) {
    for (const term of profile.terms) {
      const number = terms.codes.known(term)
      const found = terms.found[number] ?? 0
      if (rows[number] === -1 && !isSingle(term) && found >= 2 && found <= most) rows[number] = count++
    }
  }
  return { rows, count }
}

/** Adds what a text says to the row of each of its terms that has one from `from` on. */
function addTo(sums: Float32Array, from: number, { terms }: Profile, told: Float32Array, rowOf: (term: number) => number): void {
  const width = told.length
  for (let at = 0; at < terms.length; at++) {
    const first = (rowOf(terms[at] ?? 0) - from) * width
    if (first < 0 || first >= sums.length) continue
    for (let subject = 0; subject < width; subject++) sums[first + subject] = (sums[first + subject] ?? 0) + (told[subject] ?? 0)
  }
}

/** So many rows are summed up at a time: as exact numbers all of them at once would take four times the memory of what is kept. */
const rowsAtOnce = 32_768
const finest = 255

/** What all texts that have a term say together, a row each: in bytes, as shares of the most that they say of any subject (`units` times 255). */
type Rows = { shares: Uint8Array; units: Float32Array }

function keep({ shares, units }: Rows, row: number, sums: Float32Array): void {
  let most = 0
  for (const value of sums) most = Math.max(most, value)
  if (most === 0) return
  units[row] = most / finest
  for (let subject = 0; subject < sums.length; subject++) shares[row * sums.length + subject] = Math.round(((sums[subject] ?? 0) / most) * finest)
}

/** Learns from what the texts of a pool say of their subjects themselves (`told`). */
export async function learnCompany(profiles: readonly Profile[], told: readonly Float32Array[], subjects: number, pool: Pool, pause: () => Promise<void> | void): Promise<Company> {
  const { codes, found } = pool.terms
  const { rows, count } = rowsOf(pool, profiles)
  const learnt: Rows = { shares: new Uint8Array(count * subjects), units: new Float32Array(count) }
  const mean = new Float64Array(subjects)
  for (const one of told) one.forEach((value, subject) => (mean[subject] = (mean[subject] ?? 0) + value / Math.max(1, pool.size)))
  for (let from = 0; from < count; from += rowsAtOnce) {
    const sums = new Float32Array((Math.min(count, from + rowsAtOnce) - from) * subjects)
    for (const [place, profile] of profiles.entries()) {
      await pause()
      addTo(sums, from, profile, told[place] ?? new Float32Array(subjects), (term) => rows[codes.known(term)] ?? -1)
    }
    for (let at = 0; at < sums.length; at += subjects) keep(learnt, from + at / subjects, sums.subarray(at, at + subjects))
  }
  return ({ terms, counts }, own) => {
    const { shares, units } = learnt
    const vector = new Float32Array(subjects)
    let [self, all] = [0, 0]
    for (let at = 0; at < terms.length; at++) {
      const number = codes.known(terms[at] ?? 0)
      const row = number < 0 ? -1 : (rows[number] ?? -1)
      if (row < 0) continue
      const others = (found[number] ?? 0) - (own ? 1 : 0)
      const weight = (said(counts[at] ?? 0) * (pool.rarities[number] ?? 0)) / (others + learntDoubt)
      const [scale, first] = [weight * (units[row] ?? 0), row * subjects]
      for (let subject = 0; subject < subjects; subject++) vector[subject] = (vector[subject] ?? 0) + scale * (shares[first + subject] ?? 0)
      self += weight
      all += weight * others
    }
    for (let subject = 0; subject < subjects; subject++) vector[subject] = Math.max(0, (vector[subject] ?? 0) - self * (own?.[subject] ?? 0) - all * (mean[subject] ?? 0))
    return vector
  }
}
