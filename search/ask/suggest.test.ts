import { describe, expect, it } from 'vitest'
import { pairBeginning, pairToken, wordToken } from '../text/tokens'
import { suggestSteps } from './suggest'

describe('what titles are asked for while a query is typed', () => {
  it('asks for a phrase as it stands, and for the beginning of a pair or of a word', () => {
    expect(suggestSteps('自动驾')).toEqual([{ q: `"${pairToken('自', '动')} ${pairToken('动', '驾')}"`, fields: ['titleTokens'], needles: [{ kind: 'text', text: '自动驾' }] }])
    expect(suggestSteps('电')[0]?.q).toBe(pairBeginning('电'))
    expect(pairToken('电', '池').startsWith(pairBeginning('电'))).toBe(true)
    expect(suggestSteps('低温 电')[0]?.q).toBe(`"${pairToken('低', '温')}" ${pairBeginning('电')}`)
  })

  it('reads letters as pinyin too, beside the words that they begin', () => {
    const [typed, pinyin] = suggestSteps('zidong')
    expect(typed).toMatchObject({ q: wordToken('zidong'), fields: ['titleTokens'] })
    expect(pinyin).toMatchObject({ q: 'pzidong', needles: [{ kind: 'pinyin', text: 'zidong' }] })
    expect(suggestSteps('5g')).toHaveLength(1)
  })

  it('asks nothing where there is nothing to look for, or more than a title has', () => {
    for (const nothing of ['', '  ', '，。', '-', '长'.repeat(41)]) expect(suggestSteps(nothing)).toEqual([])
  })
})
