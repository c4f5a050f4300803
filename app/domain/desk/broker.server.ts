import { z } from 'zod'
import { ownApplications } from '~/domain/applications/service.server'
import { readBroker, readOwnBroker } from '~/domain/brokers/read.server'
import { idInput } from '~/domain/brokers/schema'
import { contractFiguresOfBroker, contractsOfBroker } from '~/domain/contracts/brokers.server'
import { isStaff } from '~/domain/kernel/actor'
import { query, type Context } from '~/domain/kernel/operation.server'
import { anyone, signedIn, staffOnly } from '~/domain/kernel/policy'
import { funnelOfBroker, loadOfBroker, pairsOfBroker } from '~/domain/matching/brokers.server'
import { leastParties } from '~/domain/statistics/cells'

type Broker = { id: string; maxLoad: number; responseRate: string | null }

/**
 * What the portal recorded of a broker (domain.md, section 6). The sum is null for the public while fewer than three parties stand
 * behind it, as in the statistics: it would tell who paid whom what.
 */
async function figuresOf(context: Context, { id, maxLoad, responseRate }: Broker, inside: boolean) {
  const { count, amount, parties } = await contractFiguresOfBroker(context.tx, id, context.now)
  return { contracts: count, amount: inside || parties >= leastParties ? amount : null, load: await loadOfBroker(context.tx, id), maxLoad, responseRate }
}
export type BrokerFigures = Awaited<ReturnType<typeof figuresOf>>

/** A broker's page: the record as far as the reader may see it, and the figures. */
export const brokerPage = query({
  name: 'desk.broker_page',
  input: idInput,
  policy: anyone,
  run: async (context, { id }) => {
    const broker = await readBroker.within(context, { id })
    return { broker, figures: await figuresOf(context, broker, broker.can.edit || isStaff(context.actor)) }
  },
})

/** How far a broker's pairs have come, for the bureau. */
export const brokerFunnel = query({
  name: 'desk.broker_funnel',
  input: idInput,
  policy: staffOnly,
  run: async (context, input) => funnelOfBroker(context.tx, (await readBroker.within(context, input)).id),
})

/** A broker's own desk: the record, its figures, and the applications, pairs and contracts behind them; null before they apply. */
export const brokerDesk = query({
  name: 'desk.broker',
  input: z.object({}),
  policy: signedIn,
  run: async (context) => {
    const { broker: own } = await readOwnBroker.within(context, {})
    if (!own) return null
    const broker = await readBroker.within(context, { id: own.id })
    // Who manages the agency sees its record; the deals belong to the account that accompanies them.
    const mine = context.actor.brokerId === own.id
    return {
      broker,
      figures: await figuresOf(context, broker, true),
      applications: mine ? (await ownApplications.within(context, {})).accompanied : [],
      funnel: await funnelOfBroker(context.tx, own.id),
      pairs: mine ? await pairsOfBroker(context.tx, own.id) : [],
      contracts: mine ? await contractsOfBroker(context.tx, own.id) : [],
    }
  },
})
