import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, NEVER, statuses } from './vocabulary'
import { standingOf, statusOf } from './window'

const now = Math.floor(Date.parse('2026-06-15T04:00:00Z') / 1000)
const moment = fc.integer({ min: now - 40 * DAY, max: now + 40 * DAY })
const windows = fc.record({ opensAt: fc.oneof(fc.constant(0), moment), closesAt: fc.oneof(fc.constant(NEVER), moment) })

describe('what a document says of its statuses', () => {
  it('is its status, and open besides when it closes soon', () => {
    fc.assert(fc.property(windows, moment, (window, at) => {
      const status = statusOf(window, at)
      expect(standingOf(window, at).statuses).toEqual(statuses.filter((one) => one === status || (one === 'open' && status === 'closing_soon')))
    }))
  })

  it('stays right from its first moment until just before its last, and no longer', () => {
    fc.assert(fc.property(windows, moment, (window, at) => {
      const { statuses: told, statusFrom, statusUntil } = standingOf(window, at)
      expect(statusFrom).toBeLessThanOrEqual(at)
      expect(statusUntil).toBeGreaterThan(at)
      expect(standingOf(window, Math.min(statusUntil - 1, now + 90 * DAY)).statuses).toEqual(told)
      if (statusFrom > 0) expect(standingOf(window, statusFrom).statuses).toEqual(told)
      // A window that closes before it opens has edges at which nothing changes.
      if (window.opensAt <= window.closesAt - 7 * DAY && statusUntil < NEVER) expect(standingOf(window, statusUntil).statuses).not.toEqual(told)
    }))
  })

  it('is nothing, for ever, without a window', () => expect(standingOf(null, now)).toEqual({ statuses: [], statusFrom: 0, statusUntil: NEVER }))
})
