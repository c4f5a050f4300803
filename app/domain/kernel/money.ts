import Decimal from 'decimal.js'

export { Decimal }

/** The most that numeric(18,2) holds, in 元. */
export const maxYuan = new Decimal('9999999999999999.99')

export type MoneyProblem = 'money.not_a_number' | 'money.negative' | 'money.too_precise' | 'money.too_large'

/**
 * An amount as people type it, in 元: `125000`, `125,000.50`, full-width digits. No units, exponents or signs.
 * Answers the amount or what is wrong with it.
 */
export function parseYuan(typed: string): Decimal | MoneyProblem {
  const text = typed.normalize('NFKC').replace(/[\s,，]/g, '').replace(/^[¥￥]/, '')
  if (/^-\d/.test(text)) return 'money.negative'
  if (!/^\d+(\.\d*)?$/.test(text)) return 'money.not_a_number'
  if (/\.\d{3,}$/.test(text)) return 'money.too_precise'
  const amount = new Decimal(text.replace(/\.$/, ''))
  return amount.gt(maxYuan) ? 'money.too_large' : amount
}

/** An amount typed in 万元 (up to six decimals, which is a fen), as 元. */
export function parseWan(typed: string): Decimal | MoneyProblem {
  const text = typed.normalize('NFKC').replace(/[\s,，]/g, '').replace(/万元?$/, '')
  if (/^-\d/.test(text)) return 'money.negative'
  if (!/^\d+(\.\d*)?$/.test(text)) return 'money.not_a_number'
  if (/\.\d{7,}$/.test(text)) return 'money.too_precise'
  const amount = new Decimal(text.replace(/\.$/, '')).times(10_000)
  return amount.gt(maxYuan) ? 'money.too_large' : amount
}

/** `125000.00`: how an amount in 元 travels (API, JSON, forms). */
export function yuanText(amount: Decimal.Value): string {
  return new Decimal(amount).toFixed(2)
}

/** `12.5`: an amount in 元 as 万元, for a form that asks in 万元. */
export function wanText(amount: Decimal.Value): string {
  return new Decimal(amount).div(10_000).toString()
}
