import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, isSingle } from './codes'
import { lexicon } from './lexicon'
import { numbering } from './numbering'
import { pack, unpack } from './packing'
import { profileOf } from './profile'

describe('the code of a term', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code))

  it('is never that of another, of characters and pairs of them', () => {
    fc.assert(fc.property(han, han, han, han, (a, b, c, d) => {
      expect(codeOf(a + b) === codeOf(c + d)).toBe(a + b === c + d)
      expect(codeOf(a) === codeOf(b)).toBe(a === b)
      expect([isSingle(codeOf(a)), isSingle(codeOf(a + b))]).toEqual([true, false])
    }))
  })

  it('is no pair’s and no gap for anything else', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), han.map((one) => one + one + one), fc.constantFrom('', 'plc', '𠮷', 'c++', '5g')), han, han, (text, a, b) => {
      const code = codeOf(text)
      expect(Number.isInteger(code) && code > 0 && code < 2 ** 32).toBe(true)
      if (text !== a + b) expect(code).not.toBe(codeOf(a + b))
    }))
  })

  it('is another for each word of the lexicon', () => {
    const { of, ofCode } = lexicon()
    expect(ofCode.size).toBe(of.size)
    for (const [word, subjects] of of) expect(ofCode.get(codeOf(word))).toBe(subjects)
  })
})

describe('numbers of codes', () => {
  it('are those of their first appearance, however many there are', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 0xffffffff }), { maxLength: 2_000 }), (codes) => {
      const { numberOf, known, size } = numbering()
      const unique = [...new Set(codes)]
      expect(known(codes[0] ?? 1)).toBe(-1)
      codes.forEach((code) => expect(numberOf(code)).toBe(unique.indexOf(code)))
      expect(size()).toBe(unique.length)
      unique.forEach((code, number) => expect(known(code)).toBe(number))
    }))
  })
})

describe('packing', () => {
  const text = fc.array(fc.constantFrom('锂电池', '回收', 'PLC', '茶园', '2024', '，', '𠮷', '5G'), { maxLength: 60 }).map((all) => all.join(''))
  const sections = fc.array(fc.record({ name: fc.constantFrom('title', 'summary', 'goal', 'indicators'), text }), { maxLength: 4 })

  it('loses nothing', () => {
    fc.assert(fc.property(sections, (all) => {
      expect(unpack(pack(profileOf(all)))).toEqual(profileOf(all))
    }))
  })

  it('counts as far as it can', () => {
    const { counts, length } = unpack(pack(profileOf([{ name: 'title', text: '锂'.repeat(20_000) }])))
    expect(Math.max(...counts)).toBe(0xffff)
    expect(length).toBeGreaterThan(6_000)
  })

  it('refuses what is cut off', () => {
    const bytes = pack(profileOf([{ name: 'title', text: '锂电池回收' }]))
    for (let end = 0; end < bytes.length; end++) expect(() => unpack(bytes.slice(0, end))).toThrow()
  })
})
