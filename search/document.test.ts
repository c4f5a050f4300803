import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentId, documentOf, sourceHash, type NeedSource } from './document'
import { sampleSources } from './testing/samples'
import { fold } from './text/fold'
import { memberToken, pairToken, phraseTokens } from './text/tokens'
import { runsOf } from './text/units'
import { fundingBucketsOf, NEVER } from './vocabulary'

const need: NeedSource = {
  type: 'need', id: 'XQ-2026-0041', number: 'XQ-2026-0041', title: '無人駕駛礦車編隊', summary: '六台矿车。雨雾天也能作业', body: '', keywords: ['矿山'], field: 'transport', industry: ['B', 'B10'], area: 'gangqiao', version: 3,
  publishedAt: new Date('2025-12-31T16:30:00Z'), opensAt: null, closesAt: null, fundingMin: '300000.00', fundingMax: '600000.00', modes: ['equity'], selection: 'parallel', year: 2026, organisationName: '重庆石岭矿业有限公司',
}

const now = new Date('2026-06-15T04:00:00Z')

describe('a document', () => {
  const document = documentOf(need, now)

  it('has the facts of its row, money in 万元 and times in seconds', () => {
    expect(document).toMatchObject({ id: 'need_XQ-2026-0041', recordId: 'XQ-2026-0041', url: '/needs/XQ-2026-0041', who: ['重庆石岭矿业有限公司'], fundingMin: 30, fundingMax: 60, funding: ['lt50', '50-200'], opensAt: 0, closesAt: NEVER, postedAt: Date.parse('2025-12-31T16:30:00Z') / 1000, modes: ['equity'], selection: 'parallel', version: 3 })
    // The year of what has none of its own is Shanghai's: half past midnight of New Year's Day.
    expect(documentOf({ type: 'expert', id: 'e', title: '陈玉兰', summary: '', body: '', keywords: [], version: 1, publishedAt: need.publishedAt }, now).year).toBe(2026)
  })

  it('is found in simplified characters, by its synonyms, its number and its owner', () => {
    expect(document.titleTokens).toContain(phraseTokens(runsOf('矿车编队')[0] ?? []).join(' '))
    expect(document.titleTokens.split(' ')).toContain(memberToken('无人驾驶'))
    expect(document.synonymTokens).toContain(memberToken('自动驾驶'))
    expect(document.whoTokens).toContain(pairToken('石', '岭'))
    expect(document.whoTokens).toContain('xxq')
    expect(document.titlePinyinTokens).toContain('pkuangchebiandui')
  })

  it('lets no phrase cross a sentence', () => {
    expect(document.bodyTokens).not.toContain(pairToken('车', '雨'))
    expect(document.bodyTokens).toMatch(/ \. /)
  })

  it('writes everything that is searched in tokens of Latin letters', () => {
    for (const source of sampleSources) {
      const made = documentOf(source, now)
      for (const field of [made.titleTokens, made.keywordTokens, made.whoTokens, made.bodyTokens, made.skipTokens, made.soundTokens]) expect(field).toMatch(/^[a-z0-9 .]*$/)
      for (const token of [...made.characterTokens, ...made.latinTokens]) expect(fold(token)).toBe(token)
    }
  })

  it('is the same for the same source, in any order of its fields, and another for a change', () => {
    const turned = Object.fromEntries(Object.entries(need).reverse()) as NeedSource
    expect(documentOf(turned, now)).toEqual(document)
    expect(sourceHash({ ...need, theme: undefined })).toBe(document.hash)
    for (const change of [{ title: 'x' }, { version: 4 }, { fundingMax: null }, { modes: [] }]) expect(sourceHash({ ...need, ...change })).not.toBe(document.hash)
  })

  it('throws for an amount that is none', () => expect(() => documentOf({ ...need, fundingMin: '30 万' }, now)).toThrow())

  it('has a field for the public part of a need only', () => expect(Object.keys(document).filter((name) => /confid|secret|contact|phone/i.test(name))).toEqual([]))

  it('has an id that Meilisearch takes, whatever the record’s', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (id) => void expect(documentId('need', id)).toMatch(/^need_[a-zA-Z0-9_-]*$/)))
  })
})

it.each<[number | null, number | null, string[]]>([
  [null, null, ['negotiable']], [null, 49.99, ['lt50']], [null, 50, ['lt50', '50-200']], [50, 200, ['50-200']], [200.01, null, ['gt200']], [10, 500, ['lt50', '50-200', 'gt200']], [0, 0, ['lt50']],
])('money from %s to %s 万元 is in %j', (min, max, buckets) => expect(fundingBucketsOf(min, max)).toEqual(buckets))
