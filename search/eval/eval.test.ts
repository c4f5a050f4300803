import { describe, expect, it } from 'vitest'
import { judgedKinds, judgedQueries, readSubjects } from './judged'
import { measureSearch, ndcgOf, percentile } from './measures'

describe('measures of search', () => {
  const grades = new Map([['a', 2], ['b', 1], ['c', 1]])

  it('give 1 to the best order, less to a worse one, 0 to nothing', () => {
    expect(ndcgOf({ found: ['a', 'c', 'b'], grades })).toBe(1)
    // By hand: (1/log2(2) + 3/log2(3)) / (3/log2(2) + 1/log2(3) + 1/log2(4)).
    expect(ndcgOf({ found: ['b', 'a'], grades })).toBeCloseTo((1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3) + 0.5), 10)
    expect(ndcgOf({ found: ['x', 'y'], grades })).toBe(0)
    expect(ndcgOf({ found: [], grades })).toBe(0)
  })

  it('look at ten and no further', () => {
    const late = [...Array.from({ length: 10 }, (_, rank) => `x${rank}`), 'a']
    expect(ndcgOf({ found: late, grades })).toBe(0)
    expect(measureSearch([{ kind: '-', found: late, grades, ms: 5 }])).toEqual({ queries: 1, ndcg10: 0, success10: 0, zero: 0, p50: 5, p95: 5 })
  })

  it('count what finds nothing, and times by nearest rank', () => {
    expect(measureSearch([{ kind: '-', found: [], grades, ms: 1 }, { kind: '-', found: ['a'], grades, ms: 3 }])).toMatchObject({ success10: 0.5, zero: 0.5, p50: 1, p95: 3 })
    expect(percentile([], 0.5)).toBe(0)
  })
})

describe('the judged set', () => {
  const documents = [
    { id: '1', title: '园区自动驾驶接驳', content: '', keywords: '激光雷达、组合导航' },
    { id: '2', title: '矿车改造', content: '要用自动驾驶，还要无人驾驶清扫', keywords: '激光雷达' },
    { id: '3', title: '自然语言处理', content: '', keywords: '' },
  ]
  const queries = judgedQueries(documents, readSubjects('# said\n\n自动驾驶 = 无人驾驶 = 不在这里\n'))
  const of = (kind: string) => queries.filter((query) => query.kind === kind).map(({ q, grades }) => [q, Object.fromEntries(grades)])

  it('asks for a subject in every kind, and grades by the letters alone', () => {
    const both = { 1: 2, 2: 1 }
    expect(of('whole word')).toEqual([['自动驾驶', both]])
    expect(of('pinyin')).toEqual([['zidongjiashi', both]])
    expect(of('half pinyin')).toEqual([['zidongjias', both]])
    expect(of('initials')).toEqual([['zdjs', both]])
    expect(of('traditional')).toEqual([['自動駕駛', both]])
    expect(of('spaces')).toEqual([['自动 驾驶', both]])
    expect(of('one missing character')).toEqual([['自动驶', both]])
    expect(of('several words')).toEqual([['自动驾驶 激光雷达', both]])
    expect(of('question')).toEqual([['有没有关于自动驾驶的技术', both]])
    expect(of('synonym')).toEqual([['无人驾驶', both], ['不在这里', both]])
    expect(of('inside a word')).toEqual([['动驾', both]])
    expect(judgedKinds).toHaveLength(12)
  })

  it('has a slip that sounds the same', () => {
    const slips = judgedQueries([...documents, { id: '4', title: '字形', content: '', keywords: '' }], [{ word: '自动驾', others: [] }]).filter(({ kind }) => kind === 'one wrong character')
    expect(slips.map(({ q }) => q)).toEqual(['字动驾'])
  })

  it('leaves out what no document has', () => expect(judgedQueries(documents, [{ word: '茶叶', others: [] }])).toEqual([]))
})
