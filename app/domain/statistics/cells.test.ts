import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '~/domain/kernel/money'
import { change, leastParties, sumOf, suppress, suppressedKey, type PartyCell } from './cells'

const cell = (key: string, count: number, amount: string, parties: string[]): PartyCell => ({ key, count, amount, technologyAmount: amount, pending: 0, parties })

describe('suppression', () => {
  it('shows cells with three parties as they are', () => {
    const cells = [cell('a', 2, '10.00', ['1', '2', '3']), cell('b', 9, '20.00', ['4', '5', '6'])]
    expect(suppress(cells)).toEqual({ shown: cells.map(({ parties: _, ...rest }) => rest), hidden: [] })
  })

  it('merges two small cells', () => {
    const { shown, hidden } = suppress([cell('a', 1, '10.05', ['1', '2']), cell('b', 1, '0.10', ['3', '4']), cell('c', 9, '7.00', ['5', '6', '7'])])
    expect(hidden.sort()).toEqual(['a', 'b'])
    expect(shown).toEqual([{ key: 'c', count: 9, amount: '7.00', technologyAmount: '7.00', pending: 0 }, { key: suppressedKey, count: 2, amount: '10.15', technologyAmount: '10.15', pending: 0 }])
  })

  it('takes the next smallest in, so that the total does not tell a single one', () => {
    const { hidden } = suppress([cell('a', 1, '10.00', ['1', '2']), cell('b', 5, '1.00', ['5', '6', '7']), cell('c', 9, '7.00', ['5', '6', '7'])])
    expect(hidden.sort()).toEqual(['a', 'b'])
  })

  it('takes another in while two merged cells have the same two parties', () => {
    const { hidden } = suppress([cell('a', 1, '1.00', ['1', '2']), cell('b', 1, '1.00', ['1', '2']), cell('c', 3, '7.00', ['5', '6', '7'])])
    expect(hidden.sort()).toEqual(['a', 'b', 'c'])
  })

  const cells = fc
    .uniqueArray(fc.record({ key: fc.string({ minLength: 1, maxLength: 4 }), count: fc.integer({ min: 1, max: 50 }), cents: fc.bigInt({ min: 0n, max: 10n ** 17n }), parties: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6'), { minLength: 1, maxLength: 3 }) }), { selector: ({ key }) => key, maxLength: 12 })
    .map((list) => list.map(({ key, count, cents, parties }) => cell(key, count, new Decimal(cents.toString()).div(100).toFixed(2), parties)))

  it('keeps every sum, shows no small cell, and never merges one alone unless there is no other', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const { shown, hidden } = suppress(all)
        expect(sumOf(shown)).toEqual(sumOf(all))
        for (const { key } of shown.filter(({ key: each }) => each !== suppressedKey)) expect(all.find((each) => each.key === key)?.parties.length).toBeGreaterThanOrEqual(leastParties)
        if (hidden.length > 0 && all.length > 1) expect(hidden.length).toBeGreaterThanOrEqual(2)
        expect(shown.filter(({ key }) => key === suppressedKey)).toHaveLength(hidden.length > 0 ? 1 : 0)
      }),
    )
  })
})

describe('sums and changes', () => {
  it('are exact where floating point is not', () => {
    expect(sumOf([cell('a', 1, '0.10', []), cell('b', 1, '0.20', [])]).amount).toBe('0.30')
    expect(sumOf([cell('a', 1, '9007199254740993.01', []), cell('b', 1, '0.01', [])]).amount).toBe('9007199254740993.02')
  })

  it('compare in per cent with one decimal, and with nothing not at all', () => {
    expect(change(412, 361)).toBe('14.1')
    expect(change('58', '64')).toBe('-9.4')
    expect(change('1', '0.00')).toBeNull()
    expect(change('0', '5')).toBe('-100.0')
  })
})
