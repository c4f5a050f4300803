import type { Dimension } from '~/domain/contracts/dimensions'
import { contractTypes, flows, iprKinds, natures, planSources, sources } from '~/domain/contracts/schema'
import type { MessageKey } from '~/i18n'
import { change, missingKey, suppressedKey, type Cell, type Sums } from './cells'

/** Groups whose keys are known beforehand, in the order of the registration form; a key without contracts shows as zero. */
const fixedKeys: Partial<Record<Dimension, readonly string[]>> = {
  type: contractTypes,
  ipr: iprKinds,
  plan: planSources,
  party: natures,
  flow: flows,
  source: sources,
}
export const timeGroups: readonly Dimension[] = ['month', 'quarter', 'year']
/** The cuts of the page, in the order of the bulletins. */
export const pageCuts = ['type', 'field', 'ipr', 'plan', 'party', 'area', 'region', 'flow', 'broker', 'source'] as const satisfies readonly Dimension[]

const prefixes: Partial<Record<Dimension, string>> = { type: 'contract_type', ipr: 'ipr', plan: 'plan_source', party: 'nature', flow: 'flow', source: 'contract_source' }

/** The message that names a key of an enumeration; null where the name comes from a taxonomy or a record. */
export function messageOf(group: Dimension, key: string): MessageKey | null {
  if (key === suppressedKey) return 'statistics.suppressed'
  const prefix = prefixes[group]
  if (prefix && fixedKeys[group]?.includes(key)) return `${prefix}.${key}` as MessageKey
  return key === missingKey ? (`statistics.missing.${group === 'broker' ? 'broker' : 'other'}` as const) : null
}

function rankIn(order: readonly string[] | undefined) {
  const places = new Map(order?.map((key, index) => [key, index]))
  return (key: string) => (key === suppressedKey ? 1e9 : places.get(key) ?? (key === missingKey ? 1e8 : places.size))
}

/** The order in which a table reads: as the form lists its terms, time forward, else by amount; what is missing or merged stands last. */
export function inOrder<T extends Cell>(group: Dimension, cells: readonly T[], terms?: readonly string[]): T[] {
  const rank = rankIn(fixedKeys[group] ?? terms)
  const byKey = timeGroups.includes(group)
  return [...cells].sort((a, b) => rank(a.key) - rank(b.key) || (byKey ? a.key.localeCompare(b.key) : Number(b.amount) - Number(a.amount) || b.count - a.count || a.key.localeCompare(b.key)))
}

const nothing: Sums = { count: 0, amount: '0.00', technologyAmount: '0.00', pending: 0 }

/** A table's cells with a zero for every key of the form that has none, but for those that were merged away. */
export function withZeros(group: Dimension, cells: readonly Cell[], hidden: readonly string[], terms?: readonly string[]): Cell[] {
  const there = new Set([...cells.map((cell) => cell.key), ...hidden])
  const absent = (fixedKeys[group] ?? terms ?? []).filter((key) => !there.has(key))
  return [...cells, ...absent.map((key) => ({ key, ...nothing }))]
}

export type Changes = { countChange: string | null; amountChange: string | null; technologyChange: string | null }

/** 同比 of a row; all null where either side is not shown. */
export function changesOf(now: Sums, before: Sums | null | undefined): Changes {
  if (!before) return { countChange: null, amountChange: null, technologyChange: null }
  return { countChange: change(now.count, before.count), amountChange: change(now.amount, before.amount), technologyChange: change(now.technologyAmount, before.technologyAmount) }
}
