import { describe, expect, it } from 'vitest'
import { readCell, wordKey, type Words } from './cells'
import { headOf, headless, letterOf, mappingOf, missingColumns } from './header'

const words: Words = { kind: new Map([[wordKey('技术开发（委托）'), 'development_commissioned']]) }
const amount = (typed: string, wan = false) => readCell(typed, { kind: 'amount' }, wan, words)
const day = (typed: string) => readCell(typed, { kind: 'day' }, false, words)
const said = (cell: ReturnType<typeof readCell>) => ('problem' in cell ? [cell.problem.key, cell.problem.params?.plain].filter(Boolean) : cell.value)

describe('an amount', () => {
  it.each([
    ['1,000.50', '1000.50'], ['１２３４', '1234'], ['¥ 5000', '5000'], ['0', '0'],
    ['1,000.5元', ['import.amount.unit', '1000.5']], ['１００万', ['import.amount.unit', '1000000']], ['3.2亿元', ['import.amount.unit', '320000000']],
    ['1e9', ['import.amount.exponent', '1000000000']], ['1000000000000000', ['import.amount.implausible']],
    // What is left is for the form's own rules: negative, three decimals, words.
    ['-1', '-1'], ['1.005', '1.005'], ['约三万', '约三万'],
  ])('%s', (typed, wanted) => expect(said(amount(typed))).toEqual(wanted))
  it('in 万元 becomes 元 to the fen', () => {
    expect(said(amount('12.3456', true))).toBe('123456')
    expect(said(amount('0.000001', true))).toBe('0.01')
    expect(said(amount('1.0000001', true))).toEqual(['money.too_precise'])
    expect(said(amount('12万元', true))).toEqual(['import.amount.unit_wan', '12'])
  })
})

describe('a day', () => {
  it.each([
    ['2026-01-05', '2026-01-05'], ['2026/1/5', '2026-01-05'], ['2026.1.5', '2026-01-05'], ['2026年1月5日', '2026-01-05'], ['20260105', '2026-01-05'], ['46027', '2026-01-05'], ['2026-01-05 00:00:00', '2026-01-05'],
    ['2026/2/30', ['import.day.none']], ['26.1.5', ['import.day.short_year']], ['去年年底', ['import.day.not_a_day']], ['5', ['import.day.not_a_day']],
  ])('%s', (typed, wanted) => expect(said(day(typed))).toEqual(wanted))
})

it('asks about a formula without a result and about a word that is none of a list', () => {
  expect(said(readCell('=B2*2', { kind: 'text' }, false, words))).toEqual(['import.formula'])
  expect(said(readCell('技术开发(委托)', { kind: 'kind' }, false, words))).toBe('development_commissioned')
  expect(said(readCell('开发', { kind: 'kind' }, false, words))).toEqual(['import.unknown_word'])
  expect(said(readCell('关联', { kind: 'related' }, false, words))).toBe(true)
  expect(said(readCell('也许', { kind: 'pending' }, false, words))).toEqual(['import.yes_no'])
})

describe('a header', () => {
  const names = new Map([['项目名称', 'projectName'], ['合同成交额', 'totalAmount']])
  it('is found below a title, with units, stars and the words of other systems', () => {
    const lines = [{ line: 1, cells: ['2026 年技术合同登记表'] }, { line: 3, cells: ['项目名称*', '合同类型', '合同成交额（万元）', 'sellername', '备注'] }, { line: 4, cells: ['甲', '', '', '', '其他'] }]
    const head = headOf({ sheets: [{ name: '说明', lines: [{ line: 1, cells: ['怎样填'] }] }, { name: '合同', lines }], hidden: [] }, names)
    expect(head).toMatchObject({ sheet: '合同', line: 3, mapping: ['projectName', 'kind', 'totalAmount:wan', 'seller.name', null], rows: [{ line: 4 }] })
  })
  it('follows what people chose before, and sends no two columns to one place', () => {
    expect(mappingOf(['项目名称', '名称', '合同名称'], names, new Map([['名称', 'projectName'], ['项目名称', null]]))).toEqual([null, 'projectName', null])
  })
  it('that is merged leaves columns without a name', () => {
    expect(headless({ headers: ['卖方', '', '买方'], rows: [{ line: 2, cells: ['甲', '91', '乙', 'x'] }] }).map(letterOf)).toEqual(['B', 'D'])
    expect(missingColumns(['projectName', 'totalAmount:wan'])).toContain('seller.name')
    expect(letterOf(28)).toBe('AB')
  })
})
