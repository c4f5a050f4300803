import { z } from 'zod'
import { query, type Context } from '~/domain/kernel/operation.server'
import { disagreeing, leastDecisions, separation, verdictOf } from './disagreement'
import { matchPolicy } from './policy'
import * as repo from './repo.server'
import { rowOf } from './read.server'
import type { MatchPart } from './schema'
import { fairnessFigures } from './spread.server'
import { matchingVersion } from './version.server'

/** So many decisions are read, the last ones first. */
const most = 5_000
/** So many pairs of each kind stand on the page; the file has them all. */
const shown = 20

async function decidedPairs(context: Context) {
  return (await repo.decided(context.tx, most)).map((match) => {
    const taken = verdictOf(match.state) === true
    const said = match.answers.find(({ accepted }) => accepted === taken)
    return { ...rowOf(match), taken, score: match.score.toNumber(), parts: match.parts as MatchPart[], weightsVersion: match.weightsVersion, reason: match.reason ?? '', side: said?.side ?? null, why: said?.why ?? null, note: said?.note ?? '' }
  })
}
type Pair = Awaited<ReturnType<typeof decidedPairs>>[number]

/** How often each reason was given: those of the list by their codes, the bureau's own words as one. */
function reasonsOf(pairs: readonly Pair[]) {
  const counts = new Map<string, { state: 'taken' | 'declined' | 'excluded'; why: string | null; count: number }>()
  for (const { taken, state, why } of pairs) {
    const kind = taken ? 'taken' : state === 'excluded' ? 'excluded' : 'declined'
    const entry = counts.get(`${kind} ${why}`) ?? { state: kind, why, count: 0 }
    counts.set(`${kind} ${why}`, { ...entry, count: entry.count + 1 })
  }
  return [...counts.values()].sort((one, other) => other.count - one.count || `${one.state}${one.why}`.localeCompare(`${other.state}${other.why}`))
}

const rounded = ({ parts: _parts, ...pair }: Pair) => ({ ...pair, score: Math.round(pair.score) })

/** Where people and the score disagree, by part and pair by pair, and what the fair assignment costs. */
export const disagreementReport = query({
  name: 'match.report',
  input: z.object({}),
  policy: matchPolicy.queue,
  run: async (context) => {
    const pairs = await decidedPairs(context)
    const { takenLow, refusedHigh } = disagreeing(pairs)
    return {
      weightsVersion: matchingVersion(),
      least: leastDecisions,
      counts: { taken: pairs.filter(({ taken }) => taken).length, refused: pairs.filter(({ taken }) => !taken).length, older: pairs.filter((pair) => pair.weightsVersion !== matchingVersion()).length },
      ...separation(pairs),
      takenLow: { total: takenLow.length, rows: takenLow.slice(0, shown).map(rounded) },
      refusedHigh: { total: refusedHigh.length, rows: refusedHigh.slice(0, shown).map(rounded) },
      reasons: reasonsOf(pairs),
      fairness: await fairnessFigures.within(context, {}),
    }
  },
})

/** Every decided pair with the points of its parts, for a spreadsheet. */
export const decidedForExport = query({ name: 'match.export_decided', input: z.object({}), policy: matchPolicy.queue, run: decidedPairs })
