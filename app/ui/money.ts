import { Decimal } from 'decimal.js'
import { translator, type Locale, type MessageKey } from '~/i18n'

/** An amount in 元: an exact decimal, or its text as the database and the API write it. */
export type Amount = Decimal | string

const wan = 10_000
const million = 1_000_000
const yi = 100_000_000

/** Digits in groups of three, a true minus sign: `-1286000.5` with 2 places → `−1,286,000.50`. */
export function groupDigits(value: Decimal, places?: number): string {
  const fixed = places === undefined ? value.abs().toFixed() : value.abs().toFixed(places, Decimal.ROUND_HALF_UP)
  const [whole = '0', fraction] = fixed.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = value.isNegative() && Number(fixed) !== 0 ? '−' : ''
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`)
}

function trimmed(value: Decimal, places: number): string {
  return groupDigits(value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP))
}

function worded(key: MessageKey, amount: string, locale: Locale): string {
  return translator(locale)(key, { amount })
}

/** 元 with two decimals, as records show it, without the unit: `1286000` → `1,286,000.00`. */
export function formatYuan(amount: Amount): string {
  return groupDigits(new Decimal(amount), 2)
}

/** 元 with two decimals and the unit: `125,000.00 元`; in English `CNY 125,000.00`. */
export function formatYuanUnit(amount: Amount, locale: Locale = 'zh-CN'): string {
  return worded('ui.money.yuan', formatYuan(amount), locale)
}

/** The figure in 万元 without its unit, at most `places` decimals, none that are zero: `125000` → `12.5`; in English in millions, `0.125`. */
export function inWan(amount: Amount, places = 2, locale: Locale = 'zh-CN'): string {
  return locale === 'en' ? trimmed(new Decimal(amount).div(million), places + 2) : trimmed(new Decimal(amount).div(wan), places)
}

/** The figure in 亿元 without its unit, exactly `places` decimals as the bulletins print it: `62180000` → `0.6218`; in English in millions, `62.18`. */
export function inYi(amount: Amount, places = 4, locale: Locale = 'zh-CN'): string {
  return locale === 'en' ? groupDigits(new Decimal(amount).div(million), Math.max(places - 2, 0)) : groupDigits(new Decimal(amount).div(yi), places)
}

/** How a list shows an amount: `12.5 万元`; in English the whole sum, `CNY 125,000`. Under 100 元 the exact sum. */
export function formatWan(amount: Amount, locale: Locale = 'zh-CN'): string {
  const value = new Decimal(amount)
  if (!value.isZero() && value.abs().lt(100)) return formatYuanUnit(value, locale)
  return worded('ui.money.wan', wanFigure(value, locale), locale)
}

/** How a total shows: `4.87 亿元`; in English in millions, `CNY 487 million`. `places` are decimals of 亿元. */
export function formatYi(amount: Amount, locale: Locale = 'zh-CN', places = 2): string {
  const value = new Decimal(amount)
  const figure = locale === 'en' ? trimmed(value.div(million), Math.max(places - 2, 0)) : trimmed(value.div(yi), places)
  return worded('ui.money.yi', figure, locale)
}

/** 亿元 from one 亿 on, else 万元. */
export function formatAmount(amount: Amount, locale: Locale = 'zh-CN'): string {
  return new Decimal(amount).abs().gte(yi) ? formatYi(amount, locale, 4) : formatWan(amount, locale)
}

/** A range in 元 as a list shows it: `80–120 万元`; one bound alone reads `80 万元起` or `120 万元以内`; none reads 面议. */
export function formatWanRange(
  from: Amount | null | undefined,
  to: Amount | null | undefined,
  locale: Locale = 'zh-CN',
): string {
  const t = translator(locale)
  const least = from == null || from === '' ? null : new Decimal(from)
  const most = to == null || to === '' ? null : new Decimal(to)
  if (!least && !most) return t('ui.money.negotiable')
  if (!most) return worded('ui.money.from', wanFigure(least ?? new Decimal(0), locale), locale)
  if (!least) return worded('ui.money.upTo', wanFigure(most, locale), locale)
  if (least.eq(most)) return formatWan(least, locale)
  const range = t('ui.range', { from: wanFigure(least, locale), to: wanFigure(most, locale) })
  return worded('ui.money.wan', range, locale)
}

function wanFigure(value: Decimal, locale: Locale): string {
  return locale === 'en' ? trimmed(value, 2) : trimmed(value.div(wan), 2)
}
