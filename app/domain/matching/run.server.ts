import { z } from 'zod'
import { system } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { command, query, type Context } from '~/domain/kernel/operation.server'
import { matchPolicy } from './policy'
import { forgetPool } from './pool.server'
import * as repo from './run-repo.server'
import type { RunReason } from './run-repo.server'
import type { TargetKind } from './schema'
import { openTargets, targetKey } from './targets-repo.server'
import { matchingVersion } from './version.server'

/** So many runs are kept and shown. */
const kept = 10
/** So many failures of a run are named. */
const namedFailures = 20

/** A run comes after what people wait for: the greater number is worked on later. */
const behind = 10

/** Asks for a target to be matched anew. Asked for many times before it begins, it is one job. */
export async function askToMatch(context: Context, { kind, id }: { kind: TargetKind; id: string }, priority?: number): Promise<void> {
  await context.enqueue('match.target', { kind, id }, { key: `match:${kind}:${id}`, priority })
}

/**
 * Has targets matched anew, one job each. While a run is under way another one joins it: what is still to be done is asked for again, which
 * is no second job, and what it does not have is added. `redo`: what it has done already was done before what has changed now.
 */
async function start(context: Context, reason: RunReason, targets: readonly { kind: TargetKind; id: string }[], redo: boolean): Promise<{ id: string; joined: boolean; total: number }> {
  await repo.lockRuns(context.tx)
  const running = await repo.runUnderWay(context.tx)
  const run = running ?? (await repo.insertRun(context.tx, { reason, version: matchingVersion(), startedAt: context.now, startedById: context.actor.accountId, startedBy: context.actor.name }))
  await repo.addToRun(context.tx, run.id, targets)
  if (redo) await repo.redo(context.tx, run.id, targets)
  for (const target of await repo.leftOf(context.tx, run.id)) await askToMatch(context, target, behind)
  await repo.forgetRuns(context.tx, kept)
  await context.audit('match.start_run', 'match', run.id, { kind: reason, count: targets.length, weightsVersion: matchingVersion() })
  return { id: run.id, joined: running !== null, total: targets.length }
}

/** The bureau has every open need and scenario matched again. Asked for while a run is under way, it is that one. */
export const startRun = command({
  name: 'match.start_run',
  input: z.object({}),
  policy: matchPolicy.queue,
  run: async (context) => start(context, 'asked', await openTargets(context.tx, context.now), false),
})

const startAlone = command({
  name: 'match.start_run_alone',
  input: z.object({ reason: z.enum(repo.runReasons), targets: z.custom<{ kind: TargetKind; id: string }[]>((value) => Array.isArray(value)) }),
  policy: matchPolicy.job,
  run: (context, { reason, targets }) => start(context, reason, targets, true),
})

/** More changed at once than is worth following one by one: everything that is open is matched again, by the pool as it is now. */
export async function matchAllAgain(now: Date): Promise<void> {
  forgetPool()
  await startAlone(system, { reason: 'burst', targets: await openTargets(db(), now) }, { now })
}

/** Notices that open needs and scenarios were matched by other weights or words than this program has, and has those matched again. Answers how many. */
export async function noticeVersion(now: Date): Promise<number> {
  const outdated = (await openTargets(db(), now)).filter(({ version }) => version !== null && version !== matchingVersion())
  if (outdated.length > 0) await startAlone(system, { reason: 'version', targets: outdated }, { now })
  return outdated.length
}

/** Notes that a target could not be matched; the job is tried again. */
export async function noteFailure(kind: TargetKind, id: string, error: unknown): Promise<void> {
  await repo.runFailed(db(), targetKey(kind, id), error instanceof Error ? error.message : String(error))
}

/** The last runs: who asked and why, how far each is, and what failed in the newest. */
export const readRuns = query({
  name: 'match.read_runs',
  input: z.object({}),
  policy: matchPolicy.queue,
  run: async (context) => {
    const runs = (await repo.lastRuns(context.tx, kept)).map(({ startedAt, lastAt, ...run }) => ({ ...run, startedAt: startedAt.toISOString(), endedAt: run.done === run.total ? (lastAt ?? startedAt).toISOString() : null }))
    const [newest] = runs
    const failed = newest && newest.failed > 0 ? await repo.failedOf(context.tx, newest.id, namedFailures) : []
    return {
      version: matchingVersion(),
      open: (await openTargets(context.tx, context.now)).length,
      runs,
      failed: failed.map(({ error, need, scenario }) => ({ error: error ?? '', title: need?.title ?? scenario?.title ?? '', path: need ? `/bureau/needs/${need.number}` : `/bureau/scenarios/${scenario?.serial}` })),
    }
  },
})
