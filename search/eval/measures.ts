/** One query asked: the ids that came, best first, what each judged document was graded, and how long it took in ms. */
export type AskedQuery = { kind: string; found: readonly string[]; grades: ReadonlyMap<string, number>; ms: number }

export type SearchMeasures = { queries: number; ndcg10: number; success10: number; zero: number; p50: number; p95: number }

const depth = 10

const discounted = (grades: readonly number[]) => grades.slice(0, depth).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0)

/** Normalised discounted cumulative gain of the first ten, 0–1, gain 2^grade − 1; what nobody judged is worth nothing. */
export function ndcgOf({ found, grades }: Pick<AskedQuery, 'found' | 'grades'>): number {
  const ideal = discounted([...grades.values()].map((grade) => Math.max(0, grade)).sort((one, other) => other - one))
  return ideal === 0 ? 0 : discounted(found.map((id) => Math.max(0, grades.get(id) ?? 0))) / ideal
}

const mean = (values: readonly number[]) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)

/** The value below which `share` (0–1) of the values lie, by nearest rank; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** Measures of some queries; success is a judged document of a grade above 0 among the first ten. */
export function measureSearch(asked: readonly AskedQuery[]): SearchMeasures {
  return {
    queries: asked.length,
    ndcg10: mean(asked.map(ndcgOf)),
    success10: mean(asked.map(({ found, grades }) => (found.slice(0, depth).some((id) => (grades.get(id) ?? 0) > 0) ? 1 : 0))),
    zero: mean(asked.map(({ found }) => (found.length === 0 ? 1 : 0))),
    p50: percentile(asked.map(({ ms }) => ms), 0.5),
    p95: percentile(asked.map(({ ms }) => ms), 0.95),
  }
}
