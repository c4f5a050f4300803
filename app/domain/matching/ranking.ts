import type { Pause, Reading } from './held'
import { candidateKinds, type MatchPart } from './schema'
import { orderOf, scoreParts, totalOf, type Candidate, type Shares, type Target } from './score'

/** `order` ranks: the score, and among equal ones what rounding has hidden. */
export type Scored<One> = { candidate: One; score: number; order: number; parts: MatchPart[] }
/** A candidate and where its text is held. */
export type Placed<One> = { candidate: One; place: number }

/** Equal ones keep the order of their ids. */
export const byOrder = (one: Scored<{ id: string }>, other: Scored<{ id: string }>) => other.order - one.order || (one.candidate.id < other.candidate.id ? -1 : 1)

export function scored<One extends Candidate>(target: Target, candidate: One, shares: Shares): Scored<One> {
  const parts = scoreParts(target, candidate, shares)
  const score = totalOf(parts)
  return { candidate, score, order: orderOf(score, shares), parts }
}

/**
 * Of each kind of candidate so many are looked at with their kin, the best by all other parts. Kin bring a tenth of the points and most of the
 * work; asking those of everyone brought 0.001 to 0.002 in NDCG@10.
 */
const withKin = 200
/** So many of the best, of whatever kind, are looked for kin among, and whoever is looked at with them. */
const nearAtMost = 400

/** The places of the `n` best by a first glance at each, without what takes more work. */
export function nearest<One extends Candidate>(target: Target, candidates: readonly Placed<One>[], glance: (place: number) => Shares, n: number): number[] {
  const all = candidates.map(({ candidate, place }) => ({ place, ...scored(target, candidate, glance(place)) }))
  return all.sort(byOrder).slice(0, n).map(({ place }) => place)
}

/** Scores all candidates, letting others go first now and then, the best first; kin are asked only of the best of each kind. */
export async function scoreAll<One extends Candidate>(target: Target, candidates: readonly Placed<One>[], reading: Reading, pause: Pause = () => {}): Promise<Scored<One>[]> {
  const all: Scored<One>[] = []
  const places = new Map<One, number>()
  for (const { candidate, place } of candidates) {
    await pause()
    all.push(scored(target, candidate, reading.of(place)))
    places.set(candidate, place)
  }
  all.sort(byOrder)
  const looked = candidateKinds.flatMap((kind) => all.filter(({ candidate }) => candidate.kind === kind).slice(0, withKin))
  const near = new Set([...all.slice(0, nearAtMost), ...looked])
  const testified = reading.among([...near].map(({ candidate }) => places.get(candidate) ?? -1))
  const witnessed = new Map<One, Scored<One>>()
  for (const { candidate } of looked) {
    await pause()
    witnessed.set(candidate, scored(target, candidate, testified(places.get(candidate) ?? -1)))
  }
  return all.map((one) => witnessed.get(one.candidate) ?? one).sort(byOrder)
}
