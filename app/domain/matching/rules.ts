import type { Machine } from '~/domain/kernel/machine'
import type { MatchState } from './schema'

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

export type Ranked = { candidate: { id: string }; score: number }

/** The chosen ones and the alternates behind them, best first; equal scores keep the order of their ids, so that the same input gives the same ranking. */
export function choose<Scored extends Ranked>(ranked: readonly Scored[], wanted: number, alternates: number): { chosen: Scored[]; standBy: Scored[] } {
  const sorted = [...ranked].sort((one, other) => other.score - one.score || (one.candidate.id < other.candidate.id ? -1 : 1))
  return { chosen: sorted.slice(0, wanted), standBy: sorted.slice(wanted, wanted + alternates) }
}
