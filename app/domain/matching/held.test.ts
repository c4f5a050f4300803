import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdFew, learn, readingOf } from './held'
import { kinshipOf } from './kinship'
import { packing } from './packing'
import { byOrder, scoreAll } from './ranking'
import { askedOf, askingProfile, poolOf, profileOf, relevance, type Candidate, type Section, type Target } from './score'
import { subjectsOf } from './subjects'

const words = ['锂电池', '回收', '茶园', '采摘', '机器人', '污水', '膜', 'PLC', '钢', '热处理', '视觉', '的', '2024', '']
const section = fc.record({ name: fc.constantFrom('title', 'keywords', 'summary', 'body'), text: fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((all) => all.join('')) })
const texts = fc.array(fc.array(section, { maxLength: 3 }), { maxLength: 12 })
const asked = fc.array(section, { minLength: 1, maxLength: 3 })

const placesOf = (all: readonly unknown[]) => all.map((_, place) => place)

describe('texts that are held in lists', () => {
  it('reach what going through each of them says, lean and are kin alike', async () => {
    await fc.assert(fc.asyncProperty(texts, asked, async (all, target) => {
      const profiles = all.map((sections: Section[]) => profileOf(sections))
      const pool = poolOf(profiles)
      const { lessons, held } = await learn(profiles)
      expect(lessons.pool).toEqual(pool)
      const asking = askedOf(askingProfile(target), pool)
      const shares = [...placesOf(all).map((place) => held.shares(asking)[place])]
      profiles.forEach((profile, place) => expect(shares[place]).toBeCloseTo(relevance(asking, profile, pool), 12))
      const [subjects, kinship] = [subjectsOf(profiles, pool), kinshipOf(profiles, pool)]
      profiles.forEach((profile, place) => {
        expect(held.leaning(place)).toEqual(subjects.of(profile, true))
        expect(held.kinship(place)).toEqual(kinship(place))
      })
    }), { numRuns: 50 })
  })

  it('say the same as a few of them held for one target, by what the whole pool has taught', async () => {
    await fc.assert(fc.asyncProperty(texts, asked, async (all, target) => {
      const profiles = all.map((sections: Section[]) => profileOf(sections))
      const { lessons, held } = await learn(profiles)
      const few = holdFew(profiles, lessons, { learntFrom: () => true })
      const [whole, same] = [held, few].map((one) => readingOf(askingProfile(target), lessons, one))
      for (const place of placesOf(all)) {
        const [one, other] = [whole?.(place, true), same?.(place, true)]
        expect(other?.own).toBeCloseTo(one?.own ?? NaN, 12)
        expect(other?.kin).toBeCloseTo(one?.kin ?? NaN, 12)
        expect(other?.common).toEqual(one?.common)
      }
    }), { numRuns: 50 })
  })

  it('need not be held to be learnt from', async () => {
    const profiles = ['锂电池回收', '茶园采摘'].map((text) => profileOf([{ name: 'title', text }]))
    const [learnt, { lessons }] = [await learn(profiles, { holding: false }), await learn(profiles)]
    expect(learnt.lessons.pool).toEqual(lessons.pool)
    expect(learnt.held.shares(askedOf(profiles[0] ?? profileOf([]), lessons.pool))).toHaveLength(0)
  })

  it('let others go first between two', async () => {
    let count = 0
    await learn(['锂', '茶'].map((text) => profileOf([{ name: 'title', text }])), { pause: () => void count++ })
    expect(count).toBe(6)
  })
})

describe('packing', () => {
  it('loses nothing', () => {
    const { pack, unpack } = packing()
    fc.assert(fc.property(texts, (all) => {
      for (const profile of all.map(profileOf)) expect(unpack(pack(profile))).toEqual(profile)
    }))
  })
})

describe('scoring all', () => {
  it('asks kin of the best of each kind alone, and puts the best first', async () => {
    const target: Target = { id: 't', sections: [], field: '', modes: [], areaKey: null, trlWanted: null, ownerIds: [] }
    const candidate = (kind: Candidate['kind'], place: number): Candidate => ({ kind, id: `${kind}${String(place).padStart(4, '0')}`, sections: [], fields: [], modes: [], areaKey: null, place: 'unknown', trl: null, records: 0, organisationIds: [], personIds: [] })
    const placed = [...Array.from({ length: 300 }, (_, place) => ({ candidate: candidate('achievement', place), place })), { candidate: candidate('broker', 0), place: 300 }]
    const withKin = new Set<number>()
    const scores = await scoreAll(target, placed, (place, kin) => {
      if (kin) withKin.add(place)
      return { own: 1 - place / 1000, kin: 0, common: { nearness: 0, known: false, field: null, sector: null } }
    })
    expect([...withKin].sort((one, other) => one - other)).toEqual([...Array.from({ length: 200 }, (_, place) => place), 300])
    expect(scores).toEqual([...scores].sort(byOrder))
    expect(scores).toHaveLength(301)
  })
})
