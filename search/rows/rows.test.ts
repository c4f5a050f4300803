import { describe, expect, it } from 'vitest'
import { fold } from '../text/fold'
import { parseQuery } from '../text/terms'
import { runsOf } from '../text/units'
import { readingsOf } from './reading'
import { isOneLexeme, lexemesOf, unitText } from './text'

const unitsOf = (text: string) => runsOf(fold(text))[0] ?? []
const strict = (q: string) => readingsOf(parseQuery(q), q)[0]?.()

describe('what a row is found by', () => {
  it.each([
    ['自动驾驶', ['自', '自动', '动', '动驾', '驾', '驾驶', '驶']],
    ['茶', ['茶']],
    ['5G 基站', ['5g', '基', '基站', '站']],
    ['Machine Learning', ['machine', 'learning']],
  ])('%s: every character, every pair, every word', (text, lexemes) => expect(lexemesOf(unitsOf(text)).sort()).toEqual([...lexemes].sort()))

  it.each([['自动', true], ['茶', true], ['5g', true], ['自动驾', false], ['5g站', false], ['machine learning', false]])('%s: its lexemes say all: %s', (text, all) => expect(isOneLexeme(unitsOf(text))).toBe(all))

  it('keeps Latin words whole between Chinese', () => {
    expect(unitText(unitsOf('矿用5G基站'))).toBe('矿用 5g 基站')
    expect(unitText(unitsOf('矿用 5 G 基站')).includes(unitText(unitsOf('5g')))).toBe(false)
  })

  it('cuts a word that has no end, never inside a character', () => {
    const [long] = lexemesOf(unitsOf('𝒜'.repeat(50)))
    expect(encodeURIComponent(long ?? '')).not.toBe('')
    expect([...(lexemesOf(unitsOf('\u{10400}'.repeat(50)))[0] ?? '')]).toHaveLength(40)
  })
})

describe('what a query asks the rows', () => {
  it.each([
    ['自动', "('自动')", true],
    ['自动驾驶仪 5G站', "('自动' & '动驾' & '驾驶' & '驶仪')", false],
    ['block', "'block':*", true],
    ['"block"', "('block')", true],
  ])('%s', (q, lexemes, settled) => expect(strict(q)?.present[0]).toMatchObject({ lexemes, settled }))

  it('a word with another for it: either', () => {
    const [word] = strict('自动驾驶')?.present ?? []
    expect(word?.alternatives).toEqual(expect.arrayContaining([['自动驾驶'], ['无人驾驶']]))
    expect(word?.settled).toBe(false)
  })

  it('only the last Latin word is still being typed', () => expect(strict('block chain')?.present.map(({ lexemes }) => lexemes)).toEqual(["('block')", "'chain':*"]))

  it('what is out is out as it stands', () => expect(strict('电池 -"锂 离子"')?.absent).toMatchObject([{ alternatives: [['锂离子']], settled: false }]))

  it('nothing, where nothing can be looked for', () => {
    expect(readingsOf(parseQuery('%%'), '%%')).toEqual([])
    expect(readingsOf(parseQuery(''), '')).toEqual([])
  })

  it('ten words at the most; the others are named', () => expect(strict('一 二 三 四 五 六 七 八 九 十 百')).toMatchObject({ code: 'some', dropped: ['百'] }))
})
