import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addWorkingDays, dayOf, instantFromLocal, isDay, isWorkingDay, localFromInstant, quarterOf, startOfDay, yearOf } from './time'

describe('days in Asia/Shanghai', () => {
  it('begin eight hours before UTC', () => {
    expect(dayOf(new Date('2025-12-31T15:59:59Z'))).toBe('2025-12-31')
    expect(dayOf(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01')
    expect(yearOf(new Date('2025-12-31T16:00:00Z'))).toBe(2026)
    expect(startOfDay('2026-01-01').toISOString()).toBe('2025-12-31T16:00:00.000Z')
  })
  it.each([['2026-03-31T15:59:59Z', 1], ['2026-03-31T16:00:00Z', 2], ['2026-12-31T15:59:59Z', 4], ['2026-12-31T16:00:00Z', 1]] as const)('%s is in quarter %i', (at, quarter) => expect(quarterOf(new Date(at))).toBe(quarter))
  it.each([['2026-02-29', false], ['2024-02-29', true], ['2026-02-30', false], ['2026-13-01', false], ['26.1.5', false], ['2026/2/3', false], ['0000-01-01', false], ['1899-12-31', false], ['2199-12-31', true], ['9999-12-31', false]] as const)('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is))
  it('adds days over months', () => expect(addDays('2026-02-27', 3)).toBe('2026-03-02'))
})

describe('a time typed in a form', () => {
  it('is in Asia/Shanghai', () => expect(instantFromLocal('2026-11-24T17:00')?.toISOString()).toBe('2026-11-24T09:00:00.000Z'))
  it.each(['2026-02-30T10:00', '2026-11-24T24:00', '2026-11-24T10:60', 'soon', ''])('refuses %s', (text) => expect(instantFromLocal(text)).toBeNull())
  it('comes back as it was typed', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
      const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000)
      return instantFromLocal(localFromInstant(minute))?.getTime() === minute.getTime()
    }))
  })
})

describe('working days', () => {
  const calendar = new Map([['2026-10-01', false], ['2026-10-02', false], ['2026-10-05', false], ['2026-10-06', false], ['2026-10-07', false], ['2026-10-10', true]])
  it('skip weekends and holidays, and count make-up days', () => {
    expect(isWorkingDay('2026-10-10', calendar)).toBe(true)
    expect(isWorkingDay('2026-10-11', calendar)).toBe(false)
    expect(addWorkingDays('2026-09-30', 1, calendar)).toBe('2026-10-08')
    expect(addWorkingDays('2026-09-30', 3, calendar)).toBe('2026-10-10')
  })
  it('go backwards too', () => expect(addWorkingDays('2026-10-08', -1, calendar)).toBe('2026-09-30'))
  it('are undone by the same number backwards, from a working day', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), (days) => addWorkingDays(addWorkingDays('2026-11-24', days, calendar), -days, calendar) === '2026-11-24'))
  })
})
