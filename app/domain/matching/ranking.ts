import type { Reading } from './held'
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

/** Scores all candidates, letting others go first now and then; kin are asked only of the best of each kind. */
export async function scoreAll<One extends Candidate>(target: Target, candidates: readonly Placed<One>[], reading: Reading, pause: () => Promise<void> | void = () => {}): Promise<Scored<One>[]> {
  const first: (Scored<One> & { place: number })[] = []
  for (const { candidate, place } of candidates) {
    await pause()
    first.push({ place, ...scored(target, candidate, reading(place, false)) })
  }
  const all: Scored<One>[] = []
  for (const kind of candidateKinds) {
    const ofKind = first.filter(({ candidate }) => candidate.kind === kind).sort(byOrder)
    for (const [index, { place, ...one }] of ofKind.entries()) {
      if (index < withKin) await pause()
      all.push(index < withKin ? scored(target, one.candidate, reading(place, true)) : one)
    }
  }
  return all.sort(byOrder)
}
