import { conflict } from '~/domain/kernel/errors'
import { canMove } from '~/domain/kernel/machine'
import { command, type Context } from '~/domain/kernel/operation.server'
import { createMail } from '~/domain/notifications/service.server'
import { translator } from '~/i18n'
import { move } from './move.server'
import { matchPolicy, sideOf } from './policy'
import * as repo from './repo.server'
import type { MatchRecord } from './repo.server'
import { matchMachine } from './rules'
import { acceptInput, declineInput, type AcceptReason, type DeclineReason } from './schema'
import { candidateKeyOf, candidateName, titleOf } from './sides'

const load = (context: Context, input: { id: string }) => repo.findLocked(context.tx, input.id)

type Said = { accepted: boolean; why: AcceptReason | DeclineReason | null; note: string }

function keep(context: Context, match: MatchRecord, said: Said) {
  return repo.saveAnswer(context.tx, match.id, sideOf(context.actor, match), { ...said, actorName: context.actor.name, answeredAt: context.now })
}

/**
 * Either side, or the bureau for them, agrees to the pair; the other side hears of it. What both sides say is kept, so the second one may
 * agree too. Throws a conflict where the other side has said no.
 */
export const acceptMatch = command({
  name: 'match.accept',
  input: acceptInput,
  load,
  policy: matchPolicy.answer,
  run: async (context, { why, note }, match) => {
    const side = sideOf(context.actor, match)
    const others = (await repo.answersOf(context.tx, match.id)).filter((answer) => answer.side !== side)
    if (match.state === 'declined' && side !== 'bureau' && others.some(({ accepted }) => !accepted)) throw conflict({ key: 'match.answer.other_declined' })
    const first = canMove(matchMachine, match.state, 'accepted')
    // Agreed already, or further on: the second yes is kept beside the first.
    if (!first && (side === 'bureau' || !agreed.includes(match.state))) return move(context, match, 'accepted')
    await keep(context, match, { accepted: true, why, note })
    if (!first) return context.audit('match.say', 'match', match.id, { side, accepted: true })
    await move(context, match, 'accepted', note || null)
    await tellAccepted(context, match, side)
  },
})
const agreed: readonly MatchRecord['state'][] = ['accepted', 'met', 'applied', 'contracted']

/** Either side says no, with a reason that the bureau reads. */
export const declineMatch = command({
  name: 'match.decline',
  input: declineInput,
  load,
  policy: matchPolicy.answer,
  run: async (context, { why, note }, match) => {
    await move(context, match, 'declined', note || translator('zh-CN')(`match.why.no.${why}`))
    await keep(context, match, { accepted: false, why, note })
  },
})

/** Whoever did not say it: the owner hears of the candidate, the candidate of the owner, both of the bureau. */
async function tellAccepted(context: Context, match: MatchRecord, side: 'owner' | 'candidate' | 'bureau') {
  const [title, path] = [titleOf(match), `/workspace/matches/${match.id}`]
  if (side !== 'owner') {
    for (const { email, name, locale } of await repo.ownerRecipients(context.tx, match.ownerIds)) await createMail(context, { key: `match_accepted:${match.id}:${email}`, template: 'match_accepted', recipient: email, locale, data: { name, title, candidate: candidateName(match), path } })
  }
  if (side === 'candidate') return
  const owner = match.need?.organisation.name ?? match.scenario?.lead.name ?? ''
  const personIds = match.personId ? [match.personId] : [...match.inventorIds]
  for (const { email, name, locale } of await repo.recipients(context.tx, { ...candidateKeyOf(match), organisationIds: [...match.organisationIds], personIds })) await createMail(context, { key: `match_agreed:${match.id}:${email}`, template: 'match_agreed', recipient: email, locale, data: { name, title, owner, path } })
}
