import { areaChoices, labels, termChoices } from '~/domain/district/service.server'
import { countMeasure } from '~/domain/contracts/service.server'
import type { Dimension } from '~/domain/contracts/dimensions'
import { isStaff } from '~/domain/kernel/actor'
import { query, type Context } from '~/domain/kernel/operation.server'
import { anyone } from '~/domain/kernel/policy'
import { dayOf } from '~/domain/kernel/time'
import { translator, type Locale } from '~/i18n'
import { sumOf, suppress, type Cell, type Sums } from './cells'
import { yearBefore, type Period } from './pace'
import * as repo from './repo.server'
import { statisticsInput } from './schema'
import { changesOf, inOrder, messageOf, timeGroups, withZeros, type Changes } from './tables'

type Counted = { cells: Cell[]; hidden: string[]; total: Sums }

/** The cells of a group. The bureau sees every one; for everyone else the small ones are merged. */
export async function countBy(context: Context, group: Dimension, stretch: repo.Stretch): Promise<Counted> {
  const all = isStaff(context.actor)
  const cells = await repo.cells(context.tx, group, stretch, await countMeasure(), dayOf(context.now), !all)
  const total = sumOf(cells)
  if (all) return { cells: cells.map(({ parties: _, ...cell }) => cell), hidden: [], total }
  const { shown, hidden } = suppress(cells)
  return { cells: shown, hidden, total }
}

/** The terms of a taxonomy in their order, for a table that lists all of them. */
async function termsOf(group: Dimension): Promise<string[] | undefined> {
  if (group === 'field') return (await termChoices('field', 'zh-CN')).map(({ value }) => value)
  return group === 'area' ? (await areaChoices('zh-CN')).map(({ value }) => value) : undefined
}

/** What a key is called in the reader's language. */
async function namer(context: Context, group: Dimension, keys: string[], locale: Locale): Promise<(key: string) => string> {
  const t = translator(locale)
  const names = group === 'field' || group === 'region' || group === 'area' ? await labels(group, locale)
    : group === 'broker' ? await repo.brokerNames(context.tx, keys.filter((key) => key.includes('-'))) : new Map<string, string>()
  return (key) => {
    const message = messageOf(group, key)
    if (message) return t(message)
    if (!timeGroups.includes(group)) return names.get(key) ?? key
    const [year = '', part] = key.split('-')
    return !part ? t('statistics.year', { year }) : part.startsWith('Q') ? t('statistics.quarter', { year, quarter: part.slice(1) }) : t('statistics.month', { year, month: String(Number(part)) })
  }
}

const shownSums = ({ count, amount, technologyAmount }: Sums) => ({ count, amount, technologyAmount })

/** GET /statistics/contracts: counted contracts by one group, and their total. Amounts in 元 as text. */
export const contractStatistics = query({
  name: 'statistics.contracts',
  input: statisticsInput,
  policy: anyone,
  run: async (context, { from, to, group }) => {
    const { cells, total } = await countBy(context, group, { from, to })
    const ordered = inOrder(group, cells, group === 'field' ? await termsOf(group) : undefined)
    const nameOf = await namer(context, group, ordered.map((cell) => cell.key), context.actor.locale)
    return { data: ordered.map((cell) => ({ key: cell.key, label: nameOf(cell.key), ...shownSums(cell) })), total: shownSums(total) }
  },
})

export type TableRow = Omit<Cell, 'pending'> & Changes & { label: string }
export type Table = { group: Dimension; rows: TableRow[]; total: Omit<Sums, 'pending'> & Changes; pending: number; merged: number }

/** A table in the layout of the provincial bulletins: each figure with its change against the same days a year before. */
export async function bulletinTable(context: Context, group: Dimension, period: Period): Promise<Table> {
  const now = await countBy(context, group, period)
  const before = await countBy(context, group, yearBefore(period))
  const earlier = new Map(before.cells.map((cell) => [cell.key, cell]))
  const terms = group === 'field' ? await termsOf(group) : undefined
  const cells = inOrder(group, withZeros(group, now.cells, now.hidden, terms), terms)
  const nameOf = await namer(context, group, cells.map((cell) => cell.key), context.actor.locale)
  const rows = cells.map((cell): TableRow => {
    const unclear = before.hidden.includes(cell.key) || cell.key === 'suppressed'
    return { key: cell.key, label: nameOf(cell.key), ...shownSums(cell), ...changesOf(cell, unclear ? null : earlier.get(cell.key)) }
  })
  return { group, rows, total: { ...shownSums(now.total), ...changesOf(now.total, before.total) }, pending: now.total.pending, merged: now.hidden.length }
}
