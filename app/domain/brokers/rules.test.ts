import { describe, expect, test } from 'vitest'
import { canMove } from '~/domain/kernel/machine'
import { brokerMachine, certificateChanges, isExpired, isPublicBroker, shownState } from './rules'
import { brokerStates } from './schema'

const allowed = new Set(['applied>verified', 'applied>suspended', 'verified>active', 'verified>suspended', 'verified>applied', 'active>suspended', 'active>applied', 'suspended>active', 'suspended>applied'])
const day = (text: string) => new Date(`${text}T00:00:00Z`)

describe('brokers', () => {
  test.each(brokerStates.flatMap((from) => brokerStates.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    expect(canMove(brokerMachine, from, to)).toBe(allowed.has(`${from}>${to}`))
  })

  test('a certificate is good until the end of its last day', () => {
    expect(isExpired(day('2026-11-24'), '2026-11-24')).toBe(false)
    expect(isExpired(day('2026-11-24'), '2026-11-25')).toBe(true)
  })

  test('expired follows from the date; suspended stays suspended', () => {
    expect(shownState({ state: 'active', validUntil: day('2026-11-23') }, '2026-11-24')).toBe('expired')
    expect(shownState({ state: 'suspended', validUntil: day('2026-11-23') }, '2026-11-24')).toBe('suspended')
    expect(shownState({ state: 'active', validUntil: day('2026-11-24') }, '2026-11-24')).toBe('active')
  })

  test.each(brokerStates)('%s: public only while active and not expired', (state) => {
    expect(isPublicBroker({ state, validUntil: day('2030-01-01') }, '2026-11-24')).toBe(state === 'active')
    expect(isPublicBroker({ state, validUntil: day('2026-01-01') }, '2026-11-24')).toBe(false)
  })

  const before = { name: '沈知微', certificateNumber: 'JJR-0001', issuer: '重庆市技术转移协会', grade: 'junior', validUntil: day('2028-12-31') }
  test('what the reviewer compared with the certificate', () => {
    const same = { ...before, validUntil: '2028-12-31' }
    expect(certificateChanges(before, same)).toEqual([])
    expect(certificateChanges(before, { ...same, grade: 'senior' })).toEqual([{ field: 'grade', from: 'junior', to: 'senior' }])
    expect(certificateChanges(before, { ...same, validUntil: '2030-12-31' })).toEqual([{ field: 'validUntil', from: '2028-12-31', to: '2030-12-31' }])
    expect(certificateChanges(before, { ...same, name: '沈知薇' }).map(({ field }) => field)).toEqual(['name'])
  })
})
