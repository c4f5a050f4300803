/** Ways in which contracts are counted by, in the statistics and in the bureau's filters. */
export const dimensions = ['type', 'field', 'ipr', 'plan', 'party', 'area', 'region', 'flow', 'broker', 'source', 'month', 'quarter', 'year'] as const
export type Dimension = (typeof dimensions)[number]
