import { auc } from './measures'
import type { MatchPart, MatchState } from './schema'

/*
 * Where people and the score disagree, part by part: what helps to change `weights.ts`. Pure: decided pairs in, figures out.
 */

/** Whether people took a pair or refused it; null while nobody has. */
export function verdictOf(state: MatchState): boolean | null {
  if (state === 'declined' || state === 'excluded') return false
  return state === 'suggested' || state === 'notified' ? null : true
}

export type Decided = { id: string; taken: boolean; score: number; parts: readonly Pick<MatchPart, 'part' | 'points' | 'max'>[] }

/** With fewer on either side the figures say nothing: an area of 0.7 could as well be 0.5. */
export const leastDecisions = 10

/** `well`, `some`, `none`, `against`: how the area under the curve stands to one half, with what chance can do taken off. */
export type Separates = 'well' | 'some' | 'none' | 'against'
export type PartFigures = {
  part: string
  /** The mean points of those that were taken and of those that were refused, and how many there are. */
  taken: number
  refused: number
  max: number
  /** How often a taken pair has more of it than a refused one; 0.5 is chance. `margin` is what chance can do, 95 of 100 times. */
  area: number
  margin: number
  separates: Separates
}

const mean = (values: readonly number[]) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)

/** Hanley and McNeil (1982). */
function marginOf(area: number, taken: number, refused: number): number {
  const [q1, q2] = [area / (2 - area), (2 * area * area) / (1 + area)]
  const variance = (area * (1 - area) + (taken - 1) * (q1 - area * area) + (refused - 1) * (q2 - area * area)) / (taken * refused)
  return 1.96 * Math.sqrt(Math.max(0, variance))
}

function separatesOf(area: number, margin: number): Separates {
  if (area + margin < 0.5) return 'against'
  if (area - margin >= 0.6) return 'well'
  return area - margin > 0.5 ? 'some' : 'none'
}

function figuresOf(part: string, values: readonly { taken: boolean; points: number; max: number }[]): PartFigures | null {
  const [taken, refused] = [values.filter((one) => one.taken), values.filter((one) => !one.taken)]
  if (taken.length < leastDecisions || refused.length < leastDecisions) return null
  const area = auc(values.map(({ taken: related, points }) => ({ score: points, related }))) ?? 0.5
  const margin = marginOf(area, taken.length, refused.length)
  return { part, taken: mean(taken.map(({ points }) => points)), refused: mean(refused.map(({ points }) => points)), max: Math.max(0, ...values.map(({ max }) => max)), area, margin, separates: separatesOf(area, margin) }
}

/** How well the whole score and each of its parts tell taken pairs from refused ones; a part that too few pairs have is left out. */
export function separation(pairs: readonly Decided[]): { whole: PartFigures | null; parts: PartFigures[] } {
  const byPart = new Map<string, { taken: boolean; points: number; max: number }[]>()
  for (const { taken, parts } of pairs) for (const { part, points, max } of parts) byPart.set(part, [...(byPart.get(part) ?? []), { taken, points, max }])
  const parts = [...byPart].flatMap(([part, values]) => figuresOf(part, values) ?? [])
  return { whole: figuresOf('whole', pairs.map(({ taken, score }) => ({ taken, points: score, max: 100 }))), parts: parts.sort((one, other) => other.area - one.area || (one.part < other.part ? -1 : 1)) }
}

const median = (values: readonly number[]) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

/** The pairs that stand on the wrong side: taken with fewer points than half of the refused ones have, refused with more than half of the taken ones. */
export function disagreeing<One extends Decided>(pairs: readonly One[]): { takenLow: One[]; refusedHigh: One[] } {
  const [taken, refused] = [pairs.filter((one) => one.taken), pairs.filter((one) => !one.taken)]
  const [takenMedian, refusedMedian] = [median(taken.map(({ score }) => score)), median(refused.map(({ score }) => score))]
  const byScore = (one: One, other: One) => one.score - other.score || (one.id < other.id ? -1 : 1)
  return {
    takenLow: refused.length === 0 ? [] : taken.filter(({ score }) => score < refusedMedian).sort(byScore),
    refusedHigh: taken.length === 0 ? [] : refused.filter(({ score }) => score > takenMedian).sort((one, other) => byScore(other, one)),
  }
}
