import { describe, expect, it } from 'vitest'
import { DomainError } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { Decimal } from '~/domain/kernel/money'
import { amountProblems, assertEditable, contractMachine, counts, flowOf, kindOf, needsSecondReviewer, reviewDueOn, typeOf } from './rules'
import { contractKinds, contractStates, type ContractState } from './schema'

const allowed: [ContractState, ContractState][] = [
  ['draft', 'reported'],
  ['reported', 'under_review'],
  ['under_review', 'correction_requested'],
  ['under_review', 'registered'],
  ['under_review', 'refused'],
  ['correction_requested', 'under_review'],
  ['registered', 'amended'],
  ['registered', 'revoked'],
  ['registered', 'terminated'],
  ['amended', 'amended'],
  ['amended', 'revoked'],
  ['amended', 'terminated'],
]

describe('the states of a contract', () => {
  for (const from of contractStates) {
    for (const to of contractStates) {
      const may = allowed.some(([a, b]) => a === from && b === to)
      it(`${from} → ${to} is ${may ? 'allowed' : 'a conflict that names both'}`, () => {
        if (may) return assertMove(contractMachine, from, to)
        let thrown: unknown
        try {
          assertMove(contractMachine, from, to)
        } catch (error) {
          thrown = error
        }
        expect(thrown).toBeInstanceOf(DomainError)
        expect(thrown).toMatchObject({ code: 'conflict', detail: { entity: 'contract', from, to } })
      })
    }
  }

  it('lets its text be changed as a draft and while a correction is asked for, and never else', () => {
    const open = contractStates.filter((state) => {
      try {
        assertEditable(state)
        return true
      } catch {
        return false
      }
    })
    expect(open).toEqual(['draft', 'correction_requested'])
  })
})

describe('what counts', () => {
  const today = '2026-11-24'
  const of = (state: ContractState, terminatedOn: string | null = null, merged = false) => ({ state, terminatedOn, merged })

  it('is reported, in review, to be corrected, registered and amended', () => {
    const counted = contractStates.filter((state) => counts(of(state), 'reported_and_registered', today))
    expect(counted).toEqual(['reported', 'under_review', 'correction_requested', 'registered', 'amended'])
    expect(contractStates.filter((state) => counts(of(state), 'registered', today))).toEqual(['registered', 'amended'])
  })

  it('is a terminated contract until its date, and not on it', () => {
    expect(counts(of('terminated', '2026-11-25'), 'registered', today)).toBe(true)
    expect(counts(of('terminated', '2026-11-24'), 'registered', today)).toBe(false)
    expect(counts(of('terminated', '2026-11-23'), 'reported_and_registered', today)).toBe(false)
  })

  it('is never what was merged into another', () => {
    expect(counts(of('registered', null, true), 'reported_and_registered', today)).toBe(false)
  })
})

describe('flow', () => {
  it.each([
    ['500118', '500118', 'local'],
    ['500118', '500112', 'output'],
    ['510107', '500118', 'absorption'],
    ['510107', '500112', 'outside'],
    ['000000', '500118', 'absorption'],
    ['500118001', '500118', 'local'],
  ])('%s sells to %s: %s', (seller, buyer, flow) => expect(flowOf(seller, buyer, '500118')).toBe(flow))
})

describe('type and sub-kind', () => {
  it('are one choice that can be taken apart and put together', () => {
    for (const kind of contractKinds) {
      const { type, subtype } = typeOf(kind)
      expect(kindOf(type, subtype)).toBe(kind)
    }
    expect(typeOf('service_training')).toEqual({ type: 'service', subtype: 'training' })
    expect(typeOf('licence')).toEqual({ type: 'licence', subtype: null })
  })
})

const amounts = (total: string | null, equipment: string, material: string, technology: string | null, pending = false) => ({
  pending,
  totalAmount: total === null ? null : new Decimal(total),
  equipmentAmount: new Decimal(equipment),
  materialAmount: new Decimal(material),
  technologyAmount: technology === null ? null : new Decimal(technology),
})

describe('the deduction rule', () => {
  const problem = (...values: Parameters<typeof amounts>) => amountProblems(amounts(...values)).map(({ path, key, params }) => ({ path, key, ...params }))

  it('lets the technology amount reach the total less what was bought in, to the fen', () => {
    expect(problem('1286000', '312000', '45500', '928500')).toEqual([])
    expect(problem('100', '0', '0', '0')).toEqual([])
    expect(problem('0.03', '0.01', '0.01', '0.01')).toEqual([])
  })

  it('names the most and the excess', () => {
    expect(problem('1286000', '312000', '45500', '928500.01')).toEqual([{ path: 'technologyAmount', key: 'contract.technology_too_large', most: '928,500.00', over: '0.01' }])
  })

  it('asks for swapped digits where the digits are the same', () => {
    expect(problem('1286000', '312000', '45500', '982500')).toEqual([{ path: 'technologyAmount', key: 'contract.technology_swapped', most: '928,500.00', over: '54,000.00' }])
  })

  it('names the deduction that is larger than the total', () => {
    expect(problem('100', '150', '0', '0')).toEqual([{ path: 'equipmentAmount', key: 'contract.deductions_too_large', over: '50.00' }])
    expect(problem('100', '60', '60', '0')).toEqual([{ path: 'materialAmount', key: 'contract.deductions_too_large', over: '20.00' }])
  })

  it('never fills the technology amount in from the total', () => {
    expect(problem('100', '0', '0', null)).toEqual([{ path: 'technologyAmount', key: 'contract.technology_missing' }])
    expect(problem(null, '0', '0', null).map(({ path }) => path)).toEqual(['totalAmount', 'technologyAmount'])
  })

  it('takes no amount at all while it is 待定', () => {
    expect(problem(null, '0', '0', null, true)).toEqual([])
    expect(problem('100', '0', '0', null, true)[0]?.path).toBe('totalAmount')
    expect(problem(null, '0', '0', '5', true)[0]?.path).toBe('technologyAmount')
    expect(problem(null, '1', '0', null, true)[0]?.path).toBe('equipmentAmount')
    expect(problem(null, '0', '1', null, true)[0]?.path).toBe('materialAmount')
  })
})

describe('the second reviewer and the day due', () => {
  const settings = { secondReviewFrom: '5000000', reviewDays: 15, secondReviewDays: 30 }
  const of = (technologyAmount: string | null, disputed = false) => ({ technologyAmount: technologyAmount === null ? null : new Decimal(technologyAmount), disputed })

  it('is needed from 500 万元 on, or when the amount is disputed', () => {
    expect(needsSecondReviewer(of('4999999.99'), settings.secondReviewFrom)).toBe(false)
    expect(needsSecondReviewer(of('5000000'), settings.secondReviewFrom)).toBe(true)
    expect(needsSecondReviewer(of('1', true), settings.secondReviewFrom)).toBe(true)
    expect(needsSecondReviewer(of(null), settings.secondReviewFrom)).toBe(false)
  })

  it('gives 15 working days, 30 with two reviewers, and knows holidays and make-up days', () => {
    // 2026-09-14 is a Monday. 20 September is a make-up Sunday, 25 to 27 September and 1 to 7 October are free.
    const calendar = new Map([['2026-09-20', true], ['2026-09-25', false], ...['01', '02', '03', '04', '05', '06', '07'].map((day): [string, boolean] => [`2026-10-${day}`, false]), ['2026-10-10', true]])
    expect(reviewDueOn(of('100'), '2026-09-14', settings, new Map())).toBe('2026-10-05')
    expect(reviewDueOn(of('100'), '2026-09-14', settings, calendar)).toBe('2026-10-10')
    expect(reviewDueOn(of('5000000'), '2026-09-14', settings, new Map())).toBe('2026-10-26')
  })
})
