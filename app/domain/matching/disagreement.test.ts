import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disagreeing, leastDecisions, separation, verdictOf, type Decided } from './disagreement'
import { matchStates, type MatchPart } from './schema'

const decided = (id: string, taken: boolean, points: Partial<Record<MatchPart['part'], number>>): Decided => ({
  id, taken, score: Object.values(points).reduce((sum, value) => sum + value, 0), parts: Object.entries(points).map(([part, value]) => ({ part: part as MatchPart['part'], points: value, max: 30 })),
})
const many = (count: number, taken: boolean, points: (n: number) => Partial<Record<MatchPart['part'], number>>) => Array.from({ length: count }, (_one, n) => decided(`${taken ? 'y' : 'n'}${n}`, taken, points(n)))

describe('what people decided', () => {
  const verdicts = { suggested: null, notified: null, accepted: true, declined: false, met: true, applied: true, contracted: true, excluded: false } as const
  it.each(matchStates.map((state) => [state, verdicts[state]] as const))('%s is %s', (state, verdict) => {
    expect(verdictOf(state)).toBe(verdict)
  })
})

describe('how well a part separates', () => {
  it('is well for the one that people follow, none for one that is the same for all, against for the one that is the other way round', () => {
    const pairs = [...many(40, true, (n) => ({ text: 20 + (n % 5), field: 10, area: n % 3 })), ...many(40, false, (n) => ({ text: 10 + (n % 5), field: 10, area: 5 + (n % 3) }))]
    const { parts, whole } = separation(pairs)
    expect(parts.map(({ part, separates, area }) => [part, separates, area])).toEqual([['text', 'well', 1], ['field', 'none', 0.5], ['area', 'against', 0]])
    expect(parts[0]).toMatchObject({ taken: 22, refused: 12, max: 30 })
    expect(whole?.area).toBeGreaterThan(0.9)
  })

  it('says nothing of few decisions, or where all were the same', () => {
    expect(separation(many(200, true, () => ({ text: 20 })))).toEqual({ whole: null, parts: [] })
    expect(separation([...many(200, true, () => ({ text: 20 })), ...many(leastDecisions - 1, false, () => ({ text: 5 }))])).toEqual({ whole: null, parts: [] })
    expect(separation([])).toEqual({ whole: null, parts: [] })
  })

  it('leaves out a part that only a few pairs were scored with', () => {
    const pairs = [...many(20, true, (n) => (n < 5 ? { text: 20, kin: 9 } : { text: 20 })), ...many(20, false, () => ({ text: 5 }))]
    expect(separation(pairs).parts.map(({ part }) => part)).toEqual(['text'])
  })

  it('grows surer with more decisions of the same kind', () => {
    const of = (count: number) => separation([...many(count, true, (n) => ({ text: n % 10 })), ...many(count, false, (n) => ({ text: (n % 10) - 1 }))]).whole
    expect(of(20)?.separates).toBe('none')
    expect(of(400)?.separates).toBe('some')
    expect(of(400)?.margin ?? 1).toBeLessThan(of(20)?.margin ?? 0)
  })

  it('is of random decisions not called well', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ taken: fc.boolean(), points: fc.integer({ min: 0, max: 30 }) }), { minLength: 0, maxLength: 80 }), (rows) => {
        const { whole } = separation(rows.map(({ taken, points }, n) => decided(String(n), taken, { text: points })))
        if (!whole) return
        expect(whole.area).toBeGreaterThanOrEqual(0)
        expect(whole.area).toBeLessThanOrEqual(1)
        expect(whole.separates === 'well').toBe(whole.area - whole.margin >= 0.6)
      }),
    )
  })
})

describe('pairs that disagree with the score', () => {
  it('are those on the other side of the median, the farthest first', () => {
    const pairs = [...[90, 80, 30, 20].map((score, n) => decided(`y${n}`, true, { text: score })), ...[95, 85, 40, 10].map((score, n) => decided(`n${n}`, false, { text: score }))]
    const { takenLow, refusedHigh } = disagreeing(pairs)
    expect(takenLow.map(({ score }) => score)).toEqual([20, 30, 80])
    expect(refusedHigh.map(({ score }) => score)).toEqual([95, 85])
  })

  it('are none while there is only one side', () => {
    expect(disagreeing(many(5, true, () => ({ text: 5 })))).toEqual({ takenLow: [], refusedHigh: [] })
    expect(disagreeing([])).toEqual({ takenLow: [], refusedHigh: [] })
  })
})
