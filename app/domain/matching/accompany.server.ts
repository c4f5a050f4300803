import { findBroker } from '~/domain/brokers/find.server'
import { brokerCandidatesAmong } from '~/domain/brokers/search.server'
import { conflict, invalid, stale } from '~/domain/kernel/errors'
import { command, type Context } from '~/domain/kernel/operation.server'
import { createMail } from '~/domain/notifications/service.server'
import { matchPolicy } from './policy'
import * as repo from './repo.server'
import type { MatchRecord } from './repo.server'
import { brokerInput, reasonInput } from './schema'
import { candidateName, titleOf } from './sides'

const load = (context: Context, input: { id: string }) => repo.findLocked(context.tx, input.id)

/** The broker who was named hears that they are not any more, and why: nobody loses a deal silently. */
async function tellReleased(context: Context, match: MatchRecord, brokerId: string, reason: string) {
  const account = await repo.brokerAccount(context.tx, brokerId)
  if (!account) return
  const data = { name: account.name, title: titleOf(match), applicant: candidateName(match), reason, path: '/workspace/broker' }
  await createMail(context, { key: `broker_released:match:${match.id}:${brokerId}:${match.version}`, template: 'broker_released', recipient: account.email, locale: account.locale, data })
}

/**
 * Names the broker who accompanies a pair; the broker gets a mail. Where another one is named, that one has to be told why. Throws a
 * conflict for a broker who is not active, has their hands full or belongs to a side, and for a pair that somebody refused.
 */
export const assignBroker = command({
  name: 'match.assign_broker',
  input: brokerInput,
  load,
  policy: matchPolicy.review,
  run: async (context, { brokerId, reason }, match) => {
    if (match.state === 'excluded' || match.state === 'declined') throw conflict({ key: 'match.broker.not_now' })
    const [broker, [offered]] = [await findBroker(context.tx, brokerId, context.now), await brokerCandidatesAmong(context.tx, [brokerId], context.now)]
    if (!broker || !offered) throw conflict({ key: 'match.broker.not_active' })
    if (offered.organisationIds.some((id) => match.ownerIds.includes(id) || match.organisationIds.includes(id)) || broker.id === match.brokerId) throw conflict({ key: 'match.broker.own' })
    if (match.accompaniedBy !== broker.id && offered.maxLoad !== null && ((await repo.loads(context.tx)).get(broker.id) ?? 0) >= offered.maxLoad) throw conflict({ key: 'match.broker.full' })
    const before = match.accompaniedBy
    if (before && before !== broker.id && !reason) throw invalid({ path: 'reason', message: { key: 'match.broker.why' } })
    if (!(await repo.update(context.tx, match.id, match.version, { accompaniedBy: broker.id }))) throw stale(match.version)
    await context.audit('match.assign_broker', 'match', match.id, { brokerId: broker.id, ...(before && before !== broker.id && { brokerBefore: before, reason }) })
    if (before === broker.id) return
    if (before) await tellReleased(context, match, before, reason)
    if (broker.email) await createMail(context, { key: `broker_named:match:${match.id}:${broker.id}:${match.version}`, template: 'broker_named', recipient: broker.email, locale: broker.locale, data: { name: broker.name, title: titleOf(match), applicant: candidateName(match), path: `/workspace/matches/${match.id}` } })
  },
})

/** Takes the broker off a pair, with a reason that the audit trail keeps and the broker is told. Not once a contract came of it: then the contract credits them. */
export const releaseBroker = command({
  name: 'match.release_broker',
  input: reasonInput,
  load,
  policy: matchPolicy.review,
  run: async (context, { reason }, match) => {
    const before = match.accompaniedBy
    if (!before) throw conflict({ key: 'match.broker.none_named' })
    if (match.state === 'contracted') throw conflict({ key: 'match.broker.contracted' })
    if (!(await repo.update(context.tx, match.id, match.version, { accompaniedBy: null }))) throw stale(match.version)
    await context.audit('match.release_broker', 'match', match.id, { brokerBefore: before, reason })
    await tellReleased(context, match, before, reason)
  },
})
