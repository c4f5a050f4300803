import { hintOf } from './hints'
import { lexicon, type FieldKey, type SectorKey } from './lexicon'
import { rarity, type Pool, type Profile } from './score'
import { hinted, learnt, learntDoubt, wordHalf } from './weights'

/**
 * Which subjects, fields and sectors a text leans to, one after another; each of the three levels has the same length, and all of
 * them together length 1, or 0 where nothing is known.
 */
export type Leaning = Float32Array
/** What a text leans to, by what a pool has taught. `learntFrom`: the text is one of that pool, and no evidence for itself. */
export type Subjects = { of: (profile: Profile, learntFrom?: boolean) => Leaning }

/** A term that more than this share of the pool has speaks of no subject. */
const common = 0.2
/** A single character stands in many words and is surer of none of them. */
const singleCharacter = 0.5

function scaled(vector: Leaning, from: number, to: number, length: number): void {
  let squares = 0
  for (let at = from; at < to; at++) squares += (vector[at] ?? 0) ** 2
  const factor = squares === 0 ? 0 : length / Math.sqrt(squares)
  for (let at = from; at < to; at++) vector[at] = (vector[at] ?? 0) * factor
}

/** What the words of the lexicon in a text say of its subjects, rare ones the most, a word of several subjects less of each; and what its other terms hint at. */
function told({ words, terms }: Profile, pool: Pool): Leaning {
  const { of, subjects } = lexicon()
  const vector = new Float32Array(subjects)
  for (const [word, count] of words) {
    const its = of.get(word) ?? []
    const weight = (Math.log(1 + pool.size / ((pool.wordFrequency.get(word) ?? 0) + 1)) * (word.length === 1 ? singleCharacter : 1) * count) / (count + wordHalf) / its.length
    for (const subject of its) vector[subject] = (vector[subject] ?? 0) + weight
  }
  for (const [term, count] of terms) {
    const hint = hintOf(term)
    if (!hint) continue
    const weight = (hinted * rarity(pool, term) * count) / (count + wordHalf)
    for (let at = 0; at < hint.subjects.length; at++) {
      const subject = hint.subjects[at] ?? 0
      vector[subject] = (vector[subject] ?? 0) + weight * (hint.weights[at] ?? 0)
    }
  }
  scaled(vector, 0, subjects, 1)
  return vector
}

/** Subjects with the fields and sectors above them. */
function leaningOf(own: Leaning, company: Leaning): Leaning {
  const { subjects, fields, sectors, fieldOf, sectorOf } = lexicon()
  const [firstSector, end] = [subjects + fields.length, subjects + fields.length + sectors.length]
  const vector = new Float32Array(end)
  for (let subject = 0; subject < subjects; subject++) {
    const value = (own[subject] ?? 0) + learnt * (company[subject] ?? 0)
    if (value === 0) continue
    const field = fieldOf[subject] ?? 0
    const sector = firstSector + (sectorOf[field] ?? 0)
    vector[subject] = value
    vector[subjects + field] = (vector[subjects + field] ?? 0) + value
    vector[sector] = (vector[sector] ?? 0) + value
  }
  const third = Math.sqrt(1 / 3)
  scaled(vector, 0, subjects, third)
  scaled(vector, subjects, firstSector, third)
  scaled(vector, firstSector, end, third)
  return vector
}

/**
 * Gathers profiles one by one, so that the caller can pause between two of a large pool. What a term that the lexicon does not have
 * speaks of is learnt from the texts of the pool that have it: how much more than the pool as a whole they lean to a subject.
 */
export function gatherSubjects(pool: Pool): { add: (profile: Profile) => void; done: () => Subjects } {
  const { subjects } = lexicon()
  const byTerm = new Map<string, Leaning>()
  const sum = new Float64Array(subjects)

  const learns = (term: string) => {
    const found = pool.frequency.get(term) ?? 0
    return term.length > 1 && found >= 2 && found <= Math.max(2, common * pool.size)
  }
  const add = (profile: Profile) => {
    const vector = told(profile, pool)
    for (let subject = 0; subject < subjects; subject++) sum[subject] = (sum[subject] ?? 0) + (vector[subject] ?? 0)
    for (const term of profile.terms.keys()) {
      if (!learns(term)) continue
      const theirs = byTerm.get(term) ?? new Float32Array(subjects)
      for (let subject = 0; subject < subjects; subject++) theirs[subject] = (theirs[subject] ?? 0) + (vector[subject] ?? 0)
      byTerm.set(term, theirs)
    }
  }
  /** What the company that a text's terms keep says of its subjects, the text itself (`own`) left out. */
  const company = ({ terms }: Profile, own: Leaning | null): Leaning => {
    const vector = new Float32Array(subjects)
    let [self, mean] = [0, 0]
    for (const [term, count] of terms) {
      const theirs = byTerm.get(term)
      if (!theirs) continue
      const others = (pool.frequency.get(term) ?? 0) - (own ? 1 : 0)
      const weight = ((count / (count + wordHalf)) * rarity(pool, term)) / (others + learntDoubt)
      for (let subject = 0; subject < subjects; subject++) vector[subject] = (vector[subject] ?? 0) + weight * (theirs[subject] ?? 0)
      self += weight
      mean += weight * others
    }
    for (let subject = 0; subject < subjects; subject++) vector[subject] = Math.max(0, (vector[subject] ?? 0) - self * (own?.[subject] ?? 0) - (mean * (sum[subject] ?? 0)) / Math.max(1, pool.size))
    scaled(vector, 0, subjects, 1)
    return vector
  }
  const done = (): Subjects => ({
    of: (profile, learntFrom = false) => {
      const own = told(profile, pool)
      return leaningOf(own, company(profile, learntFrom ? own : null))
    },
  })
  return { add, done }
}

/** The subjects that a whole pool teaches, all at once. */
export function subjectsOf(profiles: readonly Profile[], pool: Pool): Subjects {
  const { add, done } = gatherSubjects(pool)
  profiles.forEach(add)
  return done()
}

/** What two texts lean to together: how near they are, 0–1, and the field or at least the sector that both are about the most. */
export type Common = { nearness: number; known: boolean; field: FieldKey | null; sector: SectorKey | null }

/** A field or sector is named when it makes up this share of what a level can have in common. */
const clear = 0.4

export function inCommon(one: Leaning, other: Leaning): Common {
  const { subjects, fields, sectors } = lexicon()
  let nearness = 0
  for (let at = 0; at < one.length; at++) nearness += (one[at] ?? 0) * (other[at] ?? 0)
  const best = <Key>(from: number, names: readonly Key[]): Key | null => {
    let found: Key | null = null
    let most = clear / 3
    names.forEach((name, at) => {
      const value = (one[from + at] ?? 0) * (other[from + at] ?? 0)
      if (value >= most) [found, most] = [name, value]
    })
    return found
  }
  // A level's share is no more than the whole.
  const clearly = nearness >= clear / 3
  const known = nearness > 0 || (one.some((value) => value > 0) && other.some((value) => value > 0))
  return { nearness: Math.min(1, Math.max(0, nearness)), known, field: clearly ? best(subjects, fields) : null, sector: clearly ? best(subjects + fields.length, sectors) : null }
}
