import { db } from '~/domain/kernel/db.server'
import { system } from '~/domain/kernel/actor'
import type { Context } from '~/domain/kernel/operation.server'
import { pauses } from '~/domain/kernel/pauses'
import { loadNeedForMatching } from '~/domain/needs/service.server'
import { loadScenarioForMatching } from '~/domain/scenarios/read.server'
import { env } from '~/env.server'
import { allowed, conflictKey } from './constraints'
import { explain } from './explain'
import { candidatePool, type CandidatePool, type PoolMember } from './pool.server'
import { kinShare } from './kinship'
import * as repo from './repo.server'
import { saveMatches } from './save.server'
import type { MatchPart, TargetKind } from './schema'
import { askedOf, askingProfile, orderOf, relevance, scoreParts, totalOf, type Target } from './score'
import { inCommon, type Leaning } from './subjects'
import { weightsVersion } from './weights'

export type LoadedTarget = Target & { kind: TargetKind; title: string; path: string; deadline: Date | null }

const trlOf = (text: string) => Number(/TRL\s*([1-9])/i.exec(text)?.[1] ?? 0) || null

/** What matching reads of a need or scenario: its public text alone; null when it is not public. */
export async function loadTarget(context: Pick<Context, 'tx'>, kind: TargetKind, id: string): Promise<LoadedTarget | null> {
  if (kind === 'need') {
    const need = await loadNeedForMatching(context.tx, id)
    if (!need) return null
    const sections = [['title', need.title], ['keywords', need.keywords.join('、')], ['problem', need.problem], ['indicators', need.indicators], ['goal', need.goal]] as const
    return { kind, id: need.id, title: need.title, path: `/needs/${need.number}`, deadline: need.deadline, sections: sections.map(([name, text]) => ({ name, text })), field: need.field, modes: need.modes, areaKey: need.areaKey, trlWanted: trlOf(need.indicators), ownerIds: [need.organisationId] }
  }
  const scenario = await loadScenarioForMatching(context.tx, id)
  if (!scenario) return null
  const sections = [['title', scenario.title], ['keywords', scenario.keywords.join('、')], ['summary', scenario.texts.summary], ['body', scenario.texts.body]] as const
  return { kind, id: scenario.id, title: scenario.title, path: scenario.path, deadline: scenario.deadline, sections: sections.map(([name, text]) => ({ name, text })), field: scenario.field, modes: [], areaKey: scenario.areaKey, trlWanted: trlOf(scenario.texts.body), ownerIds: scenario.ownerIds }
}

/** `order` ranks: the score, and among equal ones what rounding has hidden. */
export type ScoredMember = { candidate: PoolMember; score: number; order: number; parts: MatchPart[] }
/** A target as the pool reads it: what each of the pool reaches of what it asks, by its place, and what subjects it leans to. */
export type Reading = { shares: readonly number[]; leaning: Leaning }

/** A text of fewer terms than this says too little to be matched. */
export const leastTerms = 4

/** Reads a target against the pool. */
export function readingOf(target: LoadedTarget, { members, pool, subjects }: CandidatePool, profile = askingProfile(target.sections)): Reading {
  const asked = askedOf(profile, pool)
  return { shares: members.map((member) => relevance(asked, member.profile, pool)), leaning: subjects.of(profile) }
}

/** Scores one candidate; the parts add up to the score. */
export function scorePair(target: LoadedTarget, candidate: PoolMember, data: CandidatePool, { shares, leaning }: Reading = readingOf(target, data)): ScoredMember {
  const place = data.places.get(candidate.id) ?? -1
  const reached = { own: shares[place] ?? 0, kin: kinShare(data.kinship(place), shares), common: inCommon(leaning, data.subjects.at(place)) }
  const parts = scoreParts(target, candidate, reached)
  const score = totalOf(parts)
  return { candidate, score, order: orderOf(score, reached), parts }
}

export function computedOf(target: LoadedTarget, { candidate, score, parts }: ScoredMember, { pool }: CandidatePool, rank: number, alternate: boolean): repo.Computed {
  const text = parts.find((part) => part.part === 'text')
  return { score: score.toFixed(3), parts, passages: explain(target.sections, candidate.sections, pool, text?.points ?? 0, text?.max ?? 0), weightsVersion, rank, alternate }
}

/** Candidates below this bring nothing a reviewer would want to see. */
const leastScore = 20
/** Whoever shares fewer words than that brings none of their own, whatever their kin have. */
const leastText = 3

/**
 * Computes the matches of a published need or scenario and saves them; twice the same gives the same and mails once.
 * Nothing is matched for a text that says too little. Answers how many candidates were kept.
 */
export async function computeMatches(kind: TargetKind, id: string, options: { tell: boolean; now?: Date }): Promise<number> {
  const now = options.now ?? new Date()
  const target = await loadTarget({ tx: db() }, kind, id)
  if (!target) return 0
  const data = await candidatePool(db(), env().DATABASE_URL ?? '', now)
  const profile = askingProfile(target.sections)
  if (profile.terms.size < leastTerms) return 0
  const [loads, declared] = [await repo.loads(db()), await repo.conflicts(db())]
  const conflicts = new Set(declared.map(({ organisationId, otherId }) => conflictKey(organisationId, otherId)))
  const reading = readingOf(target, data, profile)
  const pause = pauses()
  const scored: ScoredMember[] = []
  for (const candidate of data.members) {
    if (!allowed({ ownerIds: target.ownerIds, candidateOrganisationIds: candidate.organisationIds, conflicts, kind: candidate.kind, load: loads.get(candidate.id) ?? 0, maxLoad: candidate.maxLoad, availableFrom: candidate.availableFrom, neededAt: target.deadline })) continue
    await pause()
    scored.push(scorePair(target, candidate, data, reading))
  }
  const members = scored.filter(({ score, parts }) => score >= leastScore && (parts.find((part) => part.part === 'text')?.points ?? 0) > leastText)
  const again = (candidateId: string) => {
    const member = data.members[data.places.get(candidateId) ?? -1]
    return member ? scorePair(target, member, data, reading) : null
  }
  await saveMatches(system, { tell: options.tell, ready: { target, members, computedOf: (one, rank, alternate) => computedOf(target, one, data, rank, alternate), again } }, { now })
  return members.length
}
