import { z } from 'zod'
import type { Tx } from '#prisma/client'
import { listBrokerCandidates } from '~/domain/brokers/search.server'
import { query } from '~/domain/kernel/operation.server'
import { matchPolicy } from './policy'
import { rowOf, type MatchRow } from './read.server'
import * as repo from './repo.server'

/** Active brokers to choose from, those with the least work first. */
export const brokerChoices = query({
  name: 'match.broker_choices',
  input: z.object({}),
  policy: matchPolicy.queue,
  run: async (context) => {
    const { candidates } = await listBrokerCandidates(context.tx, null, 200, context.now)
    const loads = await repo.loads(context.tx)
    return candidates.map((broker) => ({ value: broker.id, label: broker.title, load: loads.get(broker.id) ?? 0 })).sort((one, other) => one.load - other.load || one.label.localeCompare(other.label, 'zh')).map(({ value, label, load }) => ({ value, label: `${label}（${load}）` }))
  },
})

/** The pairs that a broker accompanies or was proposed for, once people were told of them, best first; at most 100. */
export async function pairsOfBroker(tx: Tx, brokerId: string): Promise<MatchRow[]> {
  return (await repo.ofCandidate(tx, { personId: null, brokerId, organisationIds: [] }, 100)).map(rowOf)
}

/** How many pairs a broker works on now. */
export function loadOfBroker(tx: Tx, brokerId: string): Promise<number> {
  return repo.inHand(tx, brokerId)
}
