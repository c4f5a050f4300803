/** One candidate that people judged for a need: the grade they gave it and the score that the ranking gave it. */
export type Judged = { id: string; grade: number; score: number }

/** Best first; equal scores keep the order of their ids, so that the same input gives the same ranking. */
export function ranked<One extends { id: string; score: number }>(all: readonly One[]): One[] {
  return [...all].sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
}

/** What a grade is worth: 2^(grade − least) − 1, so that the least grade of the file is worth nothing. */
export function gain(grade: number, least: number): number {
  return 2 ** (grade - least) - 1
}

function discounted(grades: readonly number[], least: number, depth: number): number {
  return grades.slice(0, depth).reduce((sum, grade, index) => sum + gain(grade, least) / Math.log2(index + 2), 0)
}

/** Normalised discounted cumulative gain of the first `depth`, 0–1; 0 when every candidate has the least grade. `grades` in ranked order. */
export function ndcg(grades: readonly number[], least: number, depth: number): number {
  const ideal = discounted([...grades].sort((one, other) => other - one), least, depth)
  return ideal === 0 ? 0 : discounted(grades, least, depth) / ideal
}

/** Precision at the ranks of the related ones, on average; 0 when none is related. `related` in ranked order. */
export function averagePrecision(related: readonly boolean[]): number {
  let found = 0
  let sum = 0
  related.forEach((one, index) => {
    if (one) sum += ++found / (index + 1)
  })
  return found === 0 ? 0 : sum / found
}

/**
 * How often a related one scores above one that is not, of all such pairs; a tie is half. Null when there is no such pair.
 * After Mann and Whitney, by ranks: the middle rank for equal scores.
 */
export function auc(scores: readonly { score: number; related: boolean }[]): number | null {
  const sorted = [...scores].sort((one, other) => one.score - other.score)
  const positives = sorted.filter(({ related }) => related).length
  const negatives = sorted.length - positives
  if (positives === 0 || negatives === 0) return null
  let rankSum = 0
  for (let start = 0; start < sorted.length; ) {
    let end = start
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end++
    const middle = (start + 1 + end) / 2
    for (let at = start; at < end; at++) if (sorted[at]?.related) rankSum += middle
    start = end
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** The share of the related ones among the first `depth` of a retrieved list; null when none is related. */
export function recall(retrieved: readonly string[], related: ReadonlySet<string>, depth: number): number | null {
  if (related.size === 0) return null
  return retrieved.slice(0, depth).filter((id) => related.has(id)).length / related.size
}

/** The mean of what is there; 0 of nothing. */
export function mean(values: readonly (number | null)[]): number {
  const there = values.filter((value): value is number => value !== null)
  return there.length === 0 ? 0 : there.reduce((sum, value) => sum + value, 0) / there.length
}

/** A need is measured from this many judged candidates on. */
export const leastJudged = 10

export type Measures = { needs: number; ndcg5: number; ndcg10: number; precision1: number; aucOverall: number | null; aucPerNeed: number; map: number }

/**
 * The measures of a ranking (domain.md, section 5): means over the needs with at least ten judged candidates; P@1 and AUC over those of
 * them that have a related candidate. `least` is the least grade of the whole file, `relatedFrom` the grade from which on one is related.
 */
export function measure(needs: readonly (readonly Judged[])[], least: number, relatedFrom: number): Measures {
  const counted = needs.filter((judged) => judged.length >= leastJudged).map(ranked)
  const isRelated = ({ grade }: Judged) => grade >= relatedFrom
  const withRelated = counted.filter((judged) => judged.some(isRelated))
  const marked = (judged: readonly Judged[]) => judged.map((one) => ({ score: one.score, related: isRelated(one) }))
  const grades = counted.map((judged) => judged.map(({ grade }) => grade))
  return {
    needs: counted.length,
    ndcg5: mean(grades.map((list) => ndcg(list, least, 5))),
    ndcg10: mean(grades.map((list) => ndcg(list, least, 10))),
    precision1: mean(withRelated.map(([first]) => (first && isRelated(first) ? 1 : 0))),
    aucOverall: auc(withRelated.flatMap(marked)),
    aucPerNeed: mean(withRelated.map((judged) => auc(marked(judged)))),
    map: mean(counted.map((judged) => averagePrecision(judged.map(isRelated)))),
  }
}
