import type { MatchState } from './schema'

/* How far the pairs of a broker have come, step by step: pure. */

export const funnelSteps = ['suggested', 'notified', 'accepted', 'met', 'applied', 'contracted'] as const
export type FunnelStep = (typeof funnelSteps)[number]
/** A pair: where it stands, and when it first came to each state that is known. */
export type Travelled = { state: MatchState; at: Partial<Record<MatchState, Date>> }
/** `count` came at least so far; `days` is the median since the step before that a pair took, null where no times are known. */
export type FunnelRow = { step: FunnelStep; count: number; days: number | null }

const stepOf = (state: MatchState) => funnelSteps.indexOf(state as FunnelStep)

/** How far a pair has come, also one that was refused afterwards. */
function farthest({ state, at }: Travelled): number {
  return Math.max(0, stepOf(state), ...(Object.keys(at) as MatchState[]).map(stepOf))
}

const day = 86_400_000

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Whoever came to a later step counts in the earlier ones, also where one was left out (an application without a meeting). */
export function funnelOf(pairs: readonly Travelled[]): FunnelRow[] {
  return funnelSteps.map((step, index) => {
    const waits = pairs.flatMap(({ at }) => {
      const [now, before] = [at[step], funnelSteps.slice(0, index).reverse().map((earlier) => at[earlier]).find(Boolean)]
      return now && before && now >= before ? [(now.getTime() - before.getTime()) / day] : []
    })
    const days = median(waits)
    return { step, count: pairs.filter((pair) => farthest(pair) >= index).length, days: days === null ? null : Math.round(days * 10) / 10 }
  })
}
