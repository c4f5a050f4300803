import { describe, expect, it } from 'vitest'
import { readLine } from './rules'

describe('a line of the word lists', () => {
  it.each([
    ['自动驾驶=无人驾驶', '自动驾驶 = 无人驾驶'],
    ['ＡＧＶ、 无人搬运车 ，無人搬運車', 'agv = 无人搬运车'],
    ['Machine  Learning\n机器学习', 'machine learning = 机器学习'],
  ])('%s is folded, its words once each', (typed, line) => expect(readLine('synonym', typed)).toMatchObject({ line }))

  it.each([
    ['synonym', '自动驾驶', 'words.needs_two'],
    ['synonym', '车 = 汽车', 'words.too_short'],
    ['synonym', '—— = ！！', 'words.too_short'],
    ['synonym', `${'长'.repeat(31)} = 短词`, 'words.too_long'],
    ['synonym', Array.from({ length: 13 }, (_, n) => `词语${n}`).join('='), 'words.too_many'],
    ['question', '有没有 = 有无', 'words.needs_one'],
    ['edge', '', 'words.needs_one'],
  ] as const)('%s %s: %s', (kind, typed, key) => expect(readLine(kind, typed)).toEqual({ problem: expect.objectContaining({ key }) as unknown }))

  it('of a question may be one character', () => expect(readLine('question', '吗')).toEqual({ line: '吗', words: ['吗'] }))
})
