import { translator, type Locale, type MessageKey } from '~/i18n'

/** The district's clock; a moment is shown and counted in days there. */
export const zone = 'Asia/Shanghai'

/** A moment, or a calendar day as `2025-09-22`. */
export type Moment = Date | string

export type DateOptions = { year?: boolean }
export type TimeOptions = DateOptions & { zone?: boolean }
type Parts = { year: number; month: number; day: number; hour: string; minute: string }

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
const dayMs = 86_400_000
/** Since then the zone is eight hours ahead of UTC, in summer too. The time zone's own clock took a twelfth of a result page. */
const fixedFrom = Date.UTC(1992, 0, 1)
const ahead = 8 * 3_600_000

/** The Shanghai clock's reading; throws RangeError for text that is no date. */
function partsOf(moment: Moment): Parts {
  const at = new Date(moment)
  if (at.getTime() >= fixedFrom) {
    const there = new Date(at.getTime() + ahead)
    const two = (value: number) => String(value).padStart(2, '0')
    return { year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate(), hour: two(there.getUTCHours()), minute: two(there.getUTCMinutes()) }
  }
  const found: Record<string, string> = {}
  for (const part of clock.formatToParts(at)) found[part.type] = part.value
  const { year, month, day, hour = '00', minute = '00' } = found
  return { year: Number(year), month: Number(month), day: Number(day), hour, minute }
}

function dayNumber(moment: Moment): number {
  const { year, month, day } = partsOf(moment)
  return Date.UTC(year, month - 1, day) / dayMs
}

function monthName(month: number, locale: Locale): string {
  return translator(locale)(`ui.month.${month}` as MessageKey)
}

/** `9 月 22 日`, with `year` `2025 年 9 月 22 日`; in English `22 September 2025`. */
export function formatDate(moment: Moment, locale: Locale = 'zh-CN', options: DateOptions = {}): string {
  const { year, month, day } = partsOf(moment)
  const params = { year, month: monthName(month, locale), day }
  return translator(locale)(options.year ? 'ui.date.full' : 'ui.date.day', params)
}

/** The clock's time: `17:00`. */
export function formatTime(moment: Moment): string {
  const { hour, minute } = partsOf(moment)
  return `${hour}:${minute}`
}

/** `9 月 22 日 17:00`; with `zone`, where a deadline hangs on it, `9 月 22 日 17:00（北京时间）`. */
export function formatDateTime(moment: Moment, locale: Locale = 'zh-CN', options: TimeOptions = {}): string {
  const params = { date: formatDate(moment, locale, options), time: formatTime(moment) }
  return translator(locale)(options.zone ? 'ui.date.zoned' : 'ui.date.time', params)
}

/** `2025 年 11 月`; in English `November 2025`. */
export function formatMonth(moment: Moment, locale: Locale = 'zh-CN'): string {
  const { year, month } = partsOf(moment)
  return translator(locale)('ui.date.month', { year, month: monthName(month, locale) })
}

/** `2025 年 11 月—2026 年 10 月`. */
export function formatMonthRange(from: Moment, to: Moment, locale: Locale = 'zh-CN'): string {
  return translator(locale)('ui.date.range', { from: formatMonth(from, locale), to: formatMonth(to, locale) })
}

/** `周三`; in English `Wed`. */
export function formatWeekday(moment: Moment, locale: Locale = 'zh-CN'): string {
  const { year, month, day } = partsOf(moment)
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return translator(locale)(`ui.date.weekday.${weekday}` as MessageKey)
}

/** `2025-09-22` on the Shanghai calendar, as date fields and `datetime` attributes write it. */
export function isoDate(moment: Moment): string {
  const { year, month, day } = partsOf(moment)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Calendar days in Shanghai from `now` to `deadline`: 0 on its last day, negative once the moment has passed. */
export function daysLeft(deadline: Date, now: Date): number {
  const days = dayNumber(deadline) - dayNumber(now)
  return deadline.getTime() < now.getTime() ? Math.min(days, -1) : days
}

/** The calendar year in Shanghai. */
export function yearOf(moment: Moment): number {
  return partsOf(moment).year
}
