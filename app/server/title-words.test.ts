import { describe, expect, it } from 'vitest'
import { titleWords } from './title-words'

describe('the words of a title', () => {
  it('spell the title again', () => {
    for (const title of ['旺龙湖片区重型作业车辆远程驾驶', '三教片区外观质检“机器换人”集中改造', 'L3 级乘用车（夜间）测试', '周砚舟　副研究员，车载感知', '', 'Battery thermal runaway']) expect(titleWords(title).join('')).toBe(title)
  })

  it('are whole words', () => {
    expect(titleWords('车辆远程驾驶')).toEqual(['车辆', '远程', '驾驶'])
  })

  it('keep a single character with its neighbour', () => {
    expect(titleWords('旺龙湖片区首台套试用')).toEqual(['旺龙湖', '片区', '首台套', '试用'])
    expect(titleWords('阻抗与循环')).toEqual(['阻抗', '与循环'])
  })

  it('never begin with a closing sign nor end with an opening one', () => {
    for (const word of titleWords('集中（一期）改造，“机器换人”')) {
      expect(word).not.toMatch(/^[）”，]/)
      expect(word).not.toMatch(/[（“]$/)
    }
  })
})
