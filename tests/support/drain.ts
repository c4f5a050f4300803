import { Logger, runOnce } from 'graphile-worker'
import { db } from '~/domain/kernel/db.server'
import { env } from '~/env.server'
import { taskList } from '~/jobs/worker'

const quiet = new Logger(() => () => {})

/** Runs every job that is due, and those that these add. Throws with the first job that failed, so that no test passes over it. */
export async function drain(): Promise<void> {
  await runOnce({ connectionString: env().DATABASE_URL, taskList, noHandleSignals: true, logger: quiet })
  const [failed] = await db().$queryRaw<{ name: string; error: string }[]>`SELECT task_identifier AS name, last_error AS error FROM graphile_worker.jobs WHERE last_error IS NOT NULL LIMIT 1`
  if (failed) throw new Error(`the job ${failed.name} failed: ${failed.error}`)
}

/** Whether a worker elsewhere has done all that is due. */
export async function nothingDue(): Promise<boolean> {
  const [row] = await db().$queryRaw<{ due: bigint }[]>`SELECT count(*) AS due FROM graphile_worker.jobs WHERE run_at <= now()`
  return row?.due === 0n
}

/** Names and payloads of the jobs that wait. */
export function waitingJobs(): Promise<{ name: string; payload: unknown }[]> {
  return db().$queryRaw`
    SELECT t.identifier AS name, j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`
}
