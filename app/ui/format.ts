import { Decimal } from 'decimal.js'
import { translator, type Locale } from '~/i18n'
import {
  daysLeft,
  formatDate,
  formatDateTime,
  formatMonth,
  formatMonthRange,
  formatWeekday,
  isoDate,
  yearOf,
  type DateOptions,
  type Moment,
  type TimeOptions,
} from './dates'
import {
  formatAmount,
  formatWan,
  formatWanRange,
  formatYi,
  formatYuan,
  formatYuanUnit,
  groupDigits,
  inWan,
  inYi,
  type Amount,
} from './money'

export * from './dates'
export * from './money'

/** A number that is no amount: a count, a share, a change. */
export type Quantity = Decimal | string | number | bigint

function decimal(value: Quantity): Decimal {
  return new Decimal(typeof value === 'bigint' ? value.toString() : value)
}

/** A count with thousands separators: `4612` → `4,612`. */
export function formatCount(count: Quantity): string {
  return groupDigits(decimal(count))
}

/** A share as a percentage: `0.9224` → `92.2%`. */
export function formatPercent(share: Quantity, places = 1): string {
  return `${groupDigits(decimal(share).times(100), places)}%`
}

/** A rise or fall, which carries its sign and no colour: `14.1` → `+14.1`, `-9.4` → `−9.4`; nothing to compare with reads `—`. */
export function formatSigned(change: Quantity | null | undefined, places = 1): string {
  if (change === null || change === undefined) return '—'
  const text = groupDigits(decimal(change), places)
  const nought = !/[1-9]/.test(text)
  return nought || text.startsWith('−') ? text : `+${text}`
}

/** Words for the time left: `还有 23 天`, `今天截止`, `已截止`; without a deadline `长期开放`. */
export function formatDeadline(deadline: Date | null, now: Date, locale: Locale = 'zh-CN'): string {
  const t = translator(locale)
  if (!deadline) return t('ui.deadline.open')
  const days = daysLeft(deadline, now)
  if (days < 0) return t('ui.deadline.past')
  if (days === 0) return t('ui.deadline.today')
  return days === 1 ? t('ui.deadline.day') : t('ui.deadline.days', { days })
}

/** The formatters bound to a language and to the moment of the request; a date of another year shows its year. */
export function formatter(locale: Locale, now: Date) {
  const withYear = (moment: Moment, options?: DateOptions) => options?.year ?? yearOf(moment) !== yearOf(now)
  return {
    date: (moment: Moment, options?: DateOptions) => formatDate(moment, locale, { year: withYear(moment, options) }),
    dateTime: (moment: Moment, options?: TimeOptions) =>
      formatDateTime(moment, locale, { ...options, year: withYear(moment, options) }),
    month: (moment: Moment) => formatMonth(moment, locale),
    monthRange: (from: Moment, to: Moment) => formatMonthRange(from, to, locale),
    weekday: (moment: Moment) => formatWeekday(moment, locale),
    isoDate,
    daysLeft: (deadline: Date) => daysLeft(deadline, now),
    deadline: (deadline: Date | null) => formatDeadline(deadline, now, locale),
    yuan: (amount: Amount) => formatYuan(amount),
    yuanUnit: (amount: Amount) => formatYuanUnit(amount, locale),
    wan: (amount: Amount) => formatWan(amount, locale),
    wanRange: (from: Amount | null | undefined, to: Amount | null | undefined) => formatWanRange(from, to, locale),
    yi: (amount: Amount, places?: number) => formatYi(amount, locale, places),
    amount: (amount: Amount) => formatAmount(amount, locale),
    inWan: (amount: Amount, places?: number) => inWan(amount, places, locale),
    inYi: (amount: Amount, places?: number) => inYi(amount, places, locale),
    count: formatCount,
    percent: formatPercent,
    signed: formatSigned,
  }
}

export type Format = ReturnType<typeof formatter>
