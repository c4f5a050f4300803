import fc from 'fast-check'
import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { formatCount, formatDeadline, formatPercent, formatSigned, formatter } from './format'
import { daysLeft, formatDate, formatDateTime, formatMonth, formatMonthRange, formatTime, formatWeekday, isoDate, yearOf } from './dates'
import { formatAmount, formatWan, formatWanRange, formatYi, formatYuan, formatYuanUnit, groupDigits, inWan, inYi } from './money'

describe('money', () => {
  it.each([['1286000', '1,286,000.00'], ['0', '0.00'], ['0.005', '0.01'], ['-1286000.5', '−1,286,000.50'], ['-0.001', '0.00'], ['999.999', '1,000.00'], ['12345678901234567890.12', '12,345,678,901,234,567,890.12']])('%s 元 in a record is %s', (amount, shown) => expect(formatYuan(amount)).toBe(shown))

  it.each([
    ['125000', '12.5 万元', 'CNY 125,000'], ['10000', '1 万元', 'CNY 10,000'], ['99.5', '99.50 元', 'CNY 99.50'], ['100', '0.01 万元', 'CNY 100'], ['0', '0 万元', 'CNY 0'], ['123456789', '12,345.68 万元', 'CNY 123,456,789'],
  ])('%s 元 in a list is %s, %s', (amount, chinese, english) => expect([formatWan(amount), formatWan(amount, 'en')]).toEqual([chinese, english]))

  it.each<[string | null, string | null, string]>([
    ['800000', '1200000', '80–120 万元'], ['800000', null, '80 万元起'], [null, '1200000', '120 万元以内'], [null, null, '面议'], ['', '', '面议'], ['500000', '500000.00', '50 万元'],
  ])('a range from %s to %s is %s', (from, to, shown) => expect(formatWanRange(from, to)).toBe(shown))

  it('gives totals in 亿元, in English in millions', () => {
    expect([formatYi('487000000'), formatYi('487000000', 'en'), inYi('62180000'), inWan('125000')]).toEqual(['4.87 亿元', 'CNY 487 million', '0.6218', '12.5'])
    expect([formatAmount('99999999'), formatAmount('100000000')]).toEqual(['10,000 万元', '1 亿元'])
    expect(formatYuanUnit('125000', 'zh-CN')).toBe('125,000.00 元')
  })

  it('never loses a fen nor writes a float', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (fen) => {
      const amount = new Decimal(fen.toString()).div(100)
      const shown = formatYuan(amount.toFixed(2))
      expect(shown).toMatch(/^−?\d{1,3}(,\d{3})*\.\d\d$/)
      expect(new Decimal(shown.replace(/,/g, '').replace('−', '-')).eq(amount)).toBe(true)
    }))
    expect(groupDigits(new Decimal('1e21'))).toBe('1,000,000,000,000,000,000,000')
  })
})

describe('dates', () => {
  // 16:30 in Greenwich is half past midnight of the next day in Shanghai.
  const late = new Date('2026-12-31T16:30:00Z')

  it('are those of Shanghai', () => {
    expect([isoDate(late), formatDate(late), formatDate(late, 'zh-CN', { year: true }), formatTime(late), yearOf(late)]).toEqual(['2027-01-01', '1 月 1 日', '2027 年 1 月 1 日', '00:30', 2027])
    expect(formatDateTime(late, 'zh-CN', { zone: true })).toBe('1 月 1 日 00:30（北京时间）')
  })

  it('read in English, too', () => {
    expect([formatDate('2025-09-22', 'en', { year: true }), formatMonth('2025-11-01', 'en'), formatWeekday('2025-09-24', 'en')]).toEqual(['22 September 2025', 'November 2025', 'Wed'])
    expect([formatMonth('2025-11-01'), formatWeekday('2025-09-24'), formatMonthRange('2025-11-01', '2026-10-31')]).toEqual(['2025 年 11 月', '周三', '2025 年 11 月—2026 年 10 月'])
  })

  it.each([
    ['the last day, hours before', '2026-03-15T09:00:00Z', '2026-03-15T00:00:00Z', 0, '今天截止'],
    ['a minute after', '2026-03-15T09:00:00Z', '2026-03-15T09:01:00Z', -1, '已截止'],
    ['tomorrow by Shanghai’s calendar', '2026-03-15T16:00:00Z', '2026-03-15T15:59:00Z', 1, '还有 1 天'],
    ['twelve days', '2026-03-15T09:00:00Z', '2026-03-03T03:00:00Z', 12, '还有 12 天'],
    ['long ago', '2026-03-15T09:00:00Z', '2026-04-15T09:00:00Z', -31, '已截止'],
  ])('count to a deadline: %s', (_name, deadline, now, days, words) => {
    expect(daysLeft(new Date(deadline), new Date(now))).toBe(days)
    expect(formatDeadline(new Date(deadline), new Date(now))).toBe(words)
  })

  it('say that what has no deadline stays open', () => expect(formatDeadline(null, late)).toBe('长期开放'))
  it('throw for what is no date', () => expect(() => formatDate('yesterday')).toThrow(RangeError))
})

describe('numbers', () => {
  it.each([[4612, '4,612'], ['1000000', '1,000,000'], [0, '0'], [123456789012345678n, '123,456,789,012,345,678']])('%s is counted %s', (count, shown) => expect(formatCount(count)).toBe(shown))
  it.each([['0.9224', '92.2%'], [0, '0.0%'], [1, '100.0%'], ['0.99999', '100.0%']])('the share %s is %s', (share, shown) => expect(formatPercent(share)).toBe(shown))
  it.each([[14.1, '+14.1'], [-9.4, '−9.4'], [0, '0.0'], ['-0.04', '0.0'], ['0.04', '0.0'], [null, '—'], [undefined, '—']])('the change %s is %s', (change, shown) => expect(formatSigned(change)).toBe(shown))
})

describe('the formatter of a request', () => {
  const format = formatter('zh-CN', new Date('2026-06-15T04:00:00Z'))
  it('shows the year where it is another one', () => {
    expect([format.date('2026-09-22'), format.date('2025-09-22'), format.date('2026-09-22', { year: true })]).toEqual(['9 月 22 日', '2025 年 9 月 22 日', '2026 年 9 月 22 日'])
    expect(format.deadline(new Date('2026-06-17T09:00:00Z'))).toBe('还有 2 天')
  })
})
