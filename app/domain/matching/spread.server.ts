import { z } from 'zod'
import { district } from '~/domain/district/service.server'
import { system } from '~/domain/kernel/actor'
import { command, query, type Context } from '~/domain/kernel/operation.server'
import { assign, spreadOf, type Pair } from './assign'
import { matchPolicy } from './policy'
import * as repo from './repo.server'
import { isTouched, mostKept, refused, roomOf } from './rules'
import * as open from './spread-repo.server'
import { tellCandidate } from './tell.server'

type Row = Awaited<ReturnType<typeof open.openPairs>>[number]
type OpenPair = Pair & { row: Row }

/** The pairs of all open targets, as the last run of each has scored them; what people had a hand in is fixed. */
async function loaded(context: Context): Promise<{ pairs: OpenPair[]; room: (candidateId: string) => number; places: number; most: number }> {
  const { matchesPerNeed: places, suggestionsPerCandidate: most } = await district()
  const pairs = (await open.openPairs(context.tx, context.now))
    .filter((row) => !refused.includes(row.state))
    .map((row) => ({ target: row.target, candidate: { id: row.candidate, kind: row.kind }, order: row.ranking, fixed: isTouched(row), row }))
  const held = new Map<string, number>()
  for (const { row, fixed } of pairs) if (fixed && (row.state === 'suggested' || row.state === 'notified')) held.set(row.candidate, (held.get(row.candidate) ?? 0) + 1)
  const loads = await repo.loads(context.tx)
  const limits = new Map(pairs.map(({ row }) => [row.candidate, row.maxLoad]))
  return { pairs, places, most, room: (id) => roomOf({ most, maxLoad: limits.get(id) ?? null, load: loads.get(id) ?? 0, held: held.get(id) ?? 0 }) }
}

/** A pair whose target does not rank it any more (`rank` 0) stays for its people and takes no place. */
const ranked = (pairs: OpenPair[]) => pairs.filter(({ row }) => row.rank > 0)

const spread = command({
  name: 'match.assign',
  input: z.object({}),
  policy: matchPolicy.job,
  run: async (context) => {
    const { pairs, places, room } = await loaded(context)
    const { notifyFromScore } = await district()
    const { chosen, standBy } = assign({ pairs: ranked(pairs), places, alternates: mostKept, room })
    let moved = 0
    for (const [target, list] of chosen) {
      const order = [...list.map(({ row }) => ({ row, alternate: false })), ...(standBy.get(target) ?? []).map(({ row }) => ({ row, alternate: true }))]
      for (const [index, { row, alternate }] of order.entries()) {
        if (row.alternate !== alternate || row.rank !== index + 1) await open.place(context.tx, row.id, { rank: index + 1, alternate })
        if (row.alternate && !alternate) {
          moved += 1
          await context.transition('match', row.id, null, 'suggested')
          if (row.score >= notifyFromScore) await tellCandidate(context, row.id)
        }
      }
    }
    await context.audit('match.assign', 'match', 'all', { count: moved })
    return moved
  },
})

/** Chooses again among the computed pairs of all open targets, in one transaction; answers how many moved up. The same twice changes nothing. */
export function spreadMatches(now: Date): Promise<number> {
  return spread(system, {}, { now })
}

/** What fairness costs: the choice that each target would make alone, and the one that is made for all. Load is what waits for an answer. */
export const fairnessFigures = query({
  name: 'match.fairness',
  input: z.object({}),
  policy: matchPolicy.queue,
  run: async (context) => {
    const { pairs, places, room, most } = await loaded(context)
    const all = ranked(pairs)
    const waits = ({ row }: OpenPair) => row.state === 'suggested' || row.state === 'notified'
    const of = (roomFor: (id: string) => number) => spreadOf(assign({ pairs: all, places, alternates: 0, room: roomFor }).chosen, all, waits)
    return { most, alone: of(() => Number.MAX_SAFE_INTEGER), fair: of(room) }
  },
})
