import { z } from 'zod'
import { lastTallyCheck } from '~/domain/contracts/tally.server'
import { command, query } from '~/domain/kernel/operation.server'
import { queuePolicy } from './policy'
import * as repo from './repo.server'
import { retryInput } from './schema'

const shown = 50

/** The work behind the pages: how much waits, what failed and why, and when the search index and the sums of contracts were last compared with the records. */
export const readQueue = query({
  name: 'queue.read',
  input: z.object({}),
  policy: queuePolicy.read,
  run: async (context) => ({
    counts: await repo.countByName(context.tx),
    failed: await repo.listFailed(context.tx, shown),
    sums: await lastTallyCheck(context.tx),
    indexes: (await repo.indexStates(context.tx)).map(({ name, indexedAt, comparedAt, differed }) => ({ name, indexedAt, comparedAt, differed })),
  }),
})

/** Tries a failed job again now, with all its tries. A job that went through meanwhile is a 404: there is nothing to try. */
export const retryJob = command({
  name: 'queue.retry',
  input: retryInput,
  load: (context, { id }) => repo.findFailedLocked(context.tx, id),
  policy: queuePolicy.retry,
  run: async (context, _input, job) => {
    await repo.reschedule(context.tx, job.id, context.now)
    await context.audit('queue.retry', 'job', job.id, { name: job.name })
  },
})

/** Has the search index compared with the records and mended, as every night. */
export const compareIndex = command({
  name: 'queue.compare_index',
  input: z.object({}),
  policy: queuePolicy.compareIndex,
  run: async (context) => {
    await context.enqueue('search.drift', {}, { key: 'search.drift' })
    await context.audit('queue.compare_index', 'search', 'index')
  },
})
