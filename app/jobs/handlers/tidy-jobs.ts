import { makeWorkerUtils } from 'graphile-worker'
import { env } from '~/env.server'

/** Forgets queues whose work is done: there is one a record, and each would be left for ever. */
export async function tidyJobs(): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: env().DATABASE_URL })
  try {
    await utils.cleanup({ tasks: ['GC_JOB_QUEUES'] })
  } finally {
    await utils.release()
  }
}
