import type { Section } from './profile'
import type { CandidateKind, MatchPart } from './schema'
import type { Common } from './subjects'
import { kinSaturation, saturation, meaningFrom, meaningTo, weights, weightsWithMeaning } from './weights'

export type Target = { id: string; sections: Section[]; field: string; modes: string[]; areaKey: string | null; trlWanted: number | null; ownerIds: string[] }
export type Candidate = {
  kind: CandidateKind
  id: string
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

const tenth = (points: number) => Math.round(points * 10) / 10

/**
 * How much of what a target asks a candidate's own text reaches, and how much those that are like it do on average, 0–1 each; what subjects both have in common.
 * `meaning`, with an embedder alone: the cosine between the vectors of both texts; null where one of them has none yet.
 */
export type Shares = { own: number; kin: number; common: Common; meaning?: number | null }

type Weights = Record<keyof typeof weights, number>

/** The parts of a pair's score, each with its reason. Their points add up to the score exactly, in tenths of a point. */
export function scoreParts(target: Target, candidate: Candidate, shares: Shares): MatchPart[] {
  const worth: Weights = shares.meaning === undefined ? weights : weightsWithMeaning
  const text = tenth(worth.text * (1 - Math.exp(-saturation * shares.own)))
  const subject = tenth(worth.subject * shares.common.nearness)
  const kin = tenth(worth.kin * (1 - Math.exp(-kinSaturation * shares.kin)))
  const sameField = candidate.fields.includes(target.field)
  const modes = target.modes.filter((mode) => candidate.modes.includes(mode))
  return [
    { part: 'text', points: text, max: worth.text, reason: { key: text >= worth.text * 0.55 ? 'match.reason.text.strong' : text >= worth.text * 0.3 ? 'match.reason.text.some' : 'match.reason.text.little' } },
    { part: 'subject', points: subject, max: worth.subject, reason: subjectReason(shares.common) },
    { part: 'kin', points: kin, max: worth.kin, reason: { key: kin >= worth.kin * 0.7 ? 'match.reason.kin.strong' : kin >= worth.kin * 0.4 ? 'match.reason.kin.some' : 'match.reason.kin.little' } },
    { part: 'field', points: sameField ? worth.field : 0, max: worth.field, reason: { key: sameField ? 'match.reason.field.same' : 'match.reason.field.other' } },
    recordPart(target, candidate, worth.record),
    modePart(target, candidate, modes, worth.mode),
    areaPart(target, candidate, worth.area),
    ...(shares.meaning === undefined ? [] : [meaningPart(shares.meaning)]),
  ]
}

export function totalOf(parts: readonly MatchPart[]): number {
  return tenth(parts.reduce((sum, part) => sum + part.points, 0))
}

/**
 * A number to rank by: the score, and among equal scores what rounding to tenths has hidden. What it adds stays below a hundredth,
 * so that no pair stands above one of a higher score.
 */
export function orderOf(score: number, { own, kin, common, meaning }: Shares): number {
  return score + (own + kin + common.nearness + Math.max(0, meaning ?? 0)) / 1000
}

/** Names what both are about where it is clear, never more than that. */
function subjectReason({ known, field, sector }: Common): MatchPart['reason'] {
  if (!known) return { key: 'match.reason.subject.unknown' }
  return { key: field ?? sector ?? 'match.reason.subject.other' }
}

function recordPart(target: Target, candidate: Candidate, max: number): MatchPart {
  if (candidate.trl !== null) {
    const wanted = target.trlWanted ?? 6
    const short = wanted - candidate.trl
    const points = tenth(short <= 0 ? max : Math.max(0, max - (short * 4 * max) / weights.record))
    return { part: 'record', points, max, reason: short > 0 ? { key: 'match.reason.trl.short', params: { wanted, trl: candidate.trl } } : { key: 'match.reason.trl.enough', params: { trl: candidate.trl } } }
  }
  const points = tenth(max * (1 - Math.exp(-candidate.records / 2)))
  return { part: 'record', points, max, reason: candidate.records > 0 ? { key: 'match.reason.record.some', params: { count: candidate.records } } : { key: 'match.reason.record.none' } }
}

function modePart(target: Target, candidate: Candidate, common: string[], max: number): MatchPart {
  if (target.modes.length === 0 || candidate.modes.length === 0) return { part: 'mode', points: max / 2, max, reason: { key: 'match.reason.mode.open' } }
  const points = tenth((max * common.length) / target.modes.length)
  return { part: 'mode', points, max, reason: common.length > 0 ? { key: 'match.reason.mode.common', params: { count: common.length } } : { key: 'match.reason.mode.none' } }
}

const nearness = { district: 7, province: 5, outside: 2, unknown: 2 } as const

function areaPart(target: Target, candidate: Candidate, max: number): MatchPart {
  if (target.areaKey && candidate.areaKey === target.areaKey) return { part: 'area', points: max, max, reason: { key: 'match.reason.area.same' } }
  return { part: 'area', points: tenth((nearness[candidate.place] * max) / weights.area), max, reason: { key: `match.reason.area.${candidate.place}` } }
}

/** How near the vectors of both texts are. A text that has none yet brings no points, and says so. */
function meaningPart(cosine: number | null): MatchPart {
  const max = weightsWithMeaning.meaning
  if (cosine === null) return { part: 'meaning', points: 0, max, reason: { key: 'match.reason.meaning.unknown' } }
  const share = Math.min(1, Math.max(0, (cosine - meaningFrom) / (meaningTo - meaningFrom)))
  return { part: 'meaning', points: tenth(max * share), max, reason: { key: share >= 0.6 ? 'match.reason.meaning.strong' : share >= 0.3 ? 'match.reason.meaning.some' : 'match.reason.meaning.little' } }
}
