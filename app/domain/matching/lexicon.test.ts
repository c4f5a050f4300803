import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMessageKey } from '~/i18n'
import { fieldWordsOf, lexicon } from './lexicon'

describe('the lexicon of fields', () => {
  it('has a sentence for every sector and field, each once, and words for every subject', () => {
    const { fields, sectors, subjects, fieldOf, sectorOf, of } = lexicon()
    for (const keys of [fields, sectors]) {
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.filter((key) => !isMessageKey(key))).toEqual([])
    }
    expect([fieldOf.length, sectorOf.length]).toEqual([subjects, fields.length])
    expect(new Set([...of.values()].flat()).size).toBe(subjects)
    expect(new Set(sectorOf).size).toBe(sectors.length)
    expect(of.size).toBeGreaterThan(9000)
  })

  it('has no word of many subjects: it would tell of none', () => {
    for (const [word, subjects] of lexicon().of) expect(subjects.length, word).toBeLessThanOrEqual(3)
  })
})

describe('the words of a text', () => {
  it('are the longest at each place, none inside another', () => {
    expect(fieldWordsOf('锂离子电池隔膜')).toEqual(['锂离子电池', '隔膜'])
    expect(fieldWordsOf('')).toEqual([])
  })

  it('do not begin or end inside a Latin word', () => {
    expect(fieldWordsOf('sled led 灯具')).toEqual(['led', '灯具'])
    expect(fieldWordsOf('ct2 ct')).toEqual(['ct'])
  })

  it('all stand in the text and in the lexicon', () => {
    fc.assert(fc.property(fc.stringMatching(/^[锂电池钢茶叶水泥led12 ，]{0,30}$/), (text) => {
      for (const word of fieldWordsOf(text)) {
        expect(text).toContain(word)
        expect(lexicon().of.has(word)).toBe(true)
      }
    }))
  })
})
