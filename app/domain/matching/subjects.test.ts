import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hold, learn, readingOf } from './held'
import { lexicon } from './lexicon'
import { askingProfile, profileOf } from './profile'
import { scoreAll } from './ranking'
import { poolOf } from './relevance'
import type { Candidate, Target } from './score'
import { inCommon, subjectsOf } from './subjects'

const title = (text: string) => [{ name: 'title', text }]
const texts = ['高镍三元正极材料包覆', '硅碳负极预锂化', '乳酸菌发酵剂选育', '酱腌菜超高压杀菌', '带式输送机撕裂监测', '滚筒式摇青机的节拍优化', '摇青机的调速']

const profilesOf = (all: readonly string[]) => all.map((text) => profileOf(title(text)))
const learntFrom = (all: readonly string[]) => subjectsOf(profilesOf(all), poolOf(profilesOf(all)))
const subjects = await learntFrom(texts)

describe('what two texts lean to together', () => {
  const at = (place: number) => subjects.of(profileOf(title(texts[place] ?? '')), true)
  const between = (text: string, place: number) => inCommon(subjects.of(profileOf(title(text))), at(place))

  it('is found without a shared word, and named', () => {
    expect(between('钴酸锂电芯循环寿命', 0).nearness).toBeGreaterThan(0.8)
    expect(between('钴酸锂电芯循环寿命', 0).field).toBe('match.subject.field.batteries_and_storage')
    expect(between('钴酸锂电芯循环寿命', 2).nearness).toBeLessThan(0.2)
    expect(between('钴酸锂电芯循环寿命', 2)).toMatchObject({ known: true, field: null, sector: null })
  })

  it('is guessed from the characters of a word that no list has', async () => {
    expect(lexicon().of.has('鳙鲢')).toBe(false)
    const fish = await learntFrom(['池塘养殖'])
    expect(inCommon(fish.of(profileOf(title('鳙鲢'))), fish.of(profileOf(title('池塘养殖')), true)).field).toBe('match.subject.field.livestock_and_fish')
  })

  it('falls back on the sector where the field differs', () => {
    const { field, sector, nearness } = between('果蔬冷藏保鲜', 2)
    expect([field, sector]).toEqual([null, 'match.subject.sector.food'])
    expect(nearness).toBeGreaterThan(0.2)
    expect(nearness).toBeLessThan(between('泡菜乳酸菌', 2).nearness)
  })

  it('is nothing known where a text has no word of any field', () => {
    for (const text of ['', '12345', '某某某', 'Lorem ipsum']) expect(between(text, 0)).toMatchObject({ nearness: 0, known: false, field: null })
  })

  it('is learnt from the company that a word keeps', async () => {
    const more = ['绿茶摇青机', '乌龙茶叶摇青机', '茶园摇青机', '摇青机', ...Array.from({ length: 20 }, (_, index) => ['水泥窑', '污水曝气', '轴承钢', '锂电池'][index % 4] ?? '')]
    const subjects = await learntFrom(more)
    expect(inCommon(subjects.of(profileOf(title('茶叶'))), subjects.of(profileOf(title('摇青机')), true)).nearness).toBeGreaterThan(0.5)
  })

  it('stays between 0 and 1, and is the whole with itself', () => {
    fc.assert(fc.property(fc.constantFrom(...texts, '', 'abc'), fc.nat(texts.length - 1), (text, place) => {
      const { nearness } = between(text, place)
      expect(nearness).toBeGreaterThanOrEqual(0)
      expect(nearness).toBeLessThanOrEqual(1)
    }))
    expect(inCommon(at(0), at(0)).nearness).toBeCloseTo(1)
  })
})

describe('a ranking', () => {
  const candidate = (id: string): Candidate => ({ kind: 'achievement', id, fields: [], modes: [], areaKey: null, place: 'unknown', trl: null, records: 0, organisationIds: [], personIds: [] })
  const rank = async (asked: string, all: readonly string[]) => {
    const target: Target = { id: 't', sections: [{ name: 'problem', text: asked }], field: '', modes: [], areaKey: null, trlWanted: null, ownerIds: [] }
    const profiles = all.map((text) => profileOf(text === '' ? [] : title(text)))
    const lessons = await learn(profiles)
    const reading = readingOf(askingProfile(target.sections), lessons, hold(profiles, lessons))
    const scores = await scoreAll(target, all.map((_, place) => ({ candidate: candidate(`c${String(place).padStart(2, '0')}`), place })), reading)
    return scores.map(({ candidate: { id }, score, order, parts }) => ({ id, score, order, sum: parts.reduce((sum, { points }) => sum + Math.round(points * 10), 0) }))
  }
  const pool = [...texts, '', '12345', 'Battery recycling line', texts[0] ?? '']

  it.each([
    ['two characters', '电池'], ['50,000 characters', '锂电池正极材料循环寿命。'.repeat(4200)], ['English', 'Recycling of lithium batteries'], ['numbers alone', '2026 98.5 1000'], ['nothing', ''], ['words of dealing alone', '希望寻求合作'],
  ])('holds for a need of %s: finite, summed up by its parts, twice the same', async (_, asked) => {
    for (const candidates of [pool, pool.slice(0, 1), []]) {
      const ranking = await rank(asked, candidates)
      expect(ranking).toHaveLength(candidates.length)
      for (const { score, sum, order } of ranking) {
        expect(Number.isFinite(order)).toBe(true)
        expect(Math.round(score * 10)).toBe(sum)
      }
      expect(await rank(asked, candidates)).toEqual(ranking)
    }
  }, 20_000)

  it('gives twins the same score, in the order of their ids, and the text that answers the most', async () => {
    const [first, second] = await rank('三元正极材料表面包覆', pool)
    expect([first?.id, second?.id]).toEqual(['c00', 'c10'])
    expect(first?.score).toBe(second?.score)
  })
})
