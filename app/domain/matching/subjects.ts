import { isSingle } from './codes'
import { learnCompany, said } from './company'
import { hints } from './hints'
import { lexicon, type FieldKey, type SectorKey } from './lexicon'
import type { Profile } from './profile'
import { frequencyIn, rarity, type Pool } from './relevance'
import { hinted, learnt } from './weights'

/**
 * Which subjects, fields and sectors a text leans to, one after another; each of the three levels has the same length, and all of
 * them together length 1, or 0 where nothing is known.
 */
export type Leaning = Float32Array
/** What a text leans to, by what a pool has taught. `learntFrom`: the text is one of that pool, and no evidence for itself. `guess`: by its words of the lexicon alone, at a hundredth of the work. */
export type Subjects = { of: (profile: Profile, learntFrom?: boolean) => Leaning; guess: (profile: Profile) => Leaning }

/** A single character stands in many words and is surer of none of them. */
const singleCharacter = 0.5

function scaled(vector: Leaning, from: number, to: number, length: number): void {
  let squares = 0
  for (let at = from; at < to; at++) squares += (vector[at] ?? 0) ** 2
  const factor = squares === 0 ? 0 : length / Math.sqrt(squares)
  for (let at = from; at < to; at++) vector[at] = (vector[at] ?? 0) * factor
}

/** What the words of the lexicon in a text say of its subjects, rare ones the most, a word of several subjects less of each. */
function toldByWords({ words, wordCounts }: Profile, pool: Pool): Leaning {
  const { ofCode, subjects } = lexicon()
  const vector = new Float32Array(subjects)
  words.forEach((word, at) => {
    const its = ofCode.get(word) ?? []
    const weight = (Math.log(1 + pool.size / (frequencyIn(pool.words, word) + 1)) * (isSingle(word) ? singleCharacter : 1) * said(wordCounts[at] ?? 0)) / its.length
    for (const subject of its) vector[subject] = (vector[subject] ?? 0) + weight
  })
  return vector
}

/** What a text says of its subjects itself: its words of the lexicon, and what its other terms hint at. */
function told(profile: Profile, pool: Pool): Leaning {
  const { terms, counts } = profile
  const vector = toldByWords(profile, pool)
  const all = hints()
  for (let term = 0; term < terms.length; term++) {
    const code = terms[term] ?? 0
    const hint = all.codes.known(code)
    if (hint < 0) continue
    const weight = hinted * rarity(pool, code) * said(counts[term] ?? 0)
    const end = all.starts[hint + 1] ?? 0
    for (let at = all.starts[hint] ?? 0; at < end; at++) {
      const subject = all.subjects[at] ?? 0
      vector[subject] = (vector[subject] ?? 0) + weight * (all.weights[at] ?? 0)
    }
  }
  scaled(vector, 0, vector.length, 1)
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

/** The subjects that a whole pool teaches, going through it twice and letting others go first now and then. */
export async function subjectsOf(profiles: readonly Profile[], pool: Pool, pause: () => Promise<void> | void = () => {}): Promise<Subjects> {
  const { subjects } = lexicon()
  const all: Leaning[] = []
  for (const profile of profiles) {
    await pause()
    all.push(told(profile, pool))
  }
  const company = await learnCompany(profiles, all, subjects, pool, pause)
  const nobody = new Float32Array(subjects)
  return {
    guess: (profile) => leaningOf(toldByWords(profile, pool), nobody),
    of: (profile, learntFrom = false) => {
      const own = told(profile, pool)
      const theirs = company(profile, learntFrom ? own : null)
      scaled(theirs, 0, subjects, 1)
      return leaningOf(own, theirs)
    },
  }
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
