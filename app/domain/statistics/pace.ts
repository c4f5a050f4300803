import { Decimal } from '~/domain/kernel/money'
import { addDays, dateColumn } from '~/domain/kernel/time'

/** Weeks over which the recent average runs. */
export const recentWeeks = 13
const dayMs = 86_400_000
/** A forecast further away than this says nothing. */
const farDays = 366 * 30

/** Days from the first to the last, both counted. */
export function daysIn(from: string, to: string): number {
  return Math.max(0, Math.round((dateColumn(to).getTime() - dateColumn(from).getTime()) / dayMs) + 1)
}

export type Period = { from: string; to: string }
export type Pace = {
  current: Decimal
  /** Where an even pace would stand at the end of today. */
  expected: Decimal
  /** Current less expected: negative is behind. */
  lead: Decimal
  missing: Decimal
  daysLeft: number
  /** Needed each week to the end; null when there is nothing left to need or no time. */
  weekly: Decimal | null
  /** The average week of the last thirteen. */
  recent: Decimal
  /** The day on which the recent pace reaches the target; null when it is reached, or never at this pace. */
  forecastOn: string | null
}

/** How a target stands on the day `today`: value × elapsed days / days of the period. */
export function paceOf(target: { period: Period; value: Decimal }, current: Decimal, recentSum: Decimal, today: string): Pace {
  const { from, to } = target.period
  const days = daysIn(from, to)
  const elapsed = Math.min(daysIn(from, today), days)
  const expected = target.value.times(elapsed).div(days)
  const missing = Decimal.max(target.value.minus(current), 0)
  const daysLeft = days - Math.max(elapsed, 0)
  const recent = recentSum.div(recentWeeks)
  const perDay = recent.div(7)
  const wait = missing.isZero() || perDay.lte(0) ? null : missing.div(perDay).ceil()
  return {
    current,
    expected,
    lead: current.minus(expected),
    missing,
    daysLeft,
    weekly: missing.isZero() || daysLeft <= 0 ? null : missing.times(7).div(daysLeft),
    recent,
    forecastOn: wait && wait.lte(farDays) ? addDays(today, wait.toNumber()) : null,
  }
}

/** Periods with the one that holds today first, then the latest. */
export function byRelevance<T extends { period: Period }>(targets: readonly T[], today: string): T[] {
  const rank = ({ period }: T) => (period.from <= today && today <= period.to ? 0 : 1)
  return [...targets].sort((a, b) => rank(a) - rank(b) || b.period.from.localeCompare(a.period.from) || b.period.to.localeCompare(a.period.to))
}

/** The same days a year before; 29 February becomes the 28th. */
export function yearBefore({ from, to }: Period): Period {
  const back = (day: string) => {
    const moved = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
    return moved.endsWith('-02-29') ? moved.replace('-02-29', '-02-28') : moved
  }
  return { from: back(from), to: back(to) }
}

const quarterEnds = ['03-31', '06-30', '09-30', '12-31']

/** A year, or a quarter of it, up to today. */
export function stretchOf(year: number, quarter: number | null, today: string): Period {
  const from = `${year}-${String(quarter ? quarter * 3 - 2 : 1).padStart(2, '0')}-01`
  const end = `${year}-${quarterEnds[(quarter ?? 4) - 1]}`
  return { from, to: today >= from && today < end ? today : end }
}

/** The quarters `2025-Q4` up to the one of `today`, `count` of them, oldest first. */
export function lastQuarters(today: string, count: number): string[] {
  const last = Number(today.slice(0, 4)) * 4 + Math.ceil(Number(today.slice(5, 7)) / 3) - 1
  return Array.from({ length: count }, (_, index) => last - count + 1 + index).map((at) => `${Math.floor(at / 4)}-Q${(at % 4) + 1}`)
}

/** The first and the last day of `2025-Q4`, `2025-11` or `2025`. */
export function daysOfKey(key: string): Period | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(key)
  if (!match?.[1]) return null
  const first = match[2] ? Number(match[2]) * 3 - 2 : match[3] ? Number(match[3]) : 1
  const months = match[2] ? 3 : match[3] ? 1 : 12
  const next = first + months
  const start = (month: number) => `${Number(match[1]) + (month > 12 ? 1 : 0)}-${String(month > 12 ? 1 : month).padStart(2, '0')}-01`
  return { from: start(first), to: addDays(start(next), -1) }
}
