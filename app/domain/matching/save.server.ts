import { z } from 'zod'
import { district } from '~/domain/district/service.server'
import { command, type Context } from '~/domain/kernel/operation.server'
import { assign, type Pair } from './assign'
import type { LoadedTarget, ScoredMember } from './compute.server'
import * as fits from './fits-repo.server'
import { matchPolicy } from './policy'
import * as repo from './repo.server'
import { choose, isTouched, leastFit, mostFits, mostKept, reasonsOf, refused, roomOf } from './rules'
import { tellCandidate } from './tell.server'
import { weightsVersion } from './weights'

/** What a run has worked out: `computedOf` puts a pair into columns, `again` scores a candidate that is no longer among the best; null when it left the pool. */
export type Ready = { target: LoadedTarget; members: ScoredMember[]; computedOf: (one: ScoredMember, rank: number, alternate: boolean) => repo.Computed; again: (candidateId: string) => ScoredMember | null }

type Known = Awaited<ReturnType<typeof repo.listOfTarget>>[number]
type Ranked = Pair & { scored: ScoredMember; row: Known | undefined }

/** Keeps what people decided, writes the new scores, and tells those that fit well. Part of the job `match.target`. */
export const saveMatches = command({
  name: 'match.save',
  input: z.object({ tell: z.boolean(), ready: z.custom<Ready>((value) => typeof value === 'object') }),
  policy: matchPolicy.job,
  run: async (context, { tell, ready }) => {
    const { target, computedOf, again } = ready
    const key = target.kind === 'need' ? { needId: target.id } : { scenarioId: target.id }
    const { matchesPerNeed, notifyFromScore } = await district()
    const existing = new Map((await repo.listOfTarget(context.tx, key)).map((row) => [repo.candidateIdOf(row), row]))
    const pairs = pairsOf(ready, existing)
    const { chosen, standBy } = assign({ pairs, places: matchesPerNeed, alternates: mostKept, room: await roomBeside(context, ready) })
    const ranked = [...(chosen.get(target.id) ?? []).map((pair) => ({ ...pair, alternate: false })), ...(standBy.get(target.id) ?? []).map((pair) => ({ ...pair, alternate: true }))]
      .map((one, index) => ({ ...one, computed: { ...computedOf(one.scored, index + 1, one.alternate), ranking: one.order } }))
    const written = new Set<string>(ranked.map(({ candidate }) => candidate.id))
    const fresh = ranked.filter(({ row }) => !row).map(({ candidate, computed }) => ({ candidate: repo.candidateKey(candidate.kind, candidate.id), computed }))
    const made = await repo.insertAll(context.tx, key, fresh)
    for (const { candidate, scored, row, alternate, computed } of ranked) {
      const matchId = row?.id ?? made.get(candidate.id) ?? ''
      if (row) await repo.rescore(context.tx, row.id, computed)
      if (!alternate && (!row || row.alternate)) await context.transition('match', matchId, null, 'suggested')
      if (tell && !alternate && scored.score >= notifyFromScore && (!row || row.state === 'suggested')) await tellCandidate(context, matchId)
    }
    const others = [...existing.values()].filter((row) => !written.has(repo.candidateIdOf(row)))
    await repo.remove(context.tx, others.filter((row) => !isTouched(row)).map((row) => row.id))
    for (const row of others.filter(isTouched)) {
      const scored = again(repo.candidateIdOf(row))
      if (scored) await repo.rescore(context.tx, row.id, { ...computedOf(scored, 0, false), ranking: scored.order })
    }
    await fits.replaceFits(context.tx, key, fitsOf(ready))
    // Asked for by every target, it is one job, and it does not wait until the last of them is quiet.
    if (tell) await context.enqueue('match.assign', {}, { key: 'match.assign', runAt: new Date(context.now.getTime() + assignAfter), keepTime: true })
    await context.audit('match.compute', target.kind, target.id, { weightsVersion, chosen: chosen.get(target.id)?.length ?? 0 })
  },
})

/** The fair assignment follows a change of a target after this long, in ms, so that many changes are one run. */
const assignAfter = 10 * 60_000

/** Whom the target may interest, beyond those it is suggested to. */
function fitsOf({ members }: Ready): fits.NewFit[] {
  return members
    .filter(({ score }) => score >= leastFit)
    .sort((one, other) => other.order - one.order || (one.candidate.id < other.candidate.id ? -1 : 1))
    .slice(0, mostFits)
    .map(({ candidate, score, parts }) => ({ candidateKind: candidate.kind, candidateId: candidate.id, score: score.toFixed(3), reasons: reasonsOf(parts) }))
}

/** The best of each kind, and whatever people had a hand in; not whom somebody refused. */
function pairsOf({ target, members, again }: Ready, existing: Map<string, Known>): Ranked[] {
  const best = choose(members, mostKept, 0).chosen
  const among = new Set(best.map(({ candidate }) => candidate.id))
  const kept = [...existing.values()].filter((row) => (row.pinned || row.byHand) && !among.has(repo.candidateIdOf(row))).flatMap((row) => again(repo.candidateIdOf(row)) ?? [])
  return [...best, ...kept].flatMap((scored) => {
    const row = existing.get(scored.candidate.id)
    if (row && refused.includes(row.state)) return []
    return [{ target: target.id, candidate: scored.candidate, order: scored.order, fixed: row !== undefined && isTouched(row), scored, row }]
  })
}

/** How many more suggestions each candidate may hold beside those of other targets. */
async function roomBeside(context: Context, { target, members }: Ready): Promise<(candidateId: string) => number> {
  const { suggestionsPerCandidate: most } = await district()
  const held = await repo.held(context.tx, context.now, target.id)
  const loads = await repo.loads(context.tx)
  const limits = new Map(members.map(({ candidate }) => [candidate.id, candidate.maxLoad]))
  return (id) => roomOf({ most, maxLoad: limits.get(id) ?? null, load: loads.get(id) ?? 0, held: held.get(id) ?? 0 })
}
