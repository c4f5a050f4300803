import { describe, expect, it, test } from 'vitest'
import { frequencies, freshOf, lastRun, mayBeNew, newSince, nextRun, overlap } from './rules'

const at = (local: string) => new Date(`${local}:00+08:00`)
const iso = (moment: Date | null) => moment?.toISOString() ?? null

describe('when alerts go out, in Asia/Shanghai', () => {
  // 2026-11-25 is a Wednesday.
  test.each([
    ['daily', '2026-11-25T07:59', '2026-11-24T08:00', '2026-11-25T08:00'],
    ['daily', '2026-11-25T08:00', '2026-11-25T08:00', '2026-11-26T08:00'],
    ['daily', '2026-11-25T23:59', '2026-11-25T08:00', '2026-11-26T08:00'],
    ['daily', '2026-11-26T00:00', '2026-11-25T08:00', '2026-11-26T08:00'],
    ['daily', '2027-01-01T03:00', '2026-12-31T08:00', '2027-01-01T08:00'],
    ['weekly', '2026-11-25T12:00', '2026-11-23T08:00', '2026-11-30T08:00'],
    ['weekly', '2026-11-29T23:59', '2026-11-23T08:00', '2026-11-30T08:00'],
    ['weekly', '2026-11-30T07:59', '2026-11-23T08:00', '2026-11-30T08:00'],
    ['weekly', '2026-11-30T08:00', '2026-11-30T08:00', '2026-12-07T08:00'],
  ] as const)('%s at %s: last %s, next %s', (frequency, now, last, next) => {
    expect(iso(lastRun(frequency, at(now)))).toBe(iso(at(last)))
    expect(iso(nextRun(frequency, at(now)))).toBe(iso(at(next)))
  })

  it('at once is always due, and what has no hour has no next one', () => {
    expect(lastRun('immediately', at('2026-11-25T12:00'))).toEqual(at('2026-11-25T12:00'))
    expect(frequencies.filter((frequency) => nextRun(frequency, at('2026-11-25T12:00')) === null)).toEqual(['immediately', 'never'])
  })
})

describe('what is new', () => {
  const startedAt = at('2026-11-20T10:00')
  const hit = (id: string, posted: string) => ({ id, postedAt: at(posted) })
  const ids = (hits: { id: string }[]) => hits.map(({ id }) => id)

  it('was posted after the search was saved', () => {
    const hits = [hit('after', '2026-11-20T10:01'), hit('then', '2026-11-20T10:00'), hit('before', '2026-11-20T09:59')]
    expect(ids(freshOf(hits, { startedAt, checkedAt: null }, new Set()))).toEqual(['after', 'then'])
  })

  it('was not told before, however often it is edited', () => {
    expect(ids(freshOf([hit('told', '2026-11-21T09:00'), hit('new', '2026-11-21T09:00')], { startedAt, checkedAt: at('2026-11-21T08:00') }, new Set(['told'])))).toEqual(['new'])
  })

  it('may be found late: a look reaches back before the last one, never before the beginning', () => {
    const checkedAt = at('2026-11-25T08:00')
    const hits = [hit('late', '2026-11-24T20:00'), hit('long ago', '2026-11-22T07:59')]
    expect(ids(freshOf(hits, { startedAt, checkedAt }, new Set()))).toEqual(['late'])
    expect(newSince({ startedAt, checkedAt })).toEqual(new Date(checkedAt.getTime() - overlap))
    expect(newSince({ startedAt, checkedAt: at('2026-11-20T11:00') })).toEqual(startedAt)
  })

  it('is counted in whole seconds, as search keeps them', () => {
    expect(newSince({ startedAt: new Date('2026-11-20T02:00:00.900Z'), checkedAt: null })).toEqual(new Date('2026-11-20T02:00:00.000Z'))
  })

  it('starts the alerts of those who wait only where it was posted lately', () => {
    const now = at('2026-11-25T12:00')
    expect(mayBeNew(at('2026-11-25T11:59'), now)).toBe(true)
    expect(mayBeNew(at('2026-11-20T11:59'), now)).toBe(false)
  })
})
