import { z } from 'zod'
import { contractStatistics } from '~/domain/statistics/service.server'
import { statisticsInput } from '~/domain/statistics/schema'
import { targets } from '~/domain/statistics/targets.server'
import { endpoint } from '../endpoint.server'

const sums = { count: z.number(), amount: z.string().describe('元'), technologyAmount: z.string().describe('元') }

export const contractStatisticsEndpoint = endpoint({
  method: 'get',
  path: '/statistics/contracts',
  summary: 'Counted contracts by a group; from and to are inclusive signing dates in Asia/Shanghai',
  query: statisticsInput,
  answer: z.object({ data: z.array(z.object({ key: z.string(), label: z.string(), ...sums })), total: z.object(sums) }),
  run: ({ actor, call, url }) => contractStatistics(actor, Object.fromEntries(url.searchParams), call),
})

export const targetsEndpoint = endpoint({
  method: 'get',
  path: '/statistics/targets',
  summary: 'The targets and where they stand; the period that contains today comes first',
  query: z.object({}),
  answer: z.object({ data: z.array(z.object({ period: z.object({ from: z.string(), to: z.string() }), measure: z.enum(['count', 'amount']), target: z.string(), current: z.string(), pace: z.string().describe('where it should stand today') })) }),
  run: async ({ actor, call }) => ({ data: await targets(actor, {}, call) }),
})
