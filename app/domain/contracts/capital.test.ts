import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '~/domain/kernel/money'
import { capitals } from './capital'

/** Reads the words back, by another way than they were written. */
function read(words: string): string {
  const digit = (char: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(char)
  const section = (text: string): bigint => {
    let [sum, last] = [0n, 0n]
    for (const char of text) {
      const unit = { 拾: 10n, 佰: 100n, 仟: 1000n }[char]
      if (unit) [sum, last] = [sum + last * unit, 0n]
      else last = BigInt(digit(char))
    }
    return sum + last
  }
  const large = (text: string): bigint => {
    const [high, low] = text.includes('万') ? text.split('万') : ['', text]
    return section(high ?? '') * 10_000n + section(low ?? '')
  }
  const body = words.replace('人民币', '').replace('整', '')
  const [yuan, rest] = body.includes('元') ? body.split('元') : ['', body]
  const [high, low] = yuan?.includes('亿') ? yuan.split('亿') : ['', yuan]
  const jiao = /(.)角/.exec(rest ?? '')?.[1]
  const fen = /(.)分/.exec(rest ?? '')?.[1]
  const cents = (jiao ? digit(jiao) : 0) * 10 + (fen ? digit(fen) : 0)
  return `${large(high ?? '') * 100_000_000n + large(low ?? '')}.${String(cents).padStart(2, '0')}`
}

describe('an amount in capitals', () => {
  it.each([
    ['0', '人民币零元整'],
    ['1286000', '人民币壹佰贰拾捌万陆仟元整'],
    ['10', '人民币壹拾元整'],
    ['1010', '人民币壹仟零壹拾元整'],
    ['100010000', '人民币壹亿零壹万元整'],
    ['500000000', '人民币伍亿元整'],
    ['10000001', '人民币壹仟万零壹元整'],
    ['1.05', '人民币壹元零伍分'],
    ['1.50', '人民币壹元伍角整'],
    ['0.5', '人民币伍角整'],
    ['0.05', '人民币伍分'],
    ['123456.78', '人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分'],
    ['9999999999999999.99', '人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%s', (amount, words) => expect(capitals(amount)).toBe(words))

  it('can be read back to the fen, whatever the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999_999n }), (cents) => {
        const amount = new Decimal(cents.toString()).div(100)
        expect(read(capitals(amount))).toBe(amount.toFixed(2))
      }),
    )
  })

  it('refuses what is no amount', () => {
    for (const wrong of ['-1', '0.001', '10000000000000000']) expect(() => capitals(wrong)).toThrow(RangeError)
  })
})
