import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal, parseWan, parseYuan, wanText, yuanText } from './money'

describe('an amount typed in 元', () => {
  it.each([
    ['125000', '125000.00'], ['125,000.50', '125000.50'], ['１２５０００', '125000.00'], ['¥ 12.5', '12.50'], ['0', '0.00'], ['12.', '12.00'], ['125，000', '125000.00'],
    ['9999999999999999.99', '9999999999999999.99'],
  ])('%s is %s', (typed, amount) => {
    const parsed = parseYuan(typed)
    expect(parsed instanceof Decimal ? yuanText(parsed) : parsed).toBe(amount)
  })
  it.each([
    ['-1', 'money.negative'], ['1e9', 'money.not_a_number'], ['1,000.5元', 'money.not_a_number'], ['１００万', 'money.not_a_number'], ['', 'money.not_a_number'], ['1.234', 'money.too_precise'],
    ['10000000000000000', 'money.too_large'], ['NaN', 'money.not_a_number'], ['Infinity', 'money.not_a_number'], ['0x10', 'money.not_a_number'], ['1 2 3.4.5', 'money.not_a_number'],
  ])('%s is refused: %s', (typed, problem) => expect(parseYuan(typed)).toBe(problem))

  it('keeps every amount to the fen', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999_999n }), (fen) => {
      const typed = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
      const parsed = parseYuan(typed)
      return parsed instanceof Decimal && yuanText(parsed) === typed
    }))
  })
})

describe('an amount typed in 万元', () => {
  it.each([['12.5', '125000.00'], ['80万', '800000.00'], ['0.000001', '0.01'], ['30 万元', '300000.00']])('%s is %s 元', (typed, amount) => {
    const parsed = parseWan(typed)
    expect(parsed instanceof Decimal ? yuanText(parsed) : parsed).toBe(amount)
  })
  it('refuses less than a fen', () => expect(parseWan('0.0000001')).toBe('money.too_precise'))
  it('shows what it read', () => expect(wanText('125000.00')).toBe('12.5'))
})
