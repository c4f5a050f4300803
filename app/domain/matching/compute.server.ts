import type { Tx } from '#prisma/client'
import { db } from '~/domain/kernel/db.server'
import { system } from '~/domain/kernel/actor'
import type { Context } from '~/domain/kernel/operation.server'
import { pauses } from '~/domain/kernel/pauses'
import { loadNeedForMatching } from '~/domain/needs/service.server'
import { loadScenarioForMatching } from '~/domain/scenarios/read.server'
import { env } from '~/env.server'
import { allowed, conflictKey } from './constraints'
import { explain } from './explain'
import { readingOf } from './held'
import { meaningOf, nearRows, readingWith } from './meaning.server'
import { textsOf } from './members.server'
import type { PoolMember } from './pool-members.server'
import { candidatesFor, type CandidatePool, type PoolOptions } from './pool.server'
import { askingProfile, type Section } from './profile'
import { scoreAll, type Scored } from './ranking'
import * as repo from './repo.server'
import { choose, mostKept } from './rules'
import { runDone } from './run-repo.server'
import { saveMatches, type Ready } from './save.server'
import type { TargetKind } from './schema'
import type { Target } from './score'
import { targetKey } from './targets-repo.server'
import { matchingVersion } from './version.server'

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

/** Scores everyone in a pool, whether they may be matched or not, the best first; the parts add up to the score. */
export async function scoreEveryone(target: LoadedTarget, { members, lessons, held }: CandidatePool): Promise<ScoredMember[]> {
  const reading = readingWith(readingOf(askingProfile(target.sections), lessons, held), members, await meaningOf(target, members))
  return scoreAll(target, members.map((candidate, place) => ({ candidate, place })), reading, pauses())
}

/** Scores one of a pool as beside all others of it: who is kin, and near, is known only then. */
export async function scorePair(target: LoadedTarget, candidate: PoolMember, data: CandidatePool): Promise<ScoredMember> {
  const found = (await scoreEveryone(target, data)).find((one) => one.candidate.id === candidate.id)
  if (!found) throw new Error('the candidate is not in the pool')
  return found
}

/** What is kept of a pair: its score and parts, and passages from both texts. */
export function computedOf(target: LoadedTarget, { score, parts }: ScoredMember, sections: readonly Section[], { lessons }: CandidatePool, rank: number, alternate: boolean): repo.Computed {
  const text = parts.find((part) => part.part === 'text')
  return { score: score.toFixed(3), parts, passages: explain(target.sections, sections, lessons.pool, text?.points ?? 0, text?.max ?? 0), weightsVersion: matchingVersion(), rank, alternate }
}

/** Candidates below this bring nothing a reviewer would want to see. */
export const leastScore = 20
/** Whoever shares fewer words than that brings none of their own, whatever their kin have. */
const leastText = 3

/** Whether a candidate may be suggested to a target at all: not its own, no declared conflict, with time and room. */
export async function allowing(tx: Tx): Promise<(target: LoadedTarget, candidate: PoolMember) => boolean> {
  const [loads, declared] = [await repo.loads(tx), await repo.conflicts(tx)]
  const conflicts = new Set(declared.map(({ organisationId, otherId }) => conflictKey(organisationId, otherId)))
  return (target, candidate) =>
    allowed({ ownerIds: target.ownerIds, candidateOrganisationIds: candidate.organisationIds, conflicts, kind: candidate.kind, load: loads.get(candidate.id) ?? 0, maxLoad: candidate.maxLoad, availableFrom: candidate.availableFrom, neededAt: target.deadline })
}

/** Whoever shares no words may still mean the same: with this share of the points for it. */
const leastMeaning = 0.5

/** Whether a pair is worth keeping at all. */
export function suits({ score, parts }: ScoredMember): boolean {
  const [text, meaning] = [parts.find(({ part }) => part === 'text'), parts.find(({ part }) => part === 'meaning')]
  return score >= leastScore && ((text?.points ?? 0) > leastText || (meaning !== undefined && meaning.points >= meaning.max * leastMeaning))
}

/** A target with who suits it, the best first, everyone it was compared with, and what they were compared by. */
export type Compared = { target: LoadedTarget; members: ScoredMember[]; all: ScoredMember[]; data: CandidatePool }

/** Who suits a target, best first; the candidates of pairs that it has already are looked at in any case. Null for a text that says too little. */
export async function membersFor(target: LoadedTarget, options: PoolOptions = {}): Promise<Compared | null> {
  if (askingProfile(target.sections).terms.length < leastTerms) return null
  const data = await candidatesFor(db(), env().DATABASE_URL ?? '', target, { ...options, near: await nearRows(target) })
  const mayBe = await allowing(db())
  const all = await scoreEveryone(target, data)
  const members = all.filter((one) => suits(one) && mayBe(target, one.candidate))
  return { target, members, all, data }
}

/** The best `n`, with what to save of each: score, parts and passages. */
export async function explainedFor({ target, members, data }: Compared, n: number, now: Date): Promise<repo.Computed[]> {
  const best = members.slice(0, n)
  const texts = await textsOf(db(), best.map(({ candidate }) => candidate), now)
  return best.map((one, index) => computedOf(target, one, texts.get(one.candidate.id) ?? [], data, index + 1, false))
}

/** The texts of those who are kept, and of `more`; who is no longer public by now is left out of the members, and another comes in. */
async function withTexts(members: ScoredMember[], more: readonly PoolMember[], now: Date): Promise<{ members: ScoredMember[]; texts: Map<string, Section[]> }> {
  const texts = new Map<string, Section[]>()
  for (let left = members; ; ) {
    const best = choose(left, mostKept, 0).chosen.map(({ candidate }) => candidate)
    const missing = [...best, ...more].filter(({ id }) => !texts.has(id))
    for (const [id, sections] of await textsOf(db(), missing, now)) texts.set(id, sections)
    const gone = new Set(best.filter(({ id }) => !texts.has(id)).map(({ id }) => id))
    if (gone.size === 0) return { members: left, texts }
    left = left.filter(({ candidate }) => !gone.has(candidate.id))
  }
}

/**
 * Computes the matches of a published need or scenario and saves them; twice the same gives the same and mails once. A text that says
 * too little is matched with nobody. Answers how many candidates were found.
 */
export async function computeMatches(kind: TargetKind, id: string, { tell, now = new Date(), ...sizes }: { tell: boolean; now?: Date } & Pick<PoolOptions, 'size' | 'told'>): Promise<number> {
  const key = targetKey(kind, id)
  const target = await loadTarget({ tx: db() }, kind, id)
  if (!target) {
    await runDone(db(), key, now)
    return 0
  }
  const also = (await repo.listOfTarget(db(), key)).map(repo.candidateIdOf)
  const compared = await membersFor(target, { also, ...sizes })
  const ready = compared ? await readyOf(compared, also, now) : { target, members: [], short: true, computedOf: nobody, again: () => null }
  await saveMatches(system, { tell, ready }, { now })
  return ready.members.length
}

const nobody = () => { throw new Error('nobody was compared') }

async function readyOf({ target, data, all, members: suiting }: Compared, also: readonly string[], now: Date): Promise<Ready> {
  const known = new Map(all.map((one) => [one.candidate.id, one]))
  const { members, texts } = await withTexts(suiting, also.flatMap((candidateId) => known.get(candidateId)?.candidate ?? []), now)
  return { target, members, short: false, computedOf: (one, rank, alternate) => computedOf(target, one, texts.get(one.candidate.id) ?? [], data, rank, alternate), again: (candidateId) => known.get(candidateId) ?? null }
}
