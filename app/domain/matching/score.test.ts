import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf } from './codes'
import { kinShare, kinshipOf, likenessOf } from './kinship'
import { askingProfile, profileOf, type Profile } from './profile'
import { askedOf, poolOf, rarity, relevance } from './relevance'
import { candidateKinds, type MatchPart } from './schema'
import { orderOf, scoreParts, totalOf, type Candidate, type Shares, type Target } from './score'
import type { Common } from './subjects'
import { weights, weightsWithMeaning } from './weights'

const target: Target = { id: 't', sections: [], field: 'transport', modes: ['licence', 'service'], areaKey: 'sanjiao', trlWanted: 7, ownerIds: [] }
const candidate: Candidate = { kind: 'person', id: 'c', fields: ['transport'], modes: ['licence'], areaKey: null, place: 'district', trl: null, records: 0, organisationIds: [], personIds: [] }
const nothing: Common = { nearness: 0, known: false, field: null, sector: null }
const reached = (more: Partial<Shares> = {}): Shares => ({ own: 0, kin: 0, common: nothing, ...more })
const partsOf = (more: Partial<Candidate> = {}, shares = reached(), asked: Partial<Target> = {}) => Object.fromEntries(scoreParts({ ...target, ...asked }, { ...candidate, ...more }, shares).map((part) => [part.part, part]))
const title = (text: string) => profileOf([{ name: 'title', text }])

describe('the weights', () => {
  it('share out a hundred points, with an embedder and without', () => {
    for (const all of [weights, weightsWithMeaning]) expect(Object.values(all).reduce((sum, weight) => sum + weight, 0)).toBe(100)
  })
})

describe('the parts of a score', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const modes = fc.subarray(['licence', 'service', 'equity'])

  it('add up to it exactly, each within its bounds, whatever the pair', () => {
    fc.assert(
      fc.property(
        fc.record({ own: share, kin: share, common: fc.record({ nearness: share, known: fc.boolean(), field: fc.constantFrom(null, 'match.subject.field.coatings' as const), sector: fc.constantFrom(null, 'match.subject.sector.chemistry' as const) }), meaning: fc.option(fc.option(fc.double({ min: -1, max: 1, noNaN: true })), { nil: undefined }) }),
        fc.record({ kind: fc.constantFrom(...candidateKinds), fields: fc.subarray(['transport', 'electronics']), modes, areaKey: fc.constantFrom(null, 'sanjiao', 'gangqiao'), place: fc.constantFrom('district' as const, 'province' as const, 'outside' as const, 'unknown' as const), trl: fc.option(fc.integer({ min: 1, max: 9 })), records: fc.integer({ min: 0, max: 500 }) }),
        fc.record({ modes, areaKey: fc.constantFrom(null, 'sanjiao'), trlWanted: fc.option(fc.integer({ min: 1, max: 9 })) }),
        (shares, more, asked) => {
          const parts = scoreParts({ ...target, ...asked }, { ...candidate, ...more }, shares)
          const score = totalOf(parts)
          expect(Math.round(parts.reduce((sum, { points }) => sum + Math.round(points * 10), 0))).toBe(Math.round(score * 10))
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(100)
          const worth: Partial<Record<MatchPart['part'], number>> = shares.meaning === undefined ? weights : weightsWithMeaning
          expect(parts.map(({ part }) => part)).toEqual(Object.keys(worth))
          for (const { part, points, max } of parts) {
            expect(max).toBe(worth[part])
            expect(points).toBeGreaterThanOrEqual(0)
            expect(points).toBeLessThanOrEqual(max)
            expect(Math.abs(points * 10 - Math.round(points * 10))).toBeLessThan(1e-9)
          }
        },
      ),
    )
  })

  it('grow with what the texts share, and with what the kin share', () => {
    fc.assert(fc.property(share, share, (one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)]
      const score = (shares: Partial<Shares>) => totalOf(scoreParts(target, candidate, reached({ own: 0.1, kin: 0.1, ...shares })))
      for (const of of ['own', 'kin'] as const) expect(score({ [of]: less })).toBeLessThanOrEqual(score({ [of]: more }))
      expect(score({ common: { ...nothing, nearness: less } })).toBeLessThanOrEqual(score({ common: { ...nothing, nearness: more } }))
    }))
  })

  it('have the meaning among them with an embedder alone, and grow with it', () => {
    const points = (meaning: number | null) => scoreParts(target, candidate, reached({ meaning })).find(({ part }) => part === 'meaning')
    expect(partsOf()).not.toHaveProperty('meaning')
    expect([points(null), points(-1), points(0.35)].map((part) => part?.points)).toEqual([0, 0, 0])
    expect(points(null)?.reason.key).toBe('match.reason.meaning.unknown')
    expect(points(0.5)?.points).toBeGreaterThan(0)
    expect([points(0.8), points(1)].map((part) => part?.points)).toEqual([15, 15])
  })

  it('rank by what rounding hides only among equal scores', () => {
    fc.assert(fc.property(share, share, share, (own, kin, nearness) => {
      const added = orderOf(50, reached({ own, kin, common: { ...nothing, nearness } })) - 50
      expect(added).toBeGreaterThanOrEqual(0)
      expect(added).toBeLessThan(0.01)
    }))
    expect(orderOf(50, reached({ own: 0.2001 }))).toBeGreaterThan(orderOf(50, reached({ own: 0.2 })))
  })

  it.each([
    [{ trl: 7 }, 10, 'match.reason.trl.enough'], [{ trl: 9 }, 10, 'match.reason.trl.enough'], [{ trl: 6 }, 6, 'match.reason.trl.short'], [{ trl: 3 }, 0, 'match.reason.trl.short'],
    [{ records: 0 }, 0, 'match.reason.record.none'], [{ records: 2 }, 6.3, 'match.reason.record.some'],
  ])('give %o %d points for what was done before', (more, points, key) => expect(partsOf(more).record).toMatchObject({ points, reason: { key } }))

  it.each([
    [['licence', 'service'], 9, 'match.reason.mode.common'], [['licence'], 4.5, 'match.reason.mode.common'], [['equity'], 0, 'match.reason.mode.none'], [[], 4.5, 'match.reason.mode.open'],
  ])('give the modes %j %d points', (modes, points, key) => expect(partsOf({ modes }).mode).toMatchObject({ points, reason: { key } }))

  it.each([
    [{ areaKey: 'sanjiao' }, 9, 'match.reason.area.same'], [{ areaKey: 'gangqiao' }, 7, 'match.reason.area.district'], [{ place: 'province' as const }, 5, 'match.reason.area.province'], [{ place: 'outside' as const }, 2, 'match.reason.area.outside'], [{ place: 'unknown' as const }, 2, 'match.reason.area.unknown'],
  ])('give %o %d points for where it is', (more, points, key) => expect(partsOf(more).area).toMatchObject({ points, reason: { key } }))

  it('say the same field, and how near the texts are', () => {
    expect([partsOf().field?.points, partsOf({ fields: ['nuclear'] }).field?.points]).toEqual([10, 0])
    expect([0, 0.04, 0.2].map((own) => partsOf({}, reached({ own })).text?.reason.key)).toEqual(['match.reason.text.little', 'match.reason.text.some', 'match.reason.text.strong'])
    const [field, sector] = ['match.subject.field.coatings', 'match.subject.sector.chemistry'] as const
    const reason = (common: Partial<Common>) => partsOf({}, reached({ common: { ...nothing, known: true, nearness: 0.5, ...common } })).subject?.reason
    expect(reason({ field, sector })).toEqual({ key: field })
    expect(reason({ sector })).toEqual({ key: sector })
    expect(reason({})).toEqual({ key: 'match.reason.subject.other' })
    expect(reason({ known: false, field })).toEqual({ key: 'match.reason.subject.unknown' })
    expect([0, 0.01, 0.05].map((kin) => partsOf({}, reached({ kin })).kin?.reason.key)).toEqual(['match.reason.kin.little', 'match.reason.kin.some', 'match.reason.kin.strong'])
  })
})

describe('relevance', () => {
  const texts = ['锂电池回收与梯次利用', '锂电池热管理', '茶园病虫害绿色防控', '采摘机器人视觉识别']
  const profiles = texts.map(title)
  const pool = poolOf(profiles)
  const sharesFor = (text: string) => profiles.map((profile) => relevance(askedOf(title(text), pool), profile, pool))

  it('is the greatest where the rarest words are shared, and none where none are', () => {
    const [recycling = 0, heat = 0, tea = 0] = sharesFor('退役锂电池回收')
    expect(recycling).toBeGreaterThan(heat)
    expect(heat).toBeGreaterThan(0)
    expect(tea).toBe(0)
  })

  it('stays between 0 and 1', () => {
    fc.assert(fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts, ''), (one, other) => {
      const value = relevance(askedOf(title(one), pool), title(other), pool)
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
    }))
    expect(relevance(askedOf(title(''), pool), title('锂'), pool)).toBe(0)
  })

  it('does not count the words in which any business asks', () => {
    const bare = askingProfile([{ name: 'problem', text: '锂电池回收' }])
    const polite = askingProfile([{ name: 'problem', text: '我公司希望寻求高校合作，锂电池回收，合作方式：委托开发' }])
    expect(polite.terms).toEqual(bare.terms)
    expect(askingProfile([{ name: 'title', text: '技术需求' }]).terms.length).toBeGreaterThan(0)
  })

  it('counts a word of a field more than others', () => {
    const countIn = ({ terms, counts }: Profile, term: string) => (counts[terms.indexOf(codeOf(term))] ?? NaN) / 10
    const profile = askingProfile([{ name: 'problem', text: '锂电池某某' }])
    expect(countIn(profile, '电池')).toBe(2)
    expect(countIn(profile, '某某')).toBe(1)
  })

  it('takes rare words for weightier than common ones', () => expect(rarity(pool, codeOf('回收'))).toBeGreaterThan(rarity(pool, codeOf('电池'))))
})

describe('kin', () => {
  const texts = ['锂电池回收拆解', '锂电池回收再生', '锂电池热管理仿真', '茶园病虫害防控', '茶园采摘机器人', '矿车编队运行']
  const profiles = texts.map(title)
  const likenesses = profiles.map((profile) => likenessOf(profile, poolOf(profiles)))

  it('are the likest others, the likest first, never oneself', () => {
    const kin = kinshipOf(likenesses)(0)
    expect(kin.map(({ index }) => index)).toEqual([1])
    expect(kin[0]?.likeness).toBeGreaterThan(0)
    expect(kin[0]?.likeness).toBeLessThanOrEqual(1)
  })

  it('leave out those of one house', () => expect(kinshipOf(likenesses, (one, other) => one + other === 1)(0)).toEqual([]))

  it('answer the same however often they are asked', () => {
    const kinship = kinshipOf(likenesses)
    expect(kinship(3)).toEqual(kinshipOf(likenesses)(3))
  })

  it('testify by what they reach themselves, the likest the most', () => {
    expect(kinShare([{ index: 0, likeness: 0.3 }, { index: 1, likeness: 0.1 }], (index) => [0.4, 0.8][index] ?? 0)).toBeCloseTo(0.2 / 0.7)
    expect(kinShare([{ index: 0, likeness: 0.02 }], () => 1)).toBeLessThan(0.1)
    expect(kinShare([], () => 0.4)).toBe(0)
  })
})
