import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from './explain'
import { profileOf, type Section } from './profile'
import { poolOf } from './relevance'

const need: Section[] = [
  { name: 'title', text: '园区无人配送车夜间低照度障碍物识别与紧急制动' },
  { name: 'problem', text: '夜间园区支路照度低于 1 lx，现有视觉方案对障碍物检出率只有 81%。误制动每百公里 4.6 次，乘客投诉多；传感器标定要停车半天。' },
]
const result: Section[] = [
  { name: 'title', text: '低照度障碍物识别算法' },
  { name: 'summary', text: '在照度低于 1 lx 的道路上识别路桩和行人。传感器标定在行驶中完成，不必停车。已有三家车企使用。' },
]
const pool = poolOf([need, result, [{ name: 'title', text: '茶园病虫害防控' }]].map(profileOf))
const plain = (parts: { text: string }[]) => parts.map(({ text }) => text).join('')
const whole = (sections: Section[]) => sections.map(({ text }) => text).join('\n')
const marks = (parts: { text: string; mark?: boolean }[]) => parts.filter(({ mark }) => mark).map(({ text }) => text)
const cited = (parts: { text: string }[]) => plain(parts).replace(/^……|……$/g, '')

describe('an explanation', () => {
  const passages = explain(need, result, pool, 20, 30)

  it('pairs the passages that say the same', () => {
    expect(passages.length).toBeGreaterThan(1)
    expect(passages.length).toBeLessThanOrEqual(3)
    expect(passages.map(({ left, right }) => [left.section, right.section])).toContainEqual(['title', 'title'])
    expect(passages.some(({ left, right }) => plain(left.parts).includes('传感器标定') && plain(right.parts).includes('传感器标定'))).toBe(true)
  })

  it('marks on either side what the other has too, neighbours as one', () => {
    const titles = passages.find(({ left }) => left.section === 'title')
    expect(marks(titles?.left.parts ?? [])).toEqual(['照度障碍物识别'])
    expect(marks(titles?.right.parts ?? [])).toEqual(['照度障碍物识别'])
    const sensors = passages.find(({ right }) => plain(right.parts).includes('传感器标定'))
    expect(marks(sensors?.left.parts ?? [])).toEqual(['传感器标定', '停车'])
  })

  it('marks a character that the dictionary leaves over where it stands in both', () => {
    const [passage] = explain([{ name: 'title', text: '退役磷酸铁锂电池拆解' }], [{ name: 'title', text: '围绕退役磷酸铁锂电池的提锂' }], pool, 20, 30)
    expect(marks(passage?.left.parts ?? [])).toEqual(['退役磷酸铁锂电池'])
    expect(marks(passage?.right.parts ?? [])).toEqual(['退役磷酸铁锂电池'])
  })

  it('shares out the points of the text', () => {
    const sum = passages.reduce((all, { points }) => all + points, 0)
    expect(Math.abs(sum - 20)).toBeLessThanOrEqual(passages.length)
    for (const { points, max } of passages) expect(points).toBeLessThanOrEqual(max)
  })

  it('invents nothing where nothing is shared', () => {
    expect(explain(need, [{ name: 'title', text: '茶叶杀青' }], pool, 0, 30)).toEqual([])
    expect(explain([], result, pool, 0, 30)).toEqual([])
  })

  it('cites only what stands in both texts, and marks only what they share', () => {
    const clause = fc.constantFrom('低照度障碍物识别', '传感器在线标定', '误制动次数高', '锂电池热管理', '采摘机器人视觉', '车路协同 V2X 通信', '（夜间）照度低于 1 lx')
    const text = fc.array(clause, { minLength: 1, maxLength: 12 }).map((clauses) => clauses.join('，').replace(/，([^，]*，[^，]*)，/g, '。$1，'))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [left, right] = [[{ name: 'problem', text: one }], [{ name: 'summary', text: other }]]
        for (const passage of explain(left, right, pool, 15, 30)) {
          expect(whole(left)).toContain(cited(passage.left.parts))
          expect(whole(right)).toContain(cited(passage.right.parts))
          expect(passage.left.parts.some(({ mark }) => mark)).toBe(true)
          expect(passage.right.parts.some(({ mark }) => mark)).toBe(true)
          for (const { text: words, mark } of passage.left.parts) if (mark && words.length <= 2) expect(other.toLowerCase()).toContain(words.toLowerCase())
          expect(plain(passage.left.parts).length).toBeLessThanOrEqual(90 + 4)
        }
      }),
    )
  })
})
