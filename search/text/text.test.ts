import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { fold, foldRegional, foldWithMap, QUERY_LIMIT } from './fold'
import { initialsOf, readRun, sameSound, soundTokens, syllablesOf, windowTokens } from './pinyin'
import { contentTerms, dictionaryWords } from './question'
import { maybeInitials, spell } from './syllables'
import { allSynonyms, cutAtMembers, memberTokensIn, synonymsOf } from './synonyms'
import { parseQuery, parseRegional } from './terms'
import { characterToken, memberToken, pairToken, phraseTokens, skipTokens, wordToken } from './tokens'
import { chineseParts, runsOf } from './units'
import { useOwnLines, words } from './words'

const run = (text: string) => runsOf(fold(text))[0] ?? []
const terms = (text: string) => parseQuery(text).terms.map((term) => term.text)

describe('one form for what reads the same', () => {
  it.each([
    ['ＡＩ　１２３', 'ai 123'], ['①㎏ﬁ', '1kgfi'], ['車聯網', '车联网'], ['資料庫', '资料库'], ['LiDAR', 'lidar'], ['鋰電池', '锂电池'], ['a\u0000b\u200bc', 'a b c'], ['影像学', '影像学'], ['', ''],
  ])('%j is %j', (text, folded) => expect(fold(text)).toBe(folded))

  // 薴 alone of all characters is simplified in two steps (薴, 苧, 苎); texts and queries both take the first.
  it('is reached at once: folding twice changes nothing', () => fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('薴')), (text) => void expect(fold(fold(text))).toBe(fold(text)))))

  it('takes Taiwanese words for the mainland’s, and leaves simplified text alone', () => {
    expect(foldRegional('軟體')).toBe('软件')
    expect(fold('軟體')).toBe('软体')
    expect(foldRegional('影像学')).toBe('影像学')
  })

  it('knows where each character came from', () => {
    const original = '重量㎏与ﬁ'
    const { text, at } = foldWithMap(original)
    expect(text).toBe('重量kg与fi')
    expect([0, 2, 3, 4, 5, 6, 7].map(at)).toEqual([0, 2, 2, 3, 4, 4, 5])
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (given) => {
      const folded = foldWithMap(given)
      for (let index = 0; index < folded.text.length; index++) {
        expect(folded.at(index)).toBeLessThanOrEqual(folded.at(index + 1))
        expect(folded.at(index)).toBeLessThanOrEqual(given.length)
      }
    }))
  })
})

describe('units and runs', () => {
  it('are characters and Latin words; signs part runs, spaces do not', () => {
    expect(runsOf('l4级 自动，驾驶').map((units) => units.map(({ text }) => text))).toEqual([['l4', '级', '自', '动'], ['驾', '驶']])
    expect(runsOf('，。 ')).toEqual([])
    expect(chineseParts(run('L4级5G基站')).map((part) => part.map(({ text }) => text).join(''))).toEqual(['l4', '级', '5g', '基站'])
  })

  it('stand at their places in the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (given) => {
      const text = fold(given)
      for (const unit of runsOf(text).flat()) expect(text.slice(unit.start, unit.end)).toBe(unit.text)
    }))
  })
})

describe('tokens', () => {
  it('are Latin letters whatever the text, and different for different pairs', () => {
    fc.assert(fc.property(fc.constantFrom(...'锂电池回收茶园重庆永川自动驾驶'), fc.constantFrom(...'锂电池回收茶园重庆永川自动驾驶'), (one, other) => {
      expect(pairToken(one, other)).toMatch(/^g[a-z]{8}$/)
      if (one !== other) expect(pairToken(one, other)).not.toBe(pairToken(other, one))
    }))
    expect(characterToken('锂')).toMatch(/^u[a-z]{4}$/)
    expect(memberToken('自动驾驶')).toMatch(/^m[a-z]{7}$/)
    expect(wordToken('x'.repeat(100))).toBe(`x${'x'.repeat(40)}`)
  })

  it('join neighbours, also a Latin word and a character', () => {
    expect(phraseTokens(run('锂电池'))).toEqual([pairToken('锂', '电'), pairToken('电', '池')])
    expect(phraseTokens(run('锂'))).toEqual([])
    expect(phraseTokens(run('5G基站'))).toEqual([wordToken('5g'), expect.stringMatching(/^gzzzz/), pairToken('基', '站')])
    expect(skipTokens(run('锂电池'))).toEqual([pairToken('锂', '池')])
    expect(skipTokens(run('锂电'))).toEqual([])
  })
})

describe('pinyin', () => {
  it.each([['重庆', ['chong', 'qing']], ['行长', ['hang', 'zhang']], ['重量', ['zhong', 'liang']], ['银行行长', ['yin', 'hang', 'hang', 'zhang']], ['绿色', ['lv', 'se']]])('reads %s in its context', (text, syllables) => {
    expect(syllablesOf([...text])).toEqual(syllables)
    expect(readRun(run(text))).toEqual(syllables)
  })

  it('leaves Latin words in it as they are', () => {
    const units = run('5G基站')
    expect(readRun(units)).toEqual(['5g', 'ji', 'zhan'])
    expect(initialsOf(units, readRun(units))).toEqual(['5g', 'j', 'z'])
  })

  it('has windows from every character on, in full and as initials, so that a prefix finds any part', () => {
    const units = run('重庆永川行长')
    const tokens = windowTokens(units, readRun(units))
    expect(tokens).toContain('pchongqingyongchuanhangzhang')
    expect(tokens).toContain('pcqychz')
    for (const typed of ['pcq', 'pcqyc', 'phangzh', 'pyongchuan', 'phz', 'pchuanhang']) expect(tokens.some((token) => token.startsWith(typed)), typed).toBe(true)
    for (const typed of ['pzhongqing', 'pxingzhang']) expect(tokens.some((token) => token.startsWith(typed)), typed).toBe(false)
    expect(windowTokens(run('锂'), readRun(run('锂')))).toEqual([])
  })

  it('takes what dialects confuse for the same', () => {
    for (const [one, other] of [['zhang', 'zang'], ['shi', 'si'], ['qing', 'qin'], ['chong', 'con']] as const) expect(sameSound(one, other), `${one} ${other}`).toBe(true)
    for (const [one, other] of [['li', 'ni'], ['qing', 'qiang'], ['fa', 'hua']] as const) expect(sameSound(one, other), `${one} ${other}`).toBe(false)
    expect(soundTokens(['chong', 'qing'])).toEqual(soundTokens(['cong', 'qin']))
    expect(soundTokens(['li'])).toEqual([])
  })
})

describe('letters as syllables', () => {
  it.each([
    ['zidongjiashi', ['zi', 'dong', 'jia', 'shi'], ''], ['xian', ['xian'], ''], ['chongqingsh', ['chong', 'qing'], 'sh'], ['lv', ['lv'], ''], ['fangan', ['fan', 'gan'], ''], ['n', ['n'].slice(1), 'n'],
  ])('%s', (letters, syllables, rest) => expect(spell(letters)).toEqual({ syllables, rest }))

  it.each(['radar', 'v2x', 'ABC', '', 'blockchain', 'x'.repeat(201), 'fan gan'])('%s is no pinyin', (letters) => expect(spell(letters)).toBeNull())

  it('spells nothing but what was typed, and ends soon whatever it is', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,200}$/), (letters) => {
      const spelling = spell(letters)
      if (spelling) expect(spelling.syllables.join('') + spelling.rest).toBe(letters)
    }))
  })

  it('takes two to twelve letters for initials, none of which is i, u or v', () => {
    expect(['zdjs', 'cq', 'abcdefghjklm'].map(maybeInitials)).toEqual([true, true, true])
    expect(['z', 'vr', 'ui', 'abcdefghjklmn', 'Z D', ''].map(maybeInitials)).toEqual([false, false, false, false, false, false])
  })
})

describe('words of a district', () => {
  afterEach(() => useOwnLines([]))
  const content = (typed: string) => contentTerms(parseQuery(typed).terms, false).map(term => term.text)

  it('may hold any sign, and are taken out of a question as they stand', () => {
    useOwnLines(['晓不晓得!', 'who can (please)', 'a-b', 'c++ 谁会', '[x', '^$\\.*'].map(line => ({ kind: 'question', line, removed: false })))
    expect(content('苗木快繁')).toEqual(['苗木快繁'])
    expect(content('who can (please) 苗木快繁')).toContain('苗木快繁')
  })

  it('leave a question whole when every word that only asks is taken out of the list', () => {
    useOwnLines(words().question.map(line => ({ kind: 'question', line, removed: true })))
    expect(content('咨询一下苗木快繁')).toEqual(['咨询一下苗木快繁'])
  })
})

describe('synonyms', () => {
  it('go both ways, never to the word itself', () => {
    expect(synonymsOf('自动驾驶')).toEqual(expect.arrayContaining(['无人驾驶', '智能驾驶']))
    const leading = new Set(words().leads.map(([word]) => word))
    for (const [word, others] of allSynonyms()) {
      expect(others.length, word).toBeGreaterThan(0)
      expect(others, word).not.toContain(word)
      if (!leading.has(word)) for (const other of others) expect(synonymsOf(other), `${other} = ${word}`).toContain(word)
    }
    expect(synonymsOf('锂')).toEqual([])
  })

  it('lead one way from a short word that also stands inside others', () => {
    expect(synonymsOf('中风')).toContain('脑卒中')
    expect(synonymsOf('脑卒中')).not.toContain('中风')
  })

  it('stand on one line each', () => {
    const all = [...words().groups.flat(), ...words().leads.map(([word]) => word)]
    expect(all.filter((word, place) => all.indexOf(word) !== place)).toEqual([])
  })

  it('are listed folded, two characters at least, each group with two words', () => {
    for (const group of [...words().groups, ...words().leads.map(([word, others]) => [word, ...others])]) {
      expect(group.length).toBeGreaterThan(1)
      for (const word of group) {
        expect(word).toBe(fold(word))
        expect([...word].length).toBeGreaterThan(1)
      }
    }
  })

  it('are found inside a text, a Latin word only whole, and one way where they lead one way', () => {
    expect(memberTokensIn('园区无人驾驶矿车').own).toContain(memberToken('无人驾驶'))
    expect(memberTokensIn('园区无人驾驶矿车').own).not.toContain(memberToken('自动驾驶'))
    expect(memberTokensIn('园区无人驾驶矿车').synonyms).toContain(memberToken('自动驾驶'))
    expect(memberTokensIn('bms 与 adas').synonyms).toContain(memberToken('电池管理系统'))
    expect(memberTokensIn('bmsx xadas').own).toEqual(new Set())
    expect(memberTokensIn('脑卒中康复').synonyms).toContain(memberToken('中风'))
    expect(memberTokensIn('集中风险').synonyms).not.toContain(memberToken('脑卒中'))
  })

  it('have a token each', () => {
    const tokens = allSynonyms().map(([word]) => memberToken(word))
    expect(new Set(tokens).size).toBe(tokens.length)
  })

  it('cut a text without losing any of it, the longest first', () => {
    expect(cutAtMembers('园区无人驾驶矿车')).toEqual([{ text: '园区', member: false }, { text: '无人驾驶', member: true }, { text: '矿车', member: false }])
    expect(cutAtMembers('茶叶杀青')).toBeNull()
    expect(cutAtMembers('无人驾驶')).toBeNull()
  })
})

describe('questions', () => {
  const content = (text: string, bare: boolean) => contentTerms(parseQuery(text).terms, bare).map((term) => term.text)

  it.each([['我想找自动驾驶的专家', '自动驾驶'], ['请问有没有锂电池回收技术', '锂电池回收'], ['帮我找一下茶叶加工方面的老师', '茶叶加工']])('“%s” asks for %s', (question, wanted) => expect(content(question, true).join('')).toContain(wanted))

  it('keep what was quoted, and are empty when nothing but asking is there', () => {
    expect(content('"请问"', true)).toEqual(['请问'])
    expect(content('请问', true)).toEqual([])
  })

  it('are cut into the words of a dictionary, each once', () => {
    const found = dictionaryWords(parseQuery('锂电池 回收 锂电池').terms).map((term) => term.text)
    expect(found).toContain('回收')
    expect(new Set(found).size).toBe(found.length)
    expect(found.join('')).toContain('电池')
  })
})

describe('what a person typed', () => {
  it.each<[string, string[]]>([
    ['招商 公司', ['招商', '公司']], ['锂电池，回收', ['锂电池', '回收']], ['machine learning', ['machine', 'learning']], ['5G 基站', ['5g', '基站']], ['锂 锂', ['锂']], ['', []], ['"', []], ['「梯次 利用」', ['梯次利用']],
  ])('%j has the terms %j', (text, expected) => expect(terms(text).join('|').replace(/ /g, '|')).toBe(expected.join('|')))

  it('keeps quoted words together and takes out what has a minus', () => {
    const parsed = parseQuery('"锂电池 回收" 拆解 -铅酸')
    expect(parsed.terms.map(({ text, quoted }) => [text, quoted])).toEqual([['锂电池回收', true], ['拆解', false]])
    expect(parsed.excluded.map(({ text }) => text)).toEqual(['铅酸'])
    expect(parseQuery('x-射线').excluded).toEqual([])
  })

  it('never throws, says when it was cut, and when there was nothing to find', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => void parseQuery(text)))
    expect(parseQuery('锂'.repeat(QUERY_LIMIT + 1)).cut).toBe(true)
    expect(parseQuery('锂').cut).toBe(false)
    expect(['？！', '"', '\u0000', ''].map((text) => parseQuery(text).nothingToFind)).toEqual([true, true, false, false])
  })

  it('is asked again in the mainland’s words where Taiwan’s were typed', () => {
    expect(parseRegional('軟體')?.terms.map(({ text }) => text)).toEqual(['软件'])
    expect(parseRegional('软件')).toBeNull()
  })
})
