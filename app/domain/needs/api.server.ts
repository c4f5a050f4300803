import { z } from 'zod'
import { query } from '~/domain/kernel/operation.server'
import { anyone } from '~/domain/kernel/policy'
import { listedBefore } from './lists-repo.server'
import { needSummary } from './view'

/** The public list for programs: newest first, going on after a cursor. */
export const listNeedsAfter = query({
  name: 'need.list_after',
  input: z.object({ limit: z.number().int().min(1).max(101), cursor: z.object({ at: z.string(), id: z.uuid() }).nullable() }),
  policy: anyone,
  run: async (context, { limit, cursor }) => (await listedBefore(context.tx, cursor, limit)).map((row) => needSummary(row, context.now)),
})
