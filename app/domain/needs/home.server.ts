import { z } from 'zod'
import { query } from '~/domain/kernel/operation.server'
import { anyone } from '~/domain/kernel/policy'
import { closingSoon, needCounts, newestNeeds } from './exports.server'

/** What the home page shows of needs: those that close within a week, the newest, and how many are open. */
export const homeNeeds = query({
  name: 'need.home',
  input: z.object({ limit: z.number().int().min(1).max(10) }),
  policy: anyone,
  run: async (context, { limit }) => ({
    closing: await closingSoon(context.tx, context.now, limit),
    newest: await newestNeeds(context.tx, context.now, limit),
    open: (await needCounts(context.tx, context.now)).open,
  }),
})
