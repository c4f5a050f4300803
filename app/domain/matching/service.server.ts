import { z } from 'zod'
import { conflict, invalid, notFound, stale } from '~/domain/kernel/errors'
import { command, type Context } from '~/domain/kernel/operation.server'
import { may, signedIn } from '~/domain/kernel/policy'
import { env } from '~/env.server'
import { acceptMatch } from './answer.server'
import { computedOf, loadTarget, scorePair } from './compute.server'
import { rowIdOf, textsOf } from './members.server'
import { move } from './move.server'
import { matchPolicy } from './policy'
import { candidatesById } from './pool.server'
import * as repo from './repo.server'
import type { MatchRecord } from './repo.server'
import { addInput, correctInput, decideInput, excludeManyInput, manyInput, reasonInput } from './schema'

const load = (context: Context, input: { id: string }) => repo.findLocked(context.tx, input.id)

/** They have met. */
export const meetMatch = command({ name: 'match.meet', input: decideInput, load, policy: matchPolicy.answer, run: (context, _input, match) => move(context, match, 'met') })

/** A reviewer takes the pair out, with a reason; it stays out when matches are computed again. */
export const excludeMatch = command({ name: 'match.exclude', input: reasonInput, load, policy: matchPolicy.review, run: (context, { reason }, match) => move(context, match, 'excluded', reason) })

/** Takes an exclusion back. */
export const restoreMatch = command({ name: 'match.restore', input: decideInput, load, policy: matchPolicy.review, run: (context, _input, match) => move(context, match, 'suggested') })

/** A reviewer corrects the machine's reason; the correction is kept and shown with who wrote it and when. */
export const correctMatch = command({
  name: 'match.correct',
  input: correctInput,
  load,
  policy: matchPolicy.review,
  run: async (context, { correction }, match) => {
    if (!(await repo.update(context.tx, match.id, match.version, { correction, correctedBy: context.actor.name, correctedAt: context.now }))) throw stale(match.version)
    await context.audit('match.correct', 'match', match.id, { correction })
  },
})

const pinning = (pinned: boolean) => async (context: Context, _input: unknown, match: MatchRecord) => {
  if (pinned && (match.state === 'excluded' || match.state === 'declined')) throw conflict({ key: 'match.pin.not_now' })
  if (!(await repo.update(context.tx, match.id, match.version, { pinned, ...(pinned && { alternate: false }) }))) throw stale(match.version)
  await context.audit(pinned ? 'match.pin' : 'match.unpin', 'match', match.id)
}

/** A reviewer keeps a pair in its place: no recomputation and no assignment takes it away. Throws a conflict for a pair that somebody refused. */
export const pinMatch = command({ name: 'match.pin', input: decideInput, load, policy: matchPolicy.review, run: pinning(true) })

/** Leaves the pair to the machine again, unless people have decided it otherwise. */
export const unpinMatch = command({ name: 'match.unpin', input: decideInput, load, policy: matchPolicy.review, run: pinning(false) })

/** Decides several pairs in one go, each by the rules of one. Those that cannot be decided any more are left as they are; answers how many were. */
const deciding = (step: (context: Context, id: string) => Promise<unknown>) => async (context: Context, ids: string[]) => {
  let decided = 0
  for (const id of ids) {
    const match = await repo.find(context.tx, id)
    if (!match || (match.state !== 'suggested' && match.state !== 'notified') || !may(matchPolicy.review, context.actor, match)) continue
    await step(context, id)
    decided += 1
  }
  await context.audit('match.decide_many', 'match', ids[0] ?? 'none', { count: decided })
  return decided
}

export const acceptMatches = command({ name: 'match.accept_many', input: manyInput, policy: matchPolicy.queue, run: (context, { ids }) => deciding((inside, id) => acceptMatch.within(inside, { id }))(context, ids) })
export const excludeMatches = command({ name: 'match.exclude_many', input: excludeManyInput, policy: matchPolicy.queue, run: (context, { ids, reason }) => deciding((inside, id) => excludeMatch.within(inside, { id, reason }))(context, ids) })

/** A reviewer adds a candidate whom the machine did not suggest; the pair is scored like any other. */
export const addMatch = command({
  name: 'match.add',
  input: addInput,
  policy: matchPolicy.queue,
  run: async (context, input) => {
    const target = await loadTarget(context, input.kind, input.id)
    const number = input.candidateKind === 'institute' ? input.candidateNumber : input.candidateNumber.toUpperCase()
    const rowId = rowIdOf(input.candidateKind, number)
    const data = await candidatesById(context.tx, env().DATABASE_URL ?? '', input.candidateId ? { ids: [input.candidateId] } : { rowIds: [rowId] })
    const candidate = data.members.find((member) => member.kind === input.candidateKind && (input.candidateId ? member.id === input.candidateId : member.rowId === rowId))
    if (!target || (!candidate && input.candidateId)) throw notFound()
    if (!candidate) throw invalid({ path: 'candidateNumber', message: input.candidateNumber === '' ? { key: 'field.required' } : { key: 'match.add.number_unknown', params: { number: input.candidateNumber } } })
    const key = input.kind === 'need' ? { needId: target.id } : { scenarioId: target.id }
    const known = (await repo.listOfTarget(context.tx, key)).find((row) => repo.candidateIdOf(row) === candidate.id)
    if (known && !known.alternate) throw conflict({ key: 'match.known' })
    const scored = await scorePair(target, candidate, data)
    const texts = await textsOf(context.tx, [candidate], context.now)
    const computed = { ...computedOf(target, scored, texts.get(candidate.id) ?? [], data, 0, false), ranking: scored.order }
    // One that stood by moves up; either way a person wanted it, so that no machine takes it away.
    const id = known?.id ?? (await repo.insert(context.tx, key, repo.candidateKey(candidate.kind, candidate.id), computed, { byHand: true }))
    if (known) await repo.promote(context.tx, known.id)
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
