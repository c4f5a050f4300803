import type { CandidateKind, MatchPart } from './schema'
import { fieldWordsOf } from './lexicon'
import type { Common } from './subjects'
import { closedUp, gramsIn, withoutDealing } from './text'
import { b, fieldWord, k1, kinSaturation, mostAsked, saturation, sectionWeight, sharpness, weights } from './weights'

export type Section = { name: string; text: string }
export type Target = { id: string; sections: Section[]; field: string; modes: string[]; areaKey: string | null; trlWanted: number | null; ownerIds: string[] }
export type Candidate = {
  kind: CandidateKind
  id: string
  sections: Section[]
  fields: string[]
  modes: string[]
  areaKey: string | null
  /** Where its organisation is, seen from the district. */
  place: 'district' | 'province' | 'outside' | 'unknown'
  trl: number | null
  /** Results and projects that the candidate can show. */
  records: number
  organisationIds: string[]
  personIds: string[]
}

/** A text as weighted terms, by section weight, and the words of the lexicon of fields in it, likewise. */
export type Profile = { terms: Map<string, number>; length: number; words: Map<string, number> }

export function profileOf(sections: readonly Section[]): Profile {
  const terms = new Map<string, number>()
  const words = new Map<string, number>()
  let length = 0
  for (const { name, text } of sections) {
    const weight = sectionWeight[name] ?? 1
    const closed = closedUp(text).text
    for (const gram of gramsIn(closed)) {
      terms.set(gram, (terms.get(gram) ?? 0) + weight)
      length += weight
    }
    for (const word of fieldWordsOf(closed)) words.set(word, (words.get(word) ?? 0) + weight)
  }
  return { terms, length, words }
}

/** What a target asks, without the words in which any business asks for anything; the words of a field count more than others. */
export function askingProfile(sections: readonly Section[]): Profile {
  const profile = profileOf(sections.map(({ name, text }) => ({ name, text: withoutDealing(text) })))
  for (const [word, count] of profile.words) {
    for (const gram of gramsIn(word)) {
      const already = profile.terms.get(gram)
      if (already !== undefined) profile.terms.set(gram, already + fieldWord * count)
    }
  }
  return profile
}

/** How often a term stands in the pool: what few have says the most. */
export type Pool = { size: number; meanLength: number; frequency: Map<string, number>; wordFrequency: Map<string, number> }

/** Counts profiles one by one, so that the caller can pause between two of a large pool. */
export function gatherPool(): { add: (profile: Profile) => void; done: () => Pool } {
  const frequency = new Map<string, number>()
  const wordFrequency = new Map<string, number>()
  let [size, total] = [0, 0]
  return {
    add: ({ terms, words, length }) => {
      size++
      total += length
      for (const word of words.keys()) wordFrequency.set(word, (wordFrequency.get(word) ?? 0) + 1)
      for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
    },
    done: () => ({ size, meanLength: size === 0 ? 1 : Math.max(1, total / size), frequency, wordFrequency }),
  }
}

export function poolOf(profiles: readonly Profile[]): Pool {
  const { add, done } = gatherPool()
  profiles.forEach(add)
  return done()
}

/** Robertson and Spärck Jones, kept above zero. */
export function rarity(pool: Pool, term: string): number {
  const found = pool.frequency.get(term) ?? 0
  return Math.log(1 + (pool.size - found + 0.5) / (found + 0.5))
}

/** What a target asks: each term with what it is worth, and what all of them together would bring. */
export type Asked = { worth: Map<string, number>; ideal: number }

export function askedOf(target: Profile, pool: Pool): Asked {
  const worth = new Map<string, number>()
  let ideal = 0
  for (const [term, count] of target.terms) {
    const points = rarity(pool, term) ** sharpness * Math.min(count, mostAsked) * (k1 + 1)
    worth.set(term, points)
    ideal += points
  }
  return { worth, ideal }
}

/** How often a term must stand in a text to bring half of what it can, after BM25: in long texts more often. */
export function spreadOf({ length }: Pick<Profile, 'length'>, pool: Pool): number {
  return k1 * (1 - b + (b * length) / pool.meanLength)
}

/** The share (0–1) of what a candidate with every word of the target would reach, after BM25. */
export function relevance({ worth, ideal }: Asked, candidate: Profile, pool: Pool): number {
  const spread = spreadOf(candidate, pool)
  let reached = 0
  for (const [term, found] of candidate.terms) {
    const points = worth.get(term)
    if (points) reached += (points * found) / (found + spread)
  }
  return ideal === 0 ? 0 : reached / ideal
}

const tenth = (points: number) => Math.round(points * 10) / 10

/** How much of what a target asks a candidate's own text reaches, and how much those that are like it do on average, 0–1 each; what subjects both have in common. */
export type Shares = { own: number; kin: number; common: Common }

/** The parts of a pair's score, each with its reason. Their points add up to the score exactly, in tenths of a point. */
export function scoreParts(target: Target, candidate: Candidate, shares: Shares): MatchPart[] {
  const text = tenth(weights.text * (1 - Math.exp(-saturation * shares.own)))
  const subject = tenth(weights.subject * shares.common.nearness)
  const kin = tenth(weights.kin * (1 - Math.exp(-kinSaturation * shares.kin)))
  const sameField = candidate.fields.includes(target.field)
  const modes = target.modes.filter((mode) => candidate.modes.includes(mode))
  return [
    { part: 'text', points: text, max: weights.text, reason: { key: text >= weights.text * 0.55 ? 'match.reason.text.strong' : text >= weights.text * 0.3 ? 'match.reason.text.some' : 'match.reason.text.little' } },
    { part: 'subject', points: subject, max: weights.subject, reason: subjectReason(shares.common) },
    { part: 'kin', points: kin, max: weights.kin, reason: { key: kin >= weights.kin * 0.7 ? 'match.reason.kin.strong' : kin >= weights.kin * 0.4 ? 'match.reason.kin.some' : 'match.reason.kin.little' } },
    { part: 'field', points: sameField ? weights.field : 0, max: weights.field, reason: { key: sameField ? 'match.reason.field.same' : 'match.reason.field.other' } },
    recordPart(target, candidate),
    modePart(target, candidate, modes),
    areaPart(target, candidate),
  ]
}

export function totalOf(parts: readonly MatchPart[]): number {
  return tenth(parts.reduce((sum, part) => sum + part.points, 0))
}

/**
 * A number to rank by: the score, and among equal scores what rounding to tenths has hidden. What it adds stays below a hundredth,
 * so that no pair stands above one of a higher score.
 */
export function orderOf(score: number, { own, kin, common }: Shares): number {
  return score + (own + kin + common.nearness) / 1000
}

/** Names what both are about where it is clear, never more than that. */
function subjectReason({ known, field, sector }: Common): MatchPart['reason'] {
  if (!known) return { key: 'match.reason.subject.unknown' }
  return { key: field ?? sector ?? 'match.reason.subject.other' }
}

function recordPart(target: Target, candidate: Candidate): MatchPart {
  const max = weights.record
  if (candidate.trl !== null) {
    const wanted = target.trlWanted ?? 6
    const short = wanted - candidate.trl
    const points = tenth(short <= 0 ? max : Math.max(0, max - short * 4))
    return { part: 'record', points, max, reason: short > 0 ? { key: 'match.reason.trl.short', params: { wanted, trl: candidate.trl } } : { key: 'match.reason.trl.enough', params: { trl: candidate.trl } } }
  }
  const points = tenth(max * (1 - Math.exp(-candidate.records / 2)))
  return { part: 'record', points, max, reason: candidate.records > 0 ? { key: 'match.reason.record.some', params: { count: candidate.records } } : { key: 'match.reason.record.none' } }
}

function modePart(target: Target, candidate: Candidate, common: string[]): MatchPart {
  const max = weights.mode
  if (target.modes.length === 0 || candidate.modes.length === 0) return { part: 'mode', points: max / 2, max, reason: { key: 'match.reason.mode.open' } }
  const points = tenth((max * common.length) / target.modes.length)
  return { part: 'mode', points, max, reason: common.length > 0 ? { key: 'match.reason.mode.common', params: { count: common.length } } : { key: 'match.reason.mode.none' } }
}

const nearness = { district: 7, province: 5, outside: 2, unknown: 2 } as const

function areaPart(target: Target, candidate: Candidate): MatchPart {
  const max = weights.area
  if (target.areaKey && candidate.areaKey === target.areaKey) return { part: 'area', points: max, max, reason: { key: 'match.reason.area.same' } }
  return { part: 'area', points: nearness[candidate.place], max, reason: { key: `match.reason.area.${candidate.place}` } }
}
