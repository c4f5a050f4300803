import { z } from 'zod'
import { command } from '~/domain/kernel/operation.server'
import type { LoadedTarget, ScoredMember } from './compute.server'
import * as fits from './fits-repo.server'
import { keepPairs, type Entry } from './keep.server'
import { matchPolicy } from './policy'
import type * as repo from './repo.server'
import { leastFit, mostFits, reasonsOf } from './rules'
import { runDone } from './run-repo.server'
import { keepMatched, targetKey } from './targets-repo.server'
import { matchingVersion } from './version.server'

/** What a run has worked out: `computedOf` puts a pair into columns, `again` scores a candidate that is no longer among the best; null when it left the pool. */
export type Ready = { target: Pick<LoadedTarget, 'kind' | 'id'>; members: ScoredMember[]; short: boolean; computedOf: (one: ScoredMember, rank: number, alternate: boolean) => repo.Computed; again: (candidateId: string) => ScoredMember | null }

/** Keeps what people decided, writes the new scores, and tells those that fit well. Part of the job `match.target`. */
export const saveMatches = command({
  name: 'match.save',
  input: z.object({ tell: z.boolean(), ready: z.custom<Ready>((value) => typeof value === 'object') }),
  policy: matchPolicy.job,
  run: async (context, { tell, ready }) => {
    const { target, members, short, computedOf, again } = ready
    const key = targetKey(target.kind, target.id)
    const entryOf = (one: ScoredMember): Entry => ({ candidate: one.candidate, score: one.score, order: one.order, computed: (rank, alternate) => computedOf(one, rank, alternate) })
    const chosen = await keepPairs(context, { target, entries: members.map(entryOf), again: (id) => { const one = again(id); return one && entryOf(one) } }, tell)
    await fits.replaceFits(context.tx, key, fitsOf(members))
    await keepMatched(context.tx, key, { version: matchingVersion(), found: members.length, short, computedAt: context.now })
    await runDone(context.tx, key, context.now)
    await context.audit('match.compute', target.kind, target.id, { weightsVersion: matchingVersion(), chosen })
  },
})

/** Whom the target may interest, beyond those it is suggested to. */
export function fitsOf(members: readonly ScoredMember[]): fits.NewFit[] {
  return members
    .filter(({ score }) => score >= leastFit)
    .sort((one, other) => other.order - one.order || (one.candidate.id < other.candidate.id ? -1 : 1))
    .slice(0, mostFits)
    .map(({ candidate, score, parts }) => ({ candidateKind: candidate.kind, candidateId: candidate.id, score: score.toFixed(3), reasons: reasonsOf(parts) }))
}
