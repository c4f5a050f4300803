import type { Machine } from '~/domain/kernel/machine'
import { candidateKinds, type CandidateKind, type MatchPart, type MatchState } from './schema'
import { kindShare } from './weights'

/** States of a match (domain.md, section 5). An exclusion can be taken back to what a machine may decide again. */
export const matchMachine: Machine<MatchState> = {
  entity: 'match',
  next: {
    suggested: ['notified', 'accepted', 'declined', 'applied', 'excluded'],
    notified: ['accepted', 'declined', 'met', 'applied', 'excluded'],
    accepted: ['met', 'applied', 'declined', 'excluded'],
    declined: ['accepted', 'applied'],
    met: ['applied', 'declined', 'contracted'],
    applied: ['contracted', 'met'],
    contracted: [],
    excluded: ['suggested'],
  },
}

/** What people decided survives every recomputation (domain.md, section 5). */
export const sticky: readonly MatchState[] = ['accepted', 'declined', 'met', 'applied', 'contracted', 'excluded']

/** What is kept of a pair that tells whether people have had a hand in it. */
export type Touched = { state: MatchState; byHand: boolean; pinned: boolean; correction: string | null; accompaniedBy: string | null }

/** A pair that people decided, were told of, added, pinned, corrected or gave to a broker: no machine takes it away. */
export function isTouched({ state, byHand, pinned, correction, accompaniedBy }: Touched): boolean {
  return state !== 'suggested' || byHand || pinned || correction !== null || accompaniedBy !== null
}

/** One side or the bureau said no: the pair is kept, and takes no place. */
export const refused: readonly MatchState[] = ['declined', 'excluded']

/** So many of a target's best pairs are kept, with their reasons: those that are shown, and those that can move up when one falls away or is spread to another. */
export const mostKept = 30

/** From this score on a need or scenario may interest somebody: what the weakest of those that stand by have. */
export const leastFit = 55
/** So many of those whom a target may interest are kept, the best first. */
export const mostFits = 200

/** What tells most why a target may interest somebody; nearness and terms alone interest nobody. */
const telling = ['subject', 'text', 'meaning', 'record', 'field'] as const

/** The two most telling reasons among the parts that bring a fair share of their points, else the one that brings the most. */
export function reasonsOf(parts: readonly MatchPart[]): MatchPart['reason'][] {
  const share = (name: string) => parts.filter(({ part }) => part === name).map(({ points, max }) => points / max)[0] ?? 0
  const fair = telling.filter((name) => share(name) >= 0.4)
  const shown: readonly string[] = fair.length > 0 ? fair.slice(0, 2) : [...telling].sort((one, other) => share(other) - share(one)).slice(0, 1)
  return shown.flatMap((name) => parts.find(({ part }) => part === name)?.reason ?? [])
}

/**
 * How many more open suggestions a candidate may hold: as many as the district allows, and no more than they take on beside
 * what they work on now (`maxLoad`, null: they set no limit).
 */
export function roomOf({ most, maxLoad, load, held }: { most: number; maxLoad: number | null; load: number; held: number }): number {
  return Math.max(0, (maxLoad === null ? most : Math.min(most, maxLoad - load)) - held)
}

/** `order` ranks: the score, and among equal scores what rounding has hidden. */
export type Ranked = { candidate: { id: string; kind: CandidateKind }; order: number }

/**
 * The chosen ones and the alternates behind them, best first. Each kind of candidate has places of its own (`kindShare`), filled
 * with its best; what a kind leaves empty goes to whoever scores best. Equals keep the order of their ids, so that the
 * same input gives the same ranking.
 */
export function choose<Scored extends Ranked>(ranked: readonly Scored[], wanted: number, alternates: number): { chosen: Scored[]; standBy: Scored[] } {
  const byScore = (one: Scored, other: Scored) => other.order - one.order || (one.candidate.id < other.candidate.id ? -1 : 1)
  const sorted = [...ranked].sort(byScore)
  const placed = new Set(candidateKinds.flatMap((kind) => sorted.filter(({ candidate }) => candidate.kind === kind).slice(0, Math.floor(wanted * kindShare[kind]))))
  const others = sorted.filter((one) => !placed.has(one))
  const free = wanted - placed.size
  return { chosen: [...placed, ...others.slice(0, free)].sort(byScore), standBy: others.slice(free, free + alternates) }
}
