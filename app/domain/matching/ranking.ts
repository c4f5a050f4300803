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

/** Scores all candidates, letting others go first now and then, the best first; kin are asked only of the best of each kind. */
export async function scoreAll<One extends Candidate>(target: Target, candidates: readonly Placed<One>[], reading: Reading, pause: Pause = () => {}): Promise<Scored<One>[]> {
  const first: (Scored<One> & { place: number })[] = []
  for (const { candidate, place } of candidates) {
    await pause()
    first.push({ place, ...scored(target, candidate, reading.of(place)) })
  }
  first.sort(byOrder)
  const looked = new Set(candidateKinds.flatMap((kind) => first.filter(({ candidate }) => candidate.kind === kind).slice(0, withKin)))
  const near = first.filter((one, index) => index < nearAtMost || looked.has(one)).map(({ place }) => place)
  const testified = reading.among(near)
  const all: Scored<One>[] = []
  for (const { place, ...one } of first) all.push(one)
  for (const [index, one] of first.entries()) {
    if (!looked.has(one)) continue
    await pause()
    all[index] = scored(target, one.candidate, testified(one.place))
  }
  return all.sort(byOrder)
}
