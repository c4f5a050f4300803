import type { Tx } from '#prisma/client'
import type { TargetKind } from './schema'
import { targetKey, type TargetKey } from './targets-repo.server'

export const runReasons = ['asked', 'version', 'burst'] as const
export type RunReason = (typeof runReasons)[number]

/** Two that start a run at once start one: the second waits and finds the first. */
export async function lockRuns(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('MatchRun'))`
}

export function insertRun(tx: Tx, values: { reason: RunReason; version: string; startedAt: Date; startedById: string | null; startedBy: string }): Promise<{ id: string }> {
  return tx.matchRun.create({ data: values, select: { id: true } })
}

/** Adds needs and scenarios to a run; those that it has already are once in it. */
export async function addToRun(tx: Tx, runId: string, targets: readonly { kind: TargetKind; id: string }[]): Promise<void> {
  await tx.matchRunTarget.createMany({ data: targets.map(({ kind, id }) => ({ runId, ...targetKey(kind, id) })), skipDuplicates: true })
}

/** Has needs and scenarios of a run done once more. */
export async function redo(tx: Tx, runId: string, targets: readonly { kind: TargetKind; id: string }[]): Promise<void> {
  const ids = (kind: TargetKind) => targets.filter((target) => target.kind === kind).map(({ id }) => id)
  await tx.matchRunTarget.updateMany({ where: { runId, OR: [{ needId: { in: ids('need') } }, { scenarioId: { in: ids('scenario') } }] }, data: { doneAt: null, error: null } })
}

/** The run that is not through yet, the last one. */
export function runUnderWay(tx: Tx) {
  return tx.matchRun.findFirst({ where: { targets: { some: { doneAt: null } } }, orderBy: { startedAt: 'desc' } })
}

/** What of a run is still to be done. */
export async function leftOf(tx: Tx, runId: string): Promise<{ kind: TargetKind; id: string }[]> {
  const rows = await tx.matchRunTarget.findMany({ where: { runId, doneAt: null }, select: { needId: true, scenarioId: true } })
  return rows.map(({ needId, scenarioId }) => (needId ? { kind: 'need' as const, id: needId } : { kind: 'scenario' as const, id: scenarioId ?? '' }))
}

/** A target was matched, or cannot be any more: every run that waits for it goes on. */
export async function runDone(tx: Tx, key: TargetKey, now: Date): Promise<void> {
  await tx.matchRunTarget.updateMany({ where: { ...key, doneAt: null }, data: { doneAt: now, error: null } })
}

/** What went wrong with a target; it is tried again. */
export async function runFailed(tx: Tx, key: TargetKey, error: string): Promise<void> {
  await tx.matchRunTarget.updateMany({ where: { ...key, doneAt: null }, data: { error: error.slice(0, 400) } })
}

export type RunRow = { id: string; reason: RunReason; version: string; startedAt: Date; startedBy: string; total: number; done: number; failed: number; lastAt: Date | null }

/** The last runs with how far each is, the newest first. */
export function lastRuns(tx: Tx, take: number): Promise<RunRow[]> {
  return tx.$queryRaw<RunRow[]>`
    SELECT r.id, r.reason, r.version, r."startedAt", r."startedBy", count(t.id)::int AS total, count(t."doneAt")::int AS done,
      (count(t.id) FILTER (WHERE t."doneAt" IS NULL AND t.error IS NOT NULL))::int AS failed, max(t."doneAt") AS "lastAt"
    FROM "MatchRun" r LEFT JOIN "MatchRunTarget" t ON t."runId" = r.id GROUP BY r.id ORDER BY r."startedAt" DESC, r.id DESC LIMIT ${take}`
}

/** What failed in a run and was not done since, with the words of the error. */
export function failedOf(tx: Tx, runId: string, take: number) {
  return tx.matchRunTarget.findMany({ where: { runId, doneAt: null, error: { not: null } }, orderBy: { id: 'asc' }, take, select: { error: true, need: { select: { number: true, title: true } }, scenario: { select: { serial: true, title: true } } } })
}

/** Forgets runs that are through and older than the last `keep`. */
export async function forgetRuns(tx: Tx, keep: number): Promise<void> {
  const old = await tx.matchRun.findMany({ where: { targets: { none: { doneAt: null } } }, orderBy: { startedAt: 'desc' }, skip: keep, select: { id: true } })
  if (old.length > 0) await tx.matchRun.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
}
