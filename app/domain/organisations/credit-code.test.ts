import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { creditCodeCheckDigit, isCreditCode } from './credit-code'

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const first17 = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map((letters) => letters.join(''))

describe('统一社会信用代码 (GB 32100-2015)', () => {
  test('the worked example: 91350100M000100Y4 has the check digit 3', () => {
    expect(creditCodeCheckDigit('91350100M000100Y4')).toBe('3')
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
  })

  test.each([
    ['the check digit is wrong', '91350100M000100Y44'],
    ['it is too short', '91350100M000100Y4'],
    ['it is too long', '91350100M000100Y433'],
    ['it has a letter that the alphabet leaves out', '91350100I000100Y43'],
    ['it has small letters', '91350100m000100y43'],
    ['it is empty', ''],
  ])('refused when %s', (_why, code) => expect(isCreditCode(code)).toBe(false))

  test('every code with its own check digit is valid, and no other check digit is', () => {
    fc.assert(
      fc.property(first17, (code) => {
        const valid = alphabet.filter((digit) => isCreditCode(code + digit))
        expect(valid).toEqual([creditCodeCheckDigit(code)])
      }),
    )
  })

  test('one wrong character is always noticed', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.constantFrom(...alphabet), (code, at, other) => {
        fc.pre(code[at] !== other)
        expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1) + creditCodeCheckDigit(code))).toBe(false)
      }),
    )
  })

  test('fewer than 17 characters have no check digit', () => expect(() => creditCodeCheckDigit('123')).toThrow(RangeError))
})
