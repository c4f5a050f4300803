import { countMeasure } from '~/domain/contracts/service.server'
import { query, type Context } from '~/domain/kernel/operation.server'
import { anyone } from '~/domain/kernel/policy'
import { dayOf } from '~/domain/kernel/time'
import { daysIn, daysOfKey, lastQuarters, stretchOf, type Period } from './pace'
import * as repo from './repo.server'
import { periodInput, type PeriodInput } from './schema'
import { bulletinTable, countBy } from './service.server'

/** The signing days that the address asks for: typed days, else a year or its quarter, else this year up to today. */
function periodOf({ from, to, year, quarter }: PeriodInput, today: string): Period {
  if (from && to && from <= to) return { from, to }
  return stretchOf(year ?? Number(today.slice(0, 4)), quarter, today)
}

/** One table, for the page's cut and for its file. */
export const statisticsTable = query({
  name: 'statistics.table',
  input: periodInput,
  policy: anyone,
  run: async (context, input) => {
    const period = periodOf(input, dayOf(context.now))
    return { period, table: await bulletinTable(context, input.by ?? 'type', period) }
  },
})

export type QuarterColumn = { key: string; amount: string; count: number; hidden: boolean; partial: boolean }

async function quarterColumns(context: Context, today: string): Promise<QuarterColumn[]> {
  const keys = lastQuarters(today, 8)
  const { cells, hidden } = await countBy(context, 'quarter', { from: daysOfKey(keys[0] ?? '')?.from ?? null, to: today })
  const byKey = new Map(cells.map((cell) => [cell.key, cell]))
  return keys.map((key) => ({
    key,
    amount: byKey.get(key)?.amount ?? '0.00',
    count: byKey.get(key)?.count ?? 0,
    hidden: hidden.includes(key),
    partial: (daysOfKey(key)?.to ?? '') > today,
  }))
}

export type CumulativePoint = { at: number; count: number; month: string }

/** The running count at each month's end over a period, `at` being the share of its days that have passed. */
async function cumulative(context: Context, period: Period, today: string): Promise<CumulativePoint[]> {
  const days = daysIn(period.from, period.to)
  const rows = await repo.monthCounts(context.tx, period, await countMeasure(), today)
  const counts = new Map(rows.map((row) => [row.key, row.count]))
  const last = today < period.to ? today : period.to
  const points: CumulativePoint[] = [{ at: 0, count: 0, month: '' }]
  let sum = 0
  for (let month = period.from.slice(0, 7); month <= last.slice(0, 7); ) {
    const { to } = daysOfKey(month) ?? { to: last }
    sum += counts.get(month) ?? 0
    points.push({ at: daysIn(period.from, to < last ? to : last) / days, count: sum, month })
    const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
    month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  }
  return points
}

/** What the statistics page shows beside the targets. `trend` is the period of the cumulative line. */
export const statisticsPage = query({
  name: 'statistics.page',
  input: periodInput.extend({ trend: periodInput.shape.from, trendTo: periodInput.shape.to }),
  policy: anyone,
  run: async (context, { trend, trendTo, ...input }) => {
    const today = dayOf(context.now)
    const period = periodOf(input, today)
    const cuts = input.by ? [input.by] : (['type', 'field'] as const)
    const tables = []
    for (const cut of cuts) tables.push(await bulletinTable(context, cut, period))
    const types = input.by === 'type' || !input.by ? tables[0] : await bulletinTable(context, 'type', period)
    const { first, last } = await repo.signedYears(context.tx)
    return {
      today,
      period,
      custom: Boolean(input.from && input.to && input.from <= input.to),
      year: input.year ?? Number(today.slice(0, 4)),
      quarter: input.quarter,
      by: input.by,
      tables,
      types: types ?? null,
      quarters: await quarterColumns(context, today),
      points: trend && trendTo && trend <= today ? await cumulative(context, { from: trend, to: trendTo }, today) : [],
      years: { first: first ?? Number(today.slice(0, 4)), last: Math.max(last ?? 0, Number(today.slice(0, 4))) },
    }
  },
})
export type StatisticsPage = Awaited<ReturnType<typeof statisticsPage>>
