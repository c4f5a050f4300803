import { district } from '~/domain/district/service.server'
import type { Context } from '~/domain/kernel/operation.server'
import { assign, type Pair } from './assign'
import * as repo from './repo.server'
import { choose, isTouched, mostKept, refused, roomOf } from './rules'
import type { CandidateKind, TargetKind } from './schema'
import { place } from './spread-repo.server'
import { targetKey } from './targets-repo.server'
import { tellCandidate } from './tell.server'

/** A candidate as it ranks for a target. `computed` puts the pair into columns; null: what is written of it still holds, and only its place may be another. */
export type Entry = { candidate: { id: string; kind: CandidateKind; maxLoad: number | null }; score: number; order: number; computed: ((rank: number, alternate: boolean) => repo.Computed) | null }
/** All that rank for a target, and how whoever is not among them stands; null for those whose pairs are left as they are. */
export type Ranking = { target: { kind: TargetKind; id: string }; entries: readonly Entry[]; again: (candidateId: string) => Entry | null }

type Known = repo.KnownPair
type Ranked = Pair & { entry: Entry; row: Known | undefined }

/**
 * Chooses among those that rank for a target, by what the others have left. Keeps what people decided, writes new scores and places, and tells those that fit
 * well. Answers how many were chosen.
 */
export async function keepPairs(context: Context, ranking: Ranking, tell: boolean): Promise<number> {
  const { target, again } = ranking
  const key = targetKey(target.kind, target.id)
  const { matchesPerNeed, notifyFromScore } = await district()
  const existing = new Map((await repo.listOfTarget(context.tx, key)).map((row) => [repo.candidateIdOf(row), row]))
  const { chosen, standBy } = assign({ pairs: pairsOf(ranking, existing), places: matchesPerNeed, alternates: mostKept, room: await roomBeside(context, ranking) })
  const ranked = [...(chosen.get(target.id) ?? []).map((pair) => ({ ...pair, alternate: false })), ...(standBy.get(target.id) ?? []).map((pair) => ({ ...pair, alternate: true }))]
    .map((one, index) => ({ ...one, rank: index + 1, computed: one.entry.computed && { ...one.entry.computed(index + 1, one.alternate), ranking: one.entry.order } }))
  const written = new Set<string>(ranked.map(({ candidate }) => candidate.id))
  const fresh = ranked.flatMap(({ row, candidate, computed }) => (row || !computed ? [] : [{ candidate: repo.candidateKey(candidate.kind, candidate.id), computed }]))
  const made = await repo.insertAll(context.tx, key, fresh)
  for (const { candidate, entry, row, rank, alternate, computed } of ranked) {
    const matchId = row?.id ?? made.get(candidate.id) ?? ''
    if (row && computed) await repo.rescore(context.tx, row.id, computed)
    else if (row && (row.rank !== rank || row.alternate !== alternate)) await place(context.tx, row.id, { rank, alternate })
    if (!alternate && (!row || row.alternate)) await context.transition('match', matchId, null, 'suggested')
    if (tell && !alternate && entry.score >= notifyFromScore && (!row || row.state === 'suggested')) await tellCandidate(context, matchId)
  }
  const others = [...existing.values()].filter((row) => !written.has(repo.candidateIdOf(row)))
  await repo.remove(context.tx, others.filter((row) => !isTouched(row)).map((row) => row.id))
  for (const row of others.filter(isTouched)) {
    const entry = again(repo.candidateIdOf(row))
    if (entry?.computed) await repo.rescore(context.tx, row.id, { ...entry.computed(0, false), ranking: entry.order })
    else if (entry && (row.rank !== 0 || row.alternate)) await place(context.tx, row.id, { rank: 0, alternate: false })
  }
  // Asked for by every target, it is one job, and it does not wait until the last of them is quiet.
  if (tell) await context.enqueue('match.assign', {}, { key: 'match.assign', runAt: new Date(context.now.getTime() + assignAfter), keepTime: true })
  return chosen.get(target.id)?.length ?? 0
}

/** The fair assignment follows a change of a target after this long, in ms, so that many changes are one run. */
const assignAfter = 10 * 60_000

/** The best of each kind, and whatever people had a hand in; not whom somebody refused. */
function pairsOf({ target, entries, again }: Ranking, existing: Map<string, Known>): Ranked[] {
  const best = choose(entries, mostKept, 0).chosen
  const among = new Set(best.map(({ candidate }) => candidate.id))
  const kept = [...existing.values()].filter((row) => (row.pinned || row.byHand) && !among.has(repo.candidateIdOf(row))).flatMap((row) => again(repo.candidateIdOf(row)) ?? [])
  return [...best, ...kept].flatMap((entry) => {
    const row = existing.get(entry.candidate.id)
    if (row && refused.includes(row.state)) return []
    return [{ target: target.id, candidate: entry.candidate, order: entry.order, fixed: row !== undefined && isTouched(row), entry, row }]
  })
}

/** How many more suggestions each candidate may hold beside those of other targets. */
async function roomBeside(context: Context, { target, entries }: Ranking): Promise<(candidateId: string) => number> {
  const { suggestionsPerCandidate: most } = await district()
  const held = await repo.held(context.tx, context.now, target.id)
  const loads = await repo.loads(context.tx)
  const limits = new Map(entries.map(({ candidate }) => [candidate.id, candidate.maxLoad]))
  return (id) => roomOf({ most, maxLoad: limits.get(id) ?? null, load: loads.get(id) ?? 0, held: held.get(id) ?? 0 })
}
