import { brokersWaiting } from '~/domain/brokers/read.server'
import { contractsWaiting } from '~/domain/contracts/service.server'
import { isAdministrator } from '~/domain/kernel/actor'
import { query } from '~/domain/kernel/operation.server'
import { staffOnly } from '~/domain/kernel/policy'
import { matchQueue } from '~/domain/matching/read.server'
import { needQueue } from '~/domain/needs/service.server'
import { listForDesk } from '~/domain/organisations/read.server'
import { reviewQueue } from '~/domain/scenarios/read.server'
import { z } from 'zod'

/** What waits for the bureau, by area. */
export const bureauDesk = query({
  name: 'desk.read',
  input: z.object({}),
  policy: staffOnly,
  run: async (context) => {
    const [scenarios, needs, matches, organisations, contracts] = [
      await reviewQueue.within(context, {}), await needQueue.within(context, {}), await matchQueue.within(context, { page: 1 }), await listForDesk.within(context, { state: 'submitted', page: 1 }), await contractsWaiting(context.tx, context.now),
    ]
    return { counts: { scenarios: scenarios.length, needs: needs.waiting.length, matches: matches.total, organisations: organisations.total, brokers: await brokersWaiting(context.tx), contracts: contracts.waiting }, overdue: { contracts: contracts.overdue }, administrator: isAdministrator(context.actor) }
  },
})
