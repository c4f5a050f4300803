import { describe, expect, it } from 'vitest'
import { auc, averagePrecision, gain, mean, measure, ndcg, ranked, recall, type Judged } from './measures'

describe('gain', () => {
  it.each([[1, 1, 0], [2, 1, 1], [3, 1, 3], [4, 1, 7], [0, 0, 0], [2, 0, 3], [-1, -1, 0]])('of grade %i above %i is %i', (grade, least, worth) => expect(gain(grade, least)).toBe(worth))
})

// By hand, with the discounts 1, 1/log2(3) = 0.63093, 1/2, 1/log2(5) = 0.43068.
describe('NDCG', () => {
  it.each<[string, number[], number, number]>([
    ['is 1 in the best order', [3, 2, 1], 10, 1],
    // DCG 0 + 1×0.63093 + 3×0.5 = 2.13093; ideal 3 + 0.63093 = 3.63093
    ['of the worst order', [1, 2, 3], 10, 0.586883],
    // only the first two: 0 + 0.63093 of 3.63093
    ['stops at the depth', [1, 2, 3], 2, 0.173765],
    // DCG 1 + 0 + 3×0.5 + 0 = 2.5; ideal 3 + 0.63093 = 3.63093
    ['with a gap', [2, 1, 3, 1], 10, 0.68853],
    ['is 0 where every grade is the least', [1, 1, 1], 10, 0],
    ['is 0 of nothing', [], 10, 0],
  ])('%s', (_name, grades, depth, expected) => expect(ndcg(grades, 1, depth)).toBeCloseTo(expected, 5))
})

describe('average precision', () => {
  it.each<[string, boolean[], number]>([
    // (1/1 + 2/3) / 2
    ['ranks 1 and 3', [true, false, true], 5 / 6],
    // (1/2 + 2/4 + 3/5) / 3
    ['ranks 2, 4 and 5', [false, true, false, true, true], 1.6 / 3],
    ['none related', [false, false], 0],
    ['all related', [true, true], 1],
  ])('%s', (_name, related, expected) => expect(averagePrecision(related)).toBeCloseTo(expected, 10))
})

describe('AUC', () => {
  const of = (related: number[], others: number[]) => auc([...related.map((score) => ({ score, related: true })), ...others.map((score) => ({ score, related: false }))])
  it.each<[string, number[], number[], number | null]>([
    ['parted well', [5, 4], [3, 2], 1],
    ['the wrong way round', [1, 2], [3, 4], 0],
    ['a tie is half', [3], [3], 0.5],
    // pairs: 5>4, 5>1, 2<4, 2>1: three of four
    ['three of four pairs', [5, 2], [4, 1], 0.75],
    // 3=3 half, 3>1 one, 1<3 none, 1=1 half: two of four
    ['ties on both sides', [3, 1], [3, 1], 0.5],
    ['nothing unrelated', [1, 2], [], null],
    ['nothing related', [], [1], null],
  ])('%s', (_name, related, others, expected) => expect(of(related, others)).toBe(expected))
})

describe('recall', () => {
  it('is the share of the related ones among the first', () => {
    expect(recall(['a', 'b', 'c', 'd'], new Set(['b', 'd', 'z']), 2)).toBeCloseTo(1 / 3)
    expect(recall(['a', 'b', 'c', 'd'], new Set(['b', 'd', 'z']), 100)).toBeCloseTo(2 / 3)
    expect(recall(['a'], new Set(), 10)).toBeNull()
  })
})

it('takes the mean of what is there', () => {
  expect(mean([1, null, 0])).toBe(0.5)
  expect(mean([null])).toBe(0)
})

it('ranks by score, equal ones by their ids, whatever order they come in', () => {
  const [a, b, c] = [{ id: 'a', score: 1 }, { id: 'b', score: 2 }, { id: 'c', score: 1 }]
  for (const given of [[a, b, c], [c, b, a], [c, a, b]]) expect(ranked(given).map(({ id }) => id).join('')).toBe('bac')
})

describe('the measures of a ranking', () => {
  const need = (grades: number[]): Judged[] => grades.map((grade, index) => ({ id: String(index).padStart(2, '0'), grade, score: 100 - index }))
  const best = need([3, 2, 1, 1, 1, 1, 1, 1, 1, 1])
  const worst = need([1, 1, 1, 1, 1, 1, 1, 1, 2, 3])
  const none = need([1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
  const few = need([1, 1, 1, 1, 1, 1, 1, 1, 3])

  it('leaves out needs with fewer than ten judged candidates', () => expect(measure([best, few], 1, 3)).toMatchObject({ needs: 1, ndcg10: 1, precision1: 1, aucPerNeed: 1, map: 1 }))

  it('counts a need without a related one in NDCG, not in P@1 and AUC', () => {
    expect(measure([best, none], 1, 3)).toMatchObject({ needs: 2, ndcg5: 0.5, ndcg10: 0.5, precision1: 1, aucPerNeed: 1, aucOverall: 1, map: 0.5 })
  })

  it('takes what is related from the grade that is asked for', () => {
    expect(measure([worst], 1, 3)).toMatchObject({ precision1: 0, aucPerNeed: 0, map: 0.1 })
    // related at ranks 9 and 10: (1/9 + 2/10) / 2
    expect(measure([worst], 1, 2).map).toBeCloseTo((1 / 9 + 2 / 10) / 2, 10)
    expect(measure([worst], 1, 3).ndcg5).toBe(0)
  })

  it('compares scores across needs for the AUC overall', () => {
    const low = best.map((one) => ({ ...one, score: one.score - 1000 }))
    // the related one of `low` (−900) is above 9 of the 18 others, that of `best` above all
    expect(measure([best, low], 1, 3)).toMatchObject({ aucPerNeed: 1, aucOverall: 27 / 36 })
  })
})
