import { db } from '~/domain/kernel/db.server'
import { system } from '~/domain/kernel/actor'
import type { Context } from '~/domain/kernel/operation.server'
import { pauses } from '~/domain/kernel/pauses'
import { loadNeedForMatching } from '~/domain/needs/service.server'
import { loadScenarioForMatching } from '~/domain/scenarios/read.server'
import { env } from '~/env.server'
import { allowed, conflictKey } from './constraints'
import { explain } from './explain'
import { readingOf, type Reading } from './held'
import type { PoolMember } from './members.server'
import { candidatesFor, type CandidatePool, type PoolOptions } from './pool.server'
import { scoreAll, scored, type Scored } from './ranking'
import * as repo from './repo.server'
import { saveMatches } from './save.server'
import { candidateKinds, type TargetKind } from './schema'
import { askingProfile, type Target } from './score'
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

export type ScoredMember = Scored<PoolMember>

/** A text of fewer terms than this says too little to be matched. */
export const leastTerms = 4

/** Scores one candidate; the parts add up to the score. */
export function scorePair(target: LoadedTarget, candidate: PoolMember, { places, lessons, held }: CandidatePool, reading = readingOf(askingProfile(target.sections), lessons, held)): ScoredMember {
  return scored(target, candidate, reading(places.get(candidate.id) ?? -1, true))
}

export function computedOf(target: LoadedTarget, { candidate, score, parts }: ScoredMember, { lessons }: CandidatePool, rank: number, alternate: boolean): repo.Computed {
  const text = parts.find((part) => part.part === 'text')
  return { score: score.toFixed(3), parts, passages: explain(target.sections, candidate.sections, lessons.pool, text?.points ?? 0, text?.max ?? 0), weightsVersion, rank, alternate }
}

/** Candidates below this bring nothing a reviewer would want to see. */
const leastScore = 20
/** Whoever shares fewer words than that brings none of their own, whatever their kin have. */
const leastText = 3

/** A target with who suits it, the best first, and what they were compared by. */
export type Compared = { target: LoadedTarget; members: ScoredMember[]; data: CandidatePool; reading: Reading }

/** Who suits a target, best first; the candidates of pairs that it has already are looked at in any case. Null for a text that says too little. */
export async function membersFor(target: LoadedTarget, now: Date, options: PoolOptions = {}): Promise<Compared | null> {
  const profile = askingProfile(target.sections)
  if (profile.terms.size < leastTerms) return null
  const data = await candidatesFor(db(), env().DATABASE_URL ?? '', now, target.sections, options)
  const [loads, declared] = [await repo.loads(db()), await repo.conflicts(db())]
  const conflicts = new Set(declared.map(({ organisationId, otherId }) => conflictKey(organisationId, otherId)))
  const suitable = data.members.flatMap((candidate, place) => {
    const facts = { ownerIds: target.ownerIds, candidateOrganisationIds: candidate.organisationIds, conflicts, kind: candidate.kind, load: loads.get(candidate.id) ?? 0, maxLoad: candidate.maxLoad, availableFrom: candidate.availableFrom, neededAt: target.deadline }
    return allowed(facts) ? [{ candidate, place }] : []
  })
  const reading = readingOf(profile, data.lessons, data.held)
  const members = (await scoreAll(target, suitable, reading, pauses())).filter(({ score, parts }) => score >= leastScore && (parts.find((part) => part.part === 'text')?.points ?? 0) > leastText)
  return { target, members, data, reading }
}

/** The best `n`, with what to save of each: score, parts and passages. */
export function explainedFor({ target, members, data }: Compared, n: number): repo.Computed[] {
  return members.slice(0, n).map((one, index) => computedOf(target, one, data, index + 1, false))
}

/**
 * Computes the matches of a published need or scenario and saves them; twice the same gives the same and mails once.
 * Nothing is matched for a text that says too little. Answers how many candidates were kept.
 */
export async function computeMatches(kind: TargetKind, id: string, options: { tell: boolean; now?: Date } & Pick<PoolOptions, 'size'>): Promise<number> {
  const now = options.now ?? new Date()
  const target = await loadTarget({ tx: db() }, kind, id)
  if (!target) return 0
  const existing = await repo.listOfTarget(db(), kind === 'need' ? { needId: id } : { scenarioId: id })
  const also = Object.fromEntries(candidateKinds.map((one) => [one, existing.filter(({ candidateKind }) => candidateKind === one).map(repo.candidateIdOf)]))
  const compared = await membersFor(target, now, { also, size: options.size })
  if (!compared) return 0
  const { members, data, reading } = compared
  const again = (candidateId: string) => {
    const member = data.members[data.places.get(candidateId) ?? -1]
    return member ? scorePair(target, member, data, reading) : null
  }
  await saveMatches(system, { tell: options.tell, ready: { target, members, computedOf: (one, rank, alternate) => computedOf(target, one, data, rank, alternate), again } }, { now })
  return members.length
}
