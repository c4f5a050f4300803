import { describe, expect, it } from 'vitest'
import { completionsIn, holdsWhole } from './slip'

describe('a slip', () => {
  it.each([
    ['服装品牌管理模型', '理模型', false],
    ['暗能量的理论模型', '理论模型', true],
    ['企业的模型与模型理解', '模型', true],
    ['模型', '模型', true],
    ['', '模型', false],
    ['只有别的', '模型', false],
  ])('%s holds %s as a word of its own: %s', (text, wanted, whole) => {
    expect(holdsWhole(text, wanted)).toBe(whole)
  })

  it('knows what may have been meant, when it is whole words', () => {
    expect(completionsIn('暗能量的理论模型', '理模型')).toEqual(['理论模型'])
    expect(completionsIn('金属表面缺陷检测仪', '缺检测')).toEqual(['缺陷检测'])
    expect(completionsIn('金属表面缺陷检测仪', '陷检测')).toEqual([])
    expect(completionsIn('管理模型', '理模型')).toEqual([])
  })

  it('takes nothing for a pattern', () => {
    expect(completionsIn('甲乙丙', '甲𠀀丙')).toEqual([])
  })
})
