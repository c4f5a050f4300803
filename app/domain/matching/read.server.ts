import { district } from '~/domain/district/service.server'
import { isStaff, type Actor } from '~/domain/kernel/actor'
import { query, type Context } from '~/domain/kernel/operation.server'
import { may } from '~/domain/kernel/policy'
import { conflictKey, hardChecks } from './constraints'
import { matchPolicy, sideOf } from './policy'
import * as repo from './repo.server'
import type { MatchRecord } from './repo.server'
import { candidateName, candidateNumber, candidatePath, titleOf } from './sides'
import { matchInput, queueInput, targetInput, type MatchPart, type MatchPassage, type MatchState } from './schema'
import { z } from 'zod'

const pageSize = 20

/** A pair in a list: both sides, score, state and the first reason. */
export function rowOf(match: MatchRecord) {
  const passages = match.passages as MatchPassage[]
  return {
    id: match.id,
    state: match.state as MatchState,
    score: Math.round(match.score.toNumber()),
    target: match.need
      ? { kind: 'need' as const, number: match.need.number, title: match.need.title, path: `/needs/${match.need.number}`, owner: match.need.organisation.name, deadline: match.need.deadline.toISOString(), min: match.need.fundingMin?.toFixed(2) ?? null, max: match.need.fundingMax?.toFixed(2) ?? null }
      : { kind: 'scenario' as const, number: match.scenario?.serial ?? '', title: match.scenario?.title ?? '', path: `/scenarios/${match.scenario?.serial}`, owner: match.scenario?.lead.name ?? '', deadline: match.scenario?.closesAt?.toISOString() ?? null, min: match.scenario?.budgetMin?.toFixed(2) ?? null, max: match.scenario?.budgetMax?.toFixed(2) ?? null },
    candidate: { kind: match.candidateKind, number: candidateNumber(match), name: candidateName(match), path: candidatePath(match), organisation: match.person?.organisation?.name ?? match.achievement?.organisation?.name ?? '', title: match.person?.title ?? '', trl: match.achievement?.trl ?? null, results: match.person?._count.inventions ?? null },
    passage: passages[0]?.right.parts ?? [],
    correction: match.correction,
    corrected: match.correctedAt && { by: match.correctedBy ?? '', at: match.correctedAt.toISOString() },
    pinned: match.pinned,
    byHand: match.byHand,
    accompanying: match.accompanying,
  }
}
export type MatchRow = ReturnType<typeof rowOf>

function stepsFor(actor: Actor, match: MatchRecord) {
  const answer = may(matchPolicy.answer, actor, match)
  // A pair with an application goes on through it; a broker accompanies a deal and is no party to it.
  const agreed = (match.state === 'accepted' || match.state === 'met') && match.candidateKind !== 'broker'
  return { review: may(matchPolicy.review, actor, match), answer, contract: agreed && may(matchPolicy.contract, actor, match) }
}

/** What waits for the bureau, best first. */
export const matchQueue = query({
  name: 'match.queue',
  input: queueInput,
  policy: matchPolicy.queue,
  run: async (context, filter) => {
    const { state, page, ...others } = filter
    const { total, rows } = await repo.queue(context.tx, { ...others, states: state ? [state] : repo.waiting.states }, (page - 1) * pageSize, pageSize)
    return { total, pageSize, filter, rows: rows.map(rowOf) }
  },
})

/** The hard conditions as they stand now; a pair that is under way does not count against itself. */
async function checksOf(context: Context, match: MatchRecord, load: number | null) {
  const underWay = match.state === 'accepted' || match.state === 'met' || match.state === 'applied'
  return hardChecks({
    ownerIds: match.ownerIds,
    candidateOrganisationIds: [...match.organisationIds, match.person?.organisationId, match.broker?.organisationId].filter((id) => id != null),
    conflicts: new Set((await repo.conflicts(context.tx)).map(({ organisationId, otherId }) => conflictKey(organisationId, otherId))),
    kind: match.candidateKind,
    load: (load ?? 0) - (underWay ? 1 : 0),
    maxLoad: match.person?.maxLoad ?? match.broker?.maxLoad ?? null,
    availableFrom: match.person?.availableFrom ?? null,
    neededAt: match.need?.deadline ?? match.scenario?.closesAt ?? null,
  })
}

/** What each side said. The reasons are for the bureau and the side itself. */
async function answersFor(context: Context, match: MatchRecord) {
  const [own, staff] = [sideOf(context.actor, match), isStaff(context.actor)]
  return (await repo.answersOf(context.tx, match.id)).map(({ side, accepted, why, note, actorName, answeredAt }) => {
    const told = staff || side === own
    return { side, accepted, why: told ? why : null, note: told ? note : '', by: staff ? actorName : null, at: answeredAt.toISOString() }
  })
}

/** One pair with where its points come from, the passages, who stands by, and the next pair that waits. */
export const readMatch = query({
  name: 'match.read',
  input: matchInput,
  load: (context, input) => repo.find(context.tx, input.id),
  policy: matchPolicy.read,
  run: async (context, _input, match) => {
    const staff = isStaff(context.actor)
    const [next, alternates, history] = [staff ? await repo.nextWaiting(context.tx, match) : null, staff ? await repo.alternates(context.tx, match, (await district()).alternates) : [], await repo.history(context.tx, match.id)]
    const load = match.personId || match.brokerId ? ((await repo.loads(context.tx)).get(match.personId ?? match.brokerId ?? '') ?? 0) : null
    const checks = await checksOf(context, match, load)
    return {
      ...rowOf(match),
      version: match.version,
      reason: staff ? match.reason : null,
      answers: await answersFor(context, match),
      side: sideOf(context.actor, match),
      weightsVersion: match.weightsVersion,
      parts: match.parts as MatchPart[],
      passages: match.passages as MatchPassage[],
      load,
      checks,
      maxLoad: match.person?.maxLoad ?? match.broker?.maxLoad ?? null,
      availableFrom: match.person?.availableFrom?.toISOString().slice(0, 10) ?? null,
      alternates: alternates.map((one) => ({ id: one.id, name: candidateName({ ...one, ...noFacts }), path: candidatePath({ ...one, ...noFacts }), kind: one.candidateKind, score: Math.round(one.score.toNumber()) })),
      next: next ? { id: next.id, title: titleOf(next), score: Math.round(next.score.toNumber()) } : null,
      history: history.map((step) => ({ at: step.occurredAt.toISOString(), to: step.toState as MatchState, reason: staff ? step.reason : null, actor: staff ? step.actorName : null })),
      can: stepsFor(context.actor, match),
    }
  },
})
const noFacts = { ownerIds: [], organisationIds: [], inventorIds: [], personAccountId: null }

/** What suits the actor, as candidate, and who suits what they posted, as owner. */
export const ownMatches = query({
  name: 'match.list_own',
  input: z.object({}),
  policy: matchPolicy.own,
  run: async (context) => {
    const { actor } = context
    const ids = (role: 'institute' | 'enterprise' | 'publisher') => actor.memberships.filter((membership) => membership.role === role).map((membership) => membership.organisationId)
    const asCandidate = await repo.ofCandidate(context.tx, { personId: actor.personId, brokerId: actor.brokerId, organisationIds: ids('institute') }, 100)
    const owners = [...ids('enterprise'), ...ids('publisher')]
    const asOwner = owners.length > 0 ? await repo.ofOwners(context.tx, owners, 200) : []
    return { asCandidate: asCandidate.map(rowOf), asOwner: asOwner.map(rowOf) }
  },
})

/** The pairs of one need or scenario, for its owner and the bureau; none for others. */
export const matchesOfTarget = query({
  name: 'match.list_of_target',
  input: targetInput,
  policy: matchPolicy.own,
  run: async (context, { kind, id }) => {
    const rows = await repo.ofTarget(context.tx, kind === 'need' ? { needId: id } : { scenarioId: id }, 30)
    return rows.filter((match) => may(matchPolicy.read, context.actor, match)).map(rowOf)
  },
})
