import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf } from './codes'
import { hold, learn, readingOf, type Reading } from './held'
import { kinshipOf, kinShare, likenessOf } from './kinship'
import { askingProfile, profileOf, type Section } from './profile'
import { byOrder, scoreAll } from './ranking'
import { askedOf, frequencyIn, poolOf, relevance } from './relevance'
import type { Candidate, Target } from './score'
import { inCommon, subjectsOf } from './subjects'
import { gramsOf } from './text'

const words = ['锂电池', '回收', '茶园', '采摘', '机器人', '污水', '膜', 'PLC', '钢', '热处理', '视觉', '的', '2024', '']
const section = fc.record({ name: fc.constantFrom('title', 'keywords', 'summary', 'body'), text: fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((all) => all.join('')) })
const texts = fc.array(fc.array(section, { maxLength: 3 }), { maxLength: 12 })
const asked = fc.array(section, { minLength: 1, maxLength: 3 })

describe('what a pool teaches', () => {
  it('is how many of its texts have a term', async () => {
    await fc.assert(fc.asyncProperty(texts, async (all) => {
      const { pool } = await learn(all.map(profileOf))
      expect(pool.size).toBe(all.length)
      for (const word of words.flatMap(gramsOf)) {
        const having = all.filter((sections) => sections.some(({ text }) => gramsOf(text).includes(word)))
        expect(frequencyIn(pool.terms, codeOf(word))).toBe(having.length)
      }
    }), { numRuns: 30 })
  })

  it('is learnt with pauses between two texts', async () => {
    let count = 0
    await learn(['锂电池回收', '锂电池热管理'].map((text) => profileOf([{ name: 'title', text }])), () => void count++)
    expect(count).toBe(6)
  })
})

describe('texts that are held', () => {
  it('reach, lean and are kin as each of them alone and all of them together say', async () => {
    await fc.assert(fc.asyncProperty(texts, asked, async (all, target: Section[]) => {
      const profiles = all.map(profileOf)
      const pool = poolOf(profiles)
      const lessons = await learn(profiles)
      const [asking, subjects, kinship] = [askingProfile(target), await subjectsOf(profiles, pool), kinshipOf(profiles.map((profile) => likenessOf(profile, pool)))]
      const reading = readingOf(asking, lessons, hold(profiles, lessons))
      const testified = reading.among(profiles.map((_, place) => place))
      const own = profiles.map((profile) => relevance(askedOf(asking, pool), profile, pool))
      profiles.forEach((profile, place) => {
        expect(reading.of(place)).toEqual({ own: own[place], kin: 0, common: inCommon(subjects.of(asking), subjects.of(profile, true)) })
        expect(testified(place)).toEqual({ ...reading.of(place), kin: kinShare(kinship(place), (index) => own[index] ?? 0) })
      })
    }), { numRuns: 50 })
  })

  it('testify only when they are among those who are near, and not for their own house', async () => {
    const profiles = ['锂电池拆解', '磷酸铁拆解设备', '茶园采摘', '水泥窑炉'].map((text) => profileOf([{ name: 'title', text }]))
    const lessons = await learn(profiles)
    const kinOf = (near: number[], apart = () => false) => readingOf(askingProfile([{ name: 'title', text: '磷酸铁设备' }]), lessons, hold(profiles, lessons, { apart })).among(near)(0).kin
    expect(kinOf([0, 1, 2, 3])).toBeGreaterThan(kinOf([0, 2, 3]))
    expect(kinOf([0, 1], () => true)).toBe(0)
  })
})

describe('scoring all', () => {
  it('asks kin of the best of each kind alone, among those who are near, and puts the best first', async () => {
    const target: Target = { id: 't', sections: [], field: '', modes: [], areaKey: null, trlWanted: null, ownerIds: [] }
    const candidate = (kind: Candidate['kind'], place: number): Candidate => ({ kind, id: `${kind}${String(place).padStart(4, '0')}`, fields: [], modes: [], areaKey: null, place: 'unknown', trl: null, records: 0, organisationIds: [], personIds: [] })
    const placed = [...Array.from({ length: 600 }, (_, place) => ({ candidate: candidate('achievement', place), place })), { candidate: candidate('broker', 0), place: 600 }]
    const withKin = new Set<number>()
    let near: readonly number[] = []
    const of = (place: number) => ({ own: 1 - place / 1000, kin: 0, common: { nearness: 0, known: false, field: null, sector: null } })
    const reading: Reading = {
      of,
      among: (places) => {
        near = places
        return (place) => {
          withKin.add(place)
          return of(place)
        }
      },
    }
    const scores = await scoreAll(target, placed, reading)
    expect([...withKin].sort((one, other) => one - other)).toEqual([...Array.from({ length: 200 }, (_, place) => place), 600])
    expect([...near].sort((one, other) => one - other)).toEqual([...Array.from({ length: 400 }, (_, place) => place), 600])
    expect(scores).toEqual([...scores].sort(byOrder))
    expect(scores).toHaveLength(601)
  })
})
