import { describe, expect, it } from 'vitest'
import { Decimal } from '~/domain/kernel/money'
import { byRelevance, daysIn, daysOfKey, lastQuarters, paceOf, stretchOf, yearBefore } from './pace'

const period = { from: '2021-01-01', to: '2025-12-31' }

describe('the pace of a target', () => {
  it('is the value times the elapsed days over the days of the period (the mock-up’s figures)', () => {
    const pace = paceOf({ period, value: new Decimal(5000) }, new Decimal(4612), new Decimal(306), '2025-09-22')
    expect(daysIn(period.from, period.to)).toBe(1826)
    expect(pace.daysLeft).toBe(100)
    expect(pace.expected.toFixed(0)).toBe('4726')
    expect(pace.lead.toFixed(0)).toBe('-114')
    expect(pace.missing.toFixed(0)).toBe('388')
    expect(pace.weekly?.toFixed(1)).toBe('27.2')
    expect(pace.recent.toFixed(1)).toBe('23.5')
    // 388 at 306 / 91 a day take 115.4 days.
    expect(pace.forecastOn).toBe('2026-01-16')
  })

  it('is the whole value after the period and none before it', () => {
    const after = paceOf({ period, value: new Decimal(5000) }, new Decimal(4900), new Decimal(10), '2026-11-24')
    expect([after.expected.toFixed(0), after.daysLeft, after.weekly]).toEqual(['5000', 0, null])
    const before = paceOf({ period, value: new Decimal(5000) }, new Decimal(0), new Decimal(10), '2020-12-31')
    expect([before.expected.toFixed(0), before.daysLeft]).toEqual(['0', 1826])
  })

  it('needs nothing more once it is reached, and forecasts nothing when nothing comes', () => {
    const reached = paceOf({ period, value: new Decimal(10) }, new Decimal(12), new Decimal(1), '2025-01-01')
    expect([reached.missing.toFixed(0), reached.weekly, reached.forecastOn]).toEqual(['0', null, null])
    expect(paceOf({ period, value: new Decimal(10) }, new Decimal(2), new Decimal(0), '2025-01-01').forecastOn).toBeNull()
  })
})

describe('periods', () => {
  it('stand with the one that holds today first, then the latest', () => {
    const of = (from: string, to: string) => ({ period: { from, to } })
    const sorted = byRelevance([of('2021-01-01', '2025-12-31'), of('2031-01-01', '2035-12-31'), of('2026-01-01', '2030-12-31')], '2025-12-31')
    expect(sorted.map(({ period: { from } }) => from)).toEqual(['2021-01-01', '2031-01-01', '2026-01-01'])
  })

  it('have the same days a year before', () => {
    expect(yearBefore({ from: '2024-01-01', to: '2024-02-29' })).toEqual({ from: '2023-01-01', to: '2023-02-28' })
  })

  it('are a year or a quarter, up to today while it lasts', () => {
    expect(stretchOf(2026, null, '2026-11-24')).toEqual({ from: '2026-01-01', to: '2026-11-24' })
    expect(stretchOf(2026, 4, '2026-11-24')).toEqual({ from: '2026-10-01', to: '2026-11-24' })
    expect(stretchOf(2026, 3, '2026-11-24')).toEqual({ from: '2026-07-01', to: '2026-09-30' })
    expect(stretchOf(2025, null, '2026-11-24')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
    expect(stretchOf(2027, null, '2026-11-24')).toEqual({ from: '2027-01-01', to: '2027-12-31' })
  })

  it('have their first and last days', () => {
    expect(daysOfKey('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(daysOfKey('2025-Q4')).toEqual({ from: '2025-10-01', to: '2025-12-31' })
    expect(daysOfKey('2025')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
    expect(daysOfKey('2025-Q5')).toBeNull()
    expect(lastQuarters('2026-01-01', 3)).toEqual(['2025-Q3', '2025-Q4', '2026-Q1'])
  })
})
