import type { Section } from './profile'
import type { CandidateKind, MatchPart } from './schema'
import type { Common } from './subjects'
import { kinSaturation, saturation, weights } from './weights'

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
