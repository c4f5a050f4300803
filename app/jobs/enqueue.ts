import type { Tx } from '#prisma/client'
import { catalogue, maxAttempts, type JobName, type JobPayload } from './catalogue'

/** The queue of work on the whole index. */
export const wholeIndex = 'search.index'

/** Work on one record is done in order, and so is work on the whole index: two that build it would build the same one. */
function queueOf(name: JobName, payload: object): string | null {
  if ('kind' in payload && 'id' in payload) return `${String(payload.kind)}:${String(payload.id)}`
  return name === 'search.recover' || name === 'search.drift' || name === 'search.statuses' || name === 'search.vectors' ? wholeIndex : null
}

export type Enqueue = <Name extends JobName>(name: Name, payload: JobPayload<Name>, options?: { key?: string; runAt?: Date; keepTime?: boolean; priority?: number }) => Promise<void>

/**
 * Adds jobs in the caller's transaction: they commit and roll back with its rows. A `key` makes several requests for
 * the same work one job, as long as it has not begun; `keepTime` leaves it the time that the first of them set, so that work
 * which is asked for without end is still done; of several that are due, the one of the smaller `priority` (0) is begun first. What concerns one record is worked on in the order in which it was
 * added: it can be found before the long work of matching it begins.
 */
export function enqueueWith(tx: Pick<Tx, '$executeRaw'>): Enqueue {
  return async (name, payload, { key, runAt, keepTime, priority } = {}) => {
    const json = JSON.stringify(catalogue[name].parse(payload))
    await tx.$executeRaw`SELECT graphile_worker.add_job(${name}, ${json}::json, run_at := ${runAt ?? null}::timestamptz, max_attempts := ${maxAttempts[name]}, job_key := ${key ?? null}::text, job_key_mode := ${keepTime ? 'preserve_run_at' : 'replace'}, queue_name := ${queueOf(name, payload)}::text, priority := ${priority ?? 0}::int)`
  }
}
