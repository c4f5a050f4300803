import { describe, expect, it } from 'vitest'
import { countedForm, isPopular } from './rules'

describe('the form in which a query is counted', () => {
  it('is one for all that read the same', () => {
    for (const same of ['自动驾驶', ' 自动驾驶 ', '自動駕駛', '自动驾驶\u200b']) expect(countedForm(same)).toBe('自动驾驶')
    expect(countedForm('５Ｇ　基站')).toBe('5g 基站')
    expect(countedForm('2026 茶叶')).toBe('2026 茶叶')
  })

  it.each(['', '茶', '!!', 'a@b.cn', '13812345678', '138 1234 5678', '138-1234-5678', '张三 500383199001011234', '长'.repeat(41), '茶叶 -杀青', 'x'.repeat(5_000)])('is none for %.30s', (q) => {
    expect(countedForm(q)).toBeNull()
  })
})

it('is told to others when it was asked on three days or five times', () => {
  expect([{ days: 3, count: 3 }, { days: 1, count: 5 }].map(isPopular)).toEqual([true, true])
  expect([{ days: 2, count: 4 }, { days: 1, count: 1 }].map(isPopular)).toEqual([false, false])
})
