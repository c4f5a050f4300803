import type { Tx } from '#prisma/client'

export type QueueRow = { name: string; waiting: number; running: number; retrying: number; failed: number }
export type FailedJob = { id: string; name: string; payload: unknown; error: string; attempts: number; maxAttempts: number; runAt: Date; since: Date }

/** Jobs by name: those that wait for their first try, are under way, failed and will be tried again, or used up their tries. */
export function countByName(tx: Tx): Promise<QueueRow[]> {
  return tx.$queryRaw<QueueRow[]>`
    SELECT task_identifier AS name, (count(*) FILTER (WHERE locked_at IS NULL AND last_error IS NULL))::int AS waiting, (count(*) FILTER (WHERE locked_at IS NOT NULL))::int AS running,
      (count(*) FILTER (WHERE locked_at IS NULL AND last_error IS NOT NULL AND attempts < max_attempts))::int AS retrying,
      (count(*) FILTER (WHERE locked_at IS NULL AND last_error IS NOT NULL AND attempts >= max_attempts))::int AS failed
    FROM graphile_worker.jobs GROUP BY task_identifier ORDER BY task_identifier`
}

/** What failed, those that are not tried again first, then by their next try. */
export function listFailed(tx: Tx, limit: number): Promise<FailedJob[]> {
  return tx.$queryRaw<FailedJob[]>`
    SELECT j.id::text, t.identifier AS name, j.payload, j.last_error AS error, j.attempts::int, j.max_attempts::int AS "maxAttempts", j.run_at AS "runAt", j.created_at AS since
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.last_error IS NOT NULL AND j.locked_at IS NULL ORDER BY (j.attempts >= j.max_attempts) DESC, j.run_at, j.id LIMIT ${limit}`
}

/** The failed job of a number, locked; null when it went through meanwhile, is under way or never was. */
export async function findFailedLocked(tx: Tx, id: string): Promise<{ id: string; name: string } | null> {
  const [row] = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT j.id::text, t.identifier AS name FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.id = ${id}::bigint AND j.last_error IS NOT NULL AND j.locked_at IS NULL FOR UPDATE OF j`
  return row ?? null
}

/** Has a job done now, with all its tries before it again. */
export async function reschedule(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.$executeRaw`SELECT count(*) FROM graphile_worker.reschedule_jobs(ARRAY[${id}::bigint], run_at := ${now}::timestamptz, attempts := 0)`
}

export function indexStates(tx: Tx) {
  return tx.indexState.findMany({ orderBy: { name: 'asc' } })
}
