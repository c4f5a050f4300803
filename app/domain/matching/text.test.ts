import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gramsOf, sentencesOf, termsOf } from './text'

describe('grams', () => {
  it('are characters and their neighbours, and Latin words with more than digits', () => {
    expect(gramsOf('锂电池')).toEqual(['锂', '锂电', '电', '电池', '池'])
    expect(gramsOf('L4 级 5G，98.5%')).toEqual(['l4', '级', '5g'])
    expect(gramsOf('')).toEqual([])
  })

  it('do not cross a sign', () => expect(gramsOf('电，池')).toEqual(['电', '池']))

  it.each([['移动互联网环境', '移动 互联网 环境'], ['锂电池', '锂 电 池'], ['车联网V2X', '車聯網 Ｖ２Ｘ']])('are the same for %s and %s', (one, other) => expect(gramsOf(other)).toEqual(gramsOf(one)))
})

describe('terms', () => {
  const words = (text: string) => termsOf(text).map((term) => text.slice(term.start, term.end))

  it('are words of two characters and the pairs of longer ones, at their places', () => {
    expect(words('研究锂电池回收')).toEqual(['锂电', '电池', '回收'])
  })

  it('leave out what says nothing', () => expect(words('我们进行相关技术研究')).toEqual([]))

  it('stand rightly also where folding changes the length or spaces part the words', () => {
    expect(words('㎏级锂 电池')).toContain('锂 电')
    expect(words('ﬁ 标定')).toContain('标定')
  })

  it('are always grams of the same text', () => {
    fc.assert(fc.property(fc.stringMatching(/^[锂电池回收技术研究 a-z0-9，。]{0,30}$/), (text) => {
      const grams = new Set(gramsOf(text))
      for (const term of termsOf(text)) {
        expect(grams).toContain(term.text)
        expect(gramsOf(text.slice(term.start, term.end)).join('')).toContain(term.text)
      }
    }))
  })
})

it('splits into sentences with their marks, the short ones left out', () => {
  expect(sentencesOf('夜间支路照度低于 1 lx。好。误制动每百公里 4.6 次；\n现有方案检出率只有 81%')).toEqual(['夜间支路照度低于 1 lx。', '误制动每百公里 4.6 次；', '现有方案检出率只有 81%'])
})
