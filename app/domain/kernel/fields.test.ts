import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkbox, cleanText, consent, day, email, instant, integer, keywords, lines, manyOf, oneOf, optional, optionalText, phone, text, version, yuan } from './fields'
import { issueErrors } from './issues'
import { Decimal } from './money'

const problem = (schema: z.ZodType, value: unknown) => {
  const parsed = z.object({ field: schema }).safeParse({ field: value })
  return parsed.success ? null : issueErrors(parsed.error)[0]?.message
}

describe('a required text', () => {
  it.each([[undefined, 'field.required'], ['', 'field.required'], ['   ', 'field.required'], ['\u0000\u0007', 'field.required'], ['\u200b\u200d\ufeff\u3164', 'field.required'], ['长'.repeat(11), 'field.too_long'], ['短', 'field.too_short']])('%j: %s', (value, key) => {
    expect(problem(text(10, 2), value)?.key).toBe(key)
  })
  it('counts characters as people do, and says how many are over', () => {
    expect(problem(text(2), '𠮷𠮷')).toBeNull()
    expect(problem(text(2), '𠮷𠮷𠮷')?.params).toMatchObject({ max: 2, length: 3, over: 1 })
  })
  it('drops control characters and turns, keeps line breaks', () => expect(cleanText('\u202e a\u0000b\r\nc ')).toBe('ab\nc'))
})

describe('choices', () => {
  it('takes one of the list only', () => {
    expect(problem(oneOf(['a', 'b']), 'a')).toBeNull()
    expect(problem(oneOf(['a', 'b']), '')?.key).toBe('field.choose')
    expect(problem(oneOf(['a', 'b']), 'c')?.key).toBe('field.unknown_choice')
    expect(problem(oneOf(['a', 'b']), '__proto__')?.key).toBe('field.unknown_choice')
  })
  it('takes one value or many as a list without repeats', () => {
    expect(manyOf(['a', 'b']).parse('a')).toEqual(['a'])
    expect(manyOf(['a', 'b']).parse(['a', 'b', 'a'])).toEqual(['a', 'b'])
    expect(manyOf(['a', 'b']).parse(undefined)).toEqual([])
    expect(problem(manyOf(['a', 'b'], 1), [])?.key).toBe('field.choose')
  })
  it('reads tick boxes', () => {
    expect([checkbox().parse('on'), checkbox().parse(undefined), checkbox().parse('false'), checkbox().parse(true)]).toEqual([true, false, false, true])
    expect(problem(consent(), undefined)?.key).toBe('field.must_agree')
  })
})

describe('numbers, days and times', () => {
  it.each([['3', null], ['３', null], ['3.5', 'field.not_a_number'], ['x', 'field.not_a_number'], ['', 'field.required'], ['0', 'field.out_of_range'], ['10', 'field.out_of_range']])('integer %s: %s', (value, key) => expect(problem(integer(1, 9), value)?.key ?? null).toBe(key))
  it.each([['2026-11-24', null], ['2026-02-30', 'day.not_a_day'], ['26.1.5', 'day.not_a_day'], ['', 'field.required']])('day %s: %s', (value, key) => expect(problem(day(), value)?.key ?? null).toBe(key))
  it.each([['2026-11-24T17:00', null], ['2026-11-24T17:00:00+08:00', null], ['2026-11-24T25:00', 'time.not_a_time'], ['tomorrow', 'time.not_a_time'], ['0000-01-01T00:00', 'time.not_a_time'], ['+275760-09-13T00:00:00Z', 'time.not_a_time'], ['-000001-01-01T00:00:00Z', 'time.not_a_time']])('instant %s: %s', (value, key) => expect(problem(instant(), value)?.key ?? null).toBe(key))
  it('reads money as a decimal', () => {
    const amount = yuan().parse('1,250.50')
    expect(amount).toBeInstanceOf(Decimal)
    expect(problem(yuan(), '1.234')?.key).toBe('money.too_precise')
    expect(problem(yuan(), '')?.key).toBe('field.required')
  })
})

describe('lists in a text', () => {
  it('splits keywords at commas and spaces', () => expect(keywords(1, 5).parse('机器视觉，焊缝、焊缝 缺陷')).toEqual(['机器视觉', '焊缝', '缺陷']))
  it.each([['', 'field.too_few'], ['一 二 三 四 五 六', 'field.too_many'], ['长'.repeat(21), 'field.line_too_long']])('keywords %s: %s', (value, key) => expect(problem(keywords(1, 5), value)?.key).toBe(key))
  it('reads one entry a line', () => expect(lines(3, 10).parse(' a \n\n b ')).toEqual(['a', 'b']))
})

describe('addresses', () => {
  it.each([['name@example.com', null], [' NAME@Example.COM ', null], ['name', 'email.wrong'], ['a@b', 'email.wrong'], ['a b@c.de', 'email.wrong'], ['a@b.c\r\nBcc: x@y.zz', 'email.wrong']])('%j: %s', (value, key) => expect(problem(email(), value)?.key ?? null).toBe(key))
  it('keeps them in small letters', () => expect(email().parse(' NAME@Example.COM ')).toBe('name@example.com'))
  it.each([['023-49800000', null], ['+86 138 0013 8000', null], ['打给我', 'phone.wrong'], ['123', 'phone.wrong']])('phone %s: %s', (value, key) => expect(problem(phone(), value)?.key ?? null).toBe(key))
})

it('takes what is no version as one older than every record', () => {
  for (const value of [undefined, '', '0', '-1', '1.5', 'x', '2147483648', '1e99', {}, []]) expect(version().parse(value)).toBe(0)
  expect([version().parse('7'), version().parse(7)]).toEqual([7, 7])
})

it('lets optional fields stay empty', () => {
  expect(optional(day()).parse('')).toBeNull()
  expect(optional(day()).parse(undefined)).toBeNull()
  expect(optionalText(5).parse(undefined)).toBe('')
})
