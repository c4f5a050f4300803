import { describe, expect, it } from 'vitest'
import { parseQuery } from '../text/terms'
import { meantBy, variedWords, type Meaning } from './meant'
import { editOf, slipsBetween } from './instead'

const record = (title: string, keywords: string[] = [], summary = '') => ({ title, keywords, who: [], summary, body: '' })
const driving = record('L4级自动驾驶公交示范线与测试场', ['自动驾驶', '车联网'])
const meant = (query: string, meaning: Meaning, ...documents: ReturnType<typeof record>[]) => meantBy(parseQuery(query), meaning, documents.length > 0 ? documents : [driving])

describe('what a query was meant to be', () => {
  it.each([['zidongjiashi'], ['zdjs'], ['zidongjia'], ['zidongjiash'], ['zidong jiashi'], ['ZiDongJiaShi'], ['dongjiashi']])('by pinyin: %s', query => {
    expect(meant(query, 'pinyin')).toBe('自动驾驶')
  })

  it('by characters that sound the same', () => {
    expect(meant('自动架驶', 'sound')).toBe('自动驾驶')
    expect(meant('自动架驶 公交', 'sound')).toBe('自动驾驶 公交')
    expect(meant('自动架驶 "公交" -地铁', 'sound')).toBe('自动驾驶 "公交" -地铁')
  })

  it('by a character missing, changed or too many', () => {
    expect(meant('自动驶', 'near')).toBe('自动驾驶')
    expect(meant('自动驾骏', 'near')).toBe('自动驾驶')
    expect(meant('由动驾驶', 'near')).toBe('自动驾驶')
    expect(meant('自动的驾驶', 'near')).toBe('自动驾驶')
    expect(meant('blockchian', 'near', record('基于 Blockchain 的溯源'))).toBe('blockchain')
  })

  it('what most records have, titles first', () => {
    const others = [record('重点建设项目'), driving, record('夜间自动驾驶环卫作业')]
    expect(meant('zdjs', 'pinyin', ...others)).toBe('自动驾驶')
    expect(meant('zdjs', 'pinyin', record('公交', [], '自动驾驶'), record('重点建设'))).toBe('重点建设')
  })

  it('nothing where no record has all of it, or has it as typed', () => {
    expect(meant('自动驾驶', 'sound')).toBeNull()
    expect(meant('自动架驶 地铁', 'sound')).toBeNull()
    // Of three characters one changed is another word; a part that is no word was hardly meant.
    expect(meant('机器臂', 'near', record('机器人寿命试验'))).toBeNull()
    expect(meant('能驾驶公', 'near')).toBeNull()
    expect(meantBy(parseQuery('自动架驶'), 'sound', [])).toBeNull()
  })
})

describe('a slip', () => {
  it('is one character, inside or changed', () => {
    const of = (typed: string, other: string) => editOf([...typed], [...other])
    expect([of('自动驶', '自动驾驶'), of('自动驾骏', '自动驾驶'), of('自动的驾驶', '自动驾驶')]).toEqual(['lacks', 'changed', 'has'])
    expect([of('自动驾', '自动驾驶'), of('自动', '自动'), of('自动驾骏', '自动检测'), of('', '自'), of('动驾', '自动驾')]).toEqual([null, null, null, null, null])
  })

  it('of letters is counted as the index counts it', () => {
    expect([slipsBetween('robot', 'robot'), slipsBetween('robto', 'robot'), slipsBetween('robt', 'robot'), slipsBetween('rabat', 'robot')]).toEqual([0, 1, 1, 2])
  })
})

describe('words with one character left out in turn', () => {
  it('are asked for Chinese terms of four to eight characters alone', () => {
    expect(variedWords(parseQuery('自动驾骏').terms)).toHaveLength(4)
    expect(variedWords(parseQuery('自动驾骏 公交').terms).every(words => words.split(' ').length > 1)).toBe(true)
    for (const none of ['机器臂', 'zidongjiashi', '一二三四五六七八九', '']) expect(variedWords(parseQuery(none).terms)).toEqual([])
  })
})
