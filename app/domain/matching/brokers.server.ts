import type { Tx } from '#prisma/client'
import { listBrokerCandidates } from '~/domain/brokers/search.server'
import { query } from '~/domain/kernel/operation.server'
import { rankBrokers } from './broker-choice'
import { funnelOf, type FunnelRow, type Travelled } from './funnel'
import { matchPolicy } from './policy'
import { rowOf, type MatchRow } from './read.server'
import * as repo from './repo.server'
import { matchInput, type MatchState } from './schema'

/** Active brokers for a pair, the fittest first, each with what speaks for them; none of either side's own organisation. */
export const brokerChoices = query({
  name: 'match.broker_choices',
  input: matchInput,
  load: (context, input) => repo.find(context.tx, input.id),
  policy: matchPolicy.review,
  run: async (context, _input, match) => {
    const { candidates } = await listBrokerCandidates(context.tx, null, 500, context.now)
    const loads = await repo.loads(context.tx)
    const sides = [...match.ownerIds, ...match.organisationIds]
    const free = candidates.filter(({ id, organisationIds }) => id !== match.brokerId && !organisationIds.some((organisationId) => sides.includes(organisationId)))
    const facts = free.map(({ id, title, fields, maxLoad, responseRate }) => ({ id, name: title, fields, load: loads.get(id) ?? 0, maxLoad: maxLoad ?? Infinity, responseRate }))
    return rankBrokers(facts, match.need?.field ?? match.scenario?.field ?? '')
  },
})

/** The pairs that a broker accompanies or was proposed for, once people were told of them, best first; at most 100. */
export async function pairsOfBroker(tx: Tx, brokerId: string): Promise<MatchRow[]> {
  return (await repo.ofCandidate(tx, { personId: null, brokerId, organisationIds: [] }, 100)).map(rowOf)
}

/** How many pairs a broker works on now. */
export async function loadOfBroker(tx: Tx, brokerId: string): Promise<number> {
  return (await repo.loads(tx)).get(brokerId) ?? 0
}

/** How far the pairs have come that a broker accompanies or was proposed for, from the suggestion to the contract. */
export async function funnelOfBroker(tx: Tx, brokerId: string): Promise<FunnelRow[]> {
  const [pairs, steps] = [await repo.pairsOfBroker(tx, brokerId), await repo.firstSteps(tx, brokerId)]
  const times = new Map<string, Travelled['at']>()
  for (const { id, state, at } of steps) times.set(id, { ...times.get(id), [state]: at })
  return funnelOf(pairs.map(({ id, state, createdAt, notifiedAt }) => ({ state: state as MatchState, at: { suggested: createdAt, ...(notifiedAt && { notified: notifiedAt }), ...times.get(id) } })))
}
