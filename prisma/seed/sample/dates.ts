import type { DayString } from './types'

const DAY_MS = 86_400_000
/** 永川 keeps Beijing time, UTC+8 without summer time. */
const OFFSET_MS = 8 * 3_600_000

/** The day in Asia/Shanghai on which the instant falls. */
export function dayOf(instant: Date): DayString {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10)
}

/** The instant of a clock time (`HH:MM`, Asia/Shanghai) on a day. */
export function at(day: DayString, time = '00:00'): Date {
  return new Date(`${day}T${time}:00+08:00`)
}

export function addDays(day: DayString, days: number): DayString {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from one day to the other; negative when `to` is earlier. */
export function daysBetween(from: DayString, to: DayString): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

export function yearOf(day: DayString): number {
  return Number(day.slice(0, 4))
}

/** The first day of the month that lies `months` after the month of `day`. */
export function monthStart(day: DayString, months: number): DayString {
  const index = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

/** Moves a Saturday or Sunday to the Friday before it. */
export function toWorkday(day: DayString): DayString {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day
}
