import { makeWorkerUtils } from 'graphile-worker'
import { forgetOldSearches } from '~/domain/popular-searches/service.server'
import { env } from '~/env.server'

/** Forgets queues whose work is done: there is one a record, and each would be left for ever. And counts of searches that count no more. */
export async function tidyJobs(): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: env().DATABASE_URL })
  try {
    await utils.cleanup({ tasks: ['GC_JOB_QUEUES'] })
  } finally {
    await utils.release()
  }
  await forgetOldSearches(new Date())
}
