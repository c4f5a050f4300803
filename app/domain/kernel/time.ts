import { TZDate } from '@date-fns/tz'

/** Every deadline and every day of the portal is in this zone. */
export const zone = 'Asia/Shanghai'

const pad = (value: number, digits = 2) => String(value).padStart(digits, '0')

/** The day in Asia/Shanghai as `2026-11-24`. */
export function dayOf(instant: Date): string {
  const local = new TZDate(instant, zone)
  return `${local.getFullYear()}-${pad(local.getMonth() + 1)}-${pad(local.getDate())}`
}

export function yearOf(instant: Date): number {
  return new TZDate(instant, zone).getFullYear()
}

/** 1–4, in Asia/Shanghai. */
export function quarterOf(instant: Date): number {
  return Math.floor(new TZDate(instant, zone).getMonth() / 3) + 1
}

/** The instant at which a day (`2026-11-24`) begins in Asia/Shanghai. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

/** A day column of the database (a date without a zone) from `2026-11-24`. */
export function dateColumn(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** `2026-11-24` from a day column. */
export function dayFromColumn(column: Date): string {
  return column.toISOString().slice(0, 10)
}

/** The day `days` later, e.g. `addDays('2026-11-24', 7)`. */
export function addDays(day: string, days: number): string {
  return dayFromColumn(new Date(dateColumn(day).getTime() + days * 86_400_000))
}

/** True for a day that the calendar has and that a record may name (1900–2199): 2026-02-30 is none, nor the year 0 that no database keeps. */
export function isDay(text: string): boolean {
  return /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dateColumn(text).getTime()) && dayFromColumn(dateColumn(text)) === text
}

/** `2026-11-24T17:00` typed in a form, as an instant in Asia/Shanghai; null when the calendar has no such time. */
export function instantFromLocal(text: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::\d{2})?$/.exec(text)
  if (!match?.[1] || !isDay(match[1]) || Number(match[2]) > 23 || Number(match[3]) > 59) return null
  return new Date(`${match[1]}T${match[2]}:${match[3]}:00+08:00`)
}

/** For a form's `datetime-local`: `2026-11-24T17:00` in Asia/Shanghai. */
export function localFromInstant(instant: Date): string {
  const local = new TZDate(instant, zone)
  return `${dayOf(instant)}T${pad(local.getHours())}:${pad(local.getMinutes())}`
}

/** Days that differ from the week's rule: a holiday (false) or a make-up working day (true), by `2026-10-01`. */
export type WorkCalendar = ReadonlyMap<string, boolean>

export function isWorkingDay(day: string, calendar: WorkCalendar): boolean {
  const set = calendar.get(day)
  if (set !== undefined) return set
  const weekday = dateColumn(day).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The day that lies `days` working days after (or, negative, before) `day`. */
export function addWorkingDays(day: string, days: number, calendar: WorkCalendar): string {
  const step = days < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(days); left > 0; ) {
    at = addDays(at, step)
    if (isWorkingDay(at, calendar)) left--
  }
  return at
}
