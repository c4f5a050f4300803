import { z } from 'zod'
import type { Prisma } from '#prisma/client'
import { findBroker } from '~/domain/brokers/find.server'
import { conflict, notFound, stale } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { command, type Context } from '~/domain/kernel/operation.server'
import { signedIn } from '~/domain/kernel/policy'
import { createMail } from '~/domain/notifications/service.server'
import { env } from '~/env.server'
import { computedOf, loadTarget, scorePair } from './compute.server'
import { matchPolicy } from './policy'
import { candidatesById } from './pool.server'
import * as repo from './repo.server'
import type { MatchRecord } from './repo.server'
import { matchMachine } from './rules'
import { brokerInput, correctInput, decideInput, reasonInput, type MatchState } from './schema'

const load = (context: Context, input: { id: string }) => repo.findLocked(context.tx, input.id)
const titleOf = (match: MatchRecord) => match.need?.title ?? match.scenario?.title ?? ''
const pathOf = (match: MatchRecord) => (match.need ? `/needs/${match.need.number}` : `/scenarios/${match.scenario?.serial}`)
export const candidateName = (match: MatchRecord) => match.person?.name ?? match.organisation?.name ?? match.achievement?.title ?? match.broker?.name ?? ''

async function move(context: Context, match: MatchRecord, to: MatchState, reason: string | null = null, values: Prisma.MatchUncheckedUpdateManyInput = {}) {
  assertMove(matchMachine, match.state, to)
  const decided = { decidedById: context.actor.accountId, decidedAt: context.now }
  if (!(await repo.update(context.tx, match.id, match.version, { state: to, reason, alternate: false, ...decided, ...values }))) throw stale(match.version)
  await context.transition('match', match.id, match.state, to, reason)
  await context.audit(`match.${to}`, 'match', match.id, reason ? { reason } : {})
}

/** Either side, or the bureau for them, agrees to the pair; the other side hears of it. */
export const acceptMatch = command({
  name: 'match.accept',
  input: decideInput,
  load,
  policy: matchPolicy.answer,
  run: async (context, _input, match) => {
    await move(context, match, 'accepted')
    for (const { email, name, locale } of await repo.ownerRecipients(context.tx, match.ownerIds)) {
      await createMail(context, { key: `match_accepted:${match.id}:${email}`, template: 'match_accepted', recipient: email, locale, data: { name, title: titleOf(match), candidate: candidateName(match), path: pathOf(match) } })
    }
  },
})

/** Either side says no, with a reason that the bureau reads. */
export const declineMatch = command({ name: 'match.decline', input: reasonInput, load, policy: matchPolicy.answer, run: (context, { reason }, match) => move(context, match, 'declined', reason) })

/** They have met. */
export const meetMatch = command({ name: 'match.meet', input: decideInput, load, policy: matchPolicy.answer, run: (context, _input, match) => move(context, match, 'met') })

/** A reviewer takes the pair out, with a reason; it stays out when matches are computed again. */
export const excludeMatch = command({ name: 'match.exclude', input: reasonInput, load, policy: matchPolicy.review, run: (context, { reason }, match) => move(context, match, 'excluded', reason) })

/** Takes an exclusion back. */
export const restoreMatch = command({ name: 'match.restore', input: decideInput, load, policy: matchPolicy.review, run: (context, _input, match) => move(context, match, 'suggested') })

/** A reviewer corrects the machine's reason; the correction is kept and shown. */
export const correctMatch = command({
  name: 'match.correct',
  input: correctInput,
  load,
  policy: matchPolicy.review,
  run: async (context, { correction }, match) => {
    if (!(await repo.update(context.tx, match.id, match.version, { correction }))) throw stale(match.version)
    await context.audit('match.correct', 'match', match.id, { correction })
  },
})

/** Names the broker who accompanies an agreed pair; the broker gets a mail. Throws a conflict for a broker who is not active. */
export const assignBroker = command({
  name: 'match.assign_broker',
  input: brokerInput,
  load,
  policy: matchPolicy.review,
  run: async (context, { brokerId }, match) => {
    if (match.state === 'excluded' || match.state === 'declined') throw conflict({ key: 'match.broker.not_now' })
    const broker = await findBroker(context.tx, brokerId, context.now)
    if (!broker) throw conflict({ key: 'match.broker.not_active' })
    if (!(await repo.update(context.tx, match.id, match.version, { accompaniedBy: broker.id }))) throw stale(match.version)
    await context.audit('match.assign_broker', 'match', match.id, { brokerId: broker.id })
    if (broker.email) await createMail(context, { key: `broker_named:match:${match.id}:${broker.id}`, template: 'broker_named', recipient: broker.email, locale: broker.locale, data: { name: broker.name, title: titleOf(match), applicant: candidateName(match), path: pathOf(match) } })
  },
})

/** A reviewer adds a candidate whom the machine did not suggest; the pair is scored like any other. */
export const addMatch = command({
  name: 'match.add',
  input: z.object({ kind: z.enum(['need', 'scenario']), id: z.string(), candidateKind: z.enum(['person', 'institute', 'achievement', 'broker']), candidateId: z.uuid() }),
  policy: matchPolicy.queue,
  run: async (context, input) => {
    const target = await loadTarget(context, input.kind, input.id)
    const data = await candidatesById(context.tx, env().DATABASE_URL ?? '', context.now, { [input.candidateKind]: [input.candidateId] })
    const candidate = data.members.find((member) => member.id === input.candidateId && member.kind === input.candidateKind)
    if (!target || !candidate) throw notFound()
    const key = input.kind === 'need' ? { needId: target.id } : { scenarioId: target.id }
    const known = (await repo.listOfTarget(context.tx, key)).find((row) => repo.candidateIdOf(row) === candidate.id)
    if (known) throw conflict({ key: 'match.known' })
    const id = await repo.insert(context.tx, key, repo.candidateKey(candidate.kind, candidate.id), computedOf(target, scorePair(target, candidate, data), data, 0, false), { byHand: true })
    await context.transition('match', id, null, 'suggested')
    await context.audit('match.add', 'match', id, { candidate: candidate.id })
    return { id }
  },
})

const partyInput = z.object({ needId: z.string().nullish(), scenarioId: z.string().nullish(), personId: z.string().nullish(), organisationId: z.string().nullish(), applicationId: z.string().nullish(), matchId: z.string().nullish() })

/** An application came of a pair: its match moves on. Called by applications inside their transaction; answers the match's id, if there is one. */
export const markApplied = command({
  name: 'match.mark_applied',
  input: partyInput,
  policy: signedIn,
  run: async (context, { needId, scenarioId, personId, organisationId }) => {
    const candidates = [...(personId ? [{ personId }, { achievement: { inventors: { some: { personId } } } }] : []), ...(organisationId ? [{ organisationId }, { achievement: { organisationId } }] : [])]
    const found = candidates.length === 0 ? [] : await repo.findFor(context.tx, { ...(needId ? { needId } : { scenarioId }), OR: candidates, state: { in: ['suggested', 'notified', 'accepted', 'met', 'declined'] } })
    for (const { id, state, version } of found) {
      await repo.update(context.tx, id, version, { state: 'applied', alternate: false })
      await context.transition('match', id, state, 'applied')
    }
    await context.audit('match.mark_applied', 'match', found[0]?.id ?? 'none', { count: found.length })
    return found[0]?.id ?? null
  },
})

/** A contract came of a pair. Called by contracts inside their transaction. */
export const markContracted = command({
  name: 'match.mark_contracted',
  input: partyInput,
  policy: signedIn,
  run: async (context, { matchId }) => {
    const [match] = matchId ? await repo.findFor(context.tx, { id: matchId, state: { in: ['applied', 'met'] } }) : []
    if (match) {
      await repo.update(context.tx, match.id, match.version, { state: 'contracted' })
      await context.transition('match', match.id, match.state, 'contracted')
    }
    await context.audit('match.mark_contracted', 'match', match?.id ?? 'none')
  },
})
