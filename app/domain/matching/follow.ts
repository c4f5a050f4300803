import { choose, mostKept } from './rules'
import type { CandidateKind } from './schema'

/** A pair as it ranks for a target. */
export type Ranks = { id: string; kind: CandidateKind; order: number }

/** The least of each kind. */
function leastOf(pairs: readonly Ranks[]): Map<CandidateKind, number> {
  const least = new Map<CandidateKind, number>()
  for (const { kind, order } of pairs) least.set(kind, Math.min(order, least.get(kind) ?? Infinity))
  return least
}

/**
 * Whether a target must be looked at as a whole after some of its candidates have changed (`order` null: does not suit it any more). Where more were found than
 * are kept, nobody knows who comes next: one that leaves, or sinks below all others of its kind that are kept, may leave a place to one of those.
 */
export function mustLookAtAll(kept: readonly Ranks[], found: number, changes: ReadonlyMap<string, number | null>): boolean {
  if (found <= mostKept) return false
  if (kept.some(({ id }) => changes.get(id) === null)) return true
  const before = leastOf(kept)
  const after = leastOf(kept.map((pair) => ({ ...pair, order: changes.get(pair.id) ?? pair.order })))
  return [...before].some(([kind, least]) => (after.get(kind) ?? 0) < least)
}

/** From which order on a candidate would be kept by a target: any that suits it while there is room, else more than the last of the best. */
export function barOf(kept: readonly Ranks[], found: number, least: number): number {
  if (found <= mostKept || kept.length === 0) return least
  const best = choose(kept.map(({ id, kind, order }) => ({ candidate: { id, kind }, order })), mostKept, 0).chosen
  return Math.min(...best.map(({ order }) => order))
}
