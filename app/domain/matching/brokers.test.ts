import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankBrokers, type BrokerFacts } from './broker-choice'
import { funnelOf, funnelSteps, type Travelled } from './funnel'
import { matchStates } from './schema'

const broker = (id: string, more: Partial<BrokerFacts> = {}): BrokerFacts => ({ id, name: id, fields: ['transport'], load: 0, maxLoad: 10, responseRate: 0.8, ...more })
const order = (brokers: BrokerFacts[]) => rankBrokers(brokers, 'transport').map(({ id }) => id)

describe('brokers for a pair', () => {
  it('who serve the field come first, then who has room and answers', () => {
    expect(order([broker('other', { fields: ['agriculture'], responseRate: 1 }), broker('busy', { load: 9 }), broker('slow', { responseRate: 0.1 }), broker('best')])).toEqual(['best', 'slow', 'busy', 'other'])
  })
  it('whose hands are full come last and say so, whatever they serve', () => {
    const ranked = rankBrokers([broker('full', { load: 10 }), broker('other', { fields: [] })], 'transport')
    expect(ranked.map(({ id, full, serves }) => [id, full, serves])).toEqual([['other', false, false], ['full', true, true]])
  })
  it('who were not asked yet stand between the quick and the slow', () => {
    expect(order([broker('slow', { responseRate: 0.2 }), broker('new', { responseRate: null }), broker('quick', { responseRate: 0.9 })])).toEqual(['quick', 'new', 'slow'])
  })
  it('keep one order for any order of the input, also with a limit of zero', () => {
    const facts = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), name: fc.constantFrom('甲', '乙'), fields: fc.constantFrom([], ['transport']), load: fc.nat(3), maxLoad: fc.nat(3), responseRate: fc.option(fc.constantFrom(0, 0.5, 1)) })
    fc.assert(
      fc.property(fc.uniqueArray(facts, { selector: ({ id }) => id, maxLength: 4 }), (brokers) => {
        expect(order([...brokers].reverse())).toEqual(order(brokers))
      }),
    )
  })
})

const on = (text: string) => new Date(`2026-11-${text}T00:00:00Z`)

describe('the funnel of a broker', () => {
  it('counts how far the pairs came and how long each step took', () => {
    const pairs: Travelled[] = [
      { state: 'contracted', at: { suggested: on('01'), notified: on('02'), accepted: on('04'), applied: on('08'), contracted: on('18') } },
      { state: 'accepted', at: { suggested: on('01'), notified: on('03'), accepted: on('13') } },
      { state: 'suggested', at: { suggested: on('05') } },
    ]
    expect(funnelOf(pairs)).toEqual([
      { step: 'suggested', count: 3, days: null }, { step: 'notified', count: 2, days: 1.5 }, { step: 'accepted', count: 2, days: 6 }, { step: 'met', count: 1, days: null }, { step: 'applied', count: 1, days: 4 }, { step: 'contracted', count: 1, days: 10 },
    ])
  })
  it('counts one that was refused as far as it had come', () => {
    expect(funnelOf([{ state: 'declined', at: { suggested: on('01'), notified: on('02'), declined: on('03') } }, { state: 'excluded', at: {} }]).map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0])
  })
  it('never grows from one step to the next', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...matchStates), { maxLength: 20 }), (states) => {
      const counts = funnelOf(states.map((state) => ({ state, at: {} }))).map(({ count }) => count)
      expect(counts).toHaveLength(funnelSteps.length)
      expect(counts).toEqual([...counts].sort((one, other) => other - one))
      expect(counts[0]).toBe(states.length)
    }))
  })
})
