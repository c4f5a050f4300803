import { describe, expect, it } from 'vitest'
import { explain } from './explain'
import { hold, learn, readingOf } from './held'
import { scoreAll } from './ranking'
import { askingProfile, profileOf, type Section } from './profile'
import type { Candidate, Target } from './score'

const text = (title: string, body = ''): Section[] => [{ name: 'title', text: title }, { name: 'problem', text: body }]
const target = (sections: Section[]): Target => ({ id: 't', sections, field: 'transport', modes: [], areaKey: null, trlWanted: null, ownerIds: [] })
type Told = Candidate & { sections: Section[] }
const candidate = (id: string, sections: Section[]): Told => ({ kind: 'person', id, sections, fields: ['transport'], modes: [], areaKey: null, place: 'unknown', trl: null, records: 0, organisationIds: [], personIds: [] })

const pool = [
  candidate('a', text('低照度障碍物识别与紧急制动', '夜间照度低于 1 lx 时识别障碍物，制动时延 80 ms。')),
  candidate('b', text('茶叶杀青温度在线监测', '红外测叶温，自动调控锅温。')),
  candidate('c', text('PLC 与 MES 的数据采集', '面向压铸车间。')),
  candidate('d', [{ name: 'title', text: '' }]),
  candidate('e', []),
]

async function rank(sections: Section[], members: readonly Told[]) {
  const profiles = members.map((one) => profileOf(one.sections))
  const lessons = await learn(profiles)
  const ranked = await scoreAll(target(sections), members.map((one, place) => ({ candidate: one, place })), readingOf(askingProfile(sections), lessons, hold(profiles, lessons)))
  return ranked.map((one) => ({ ...one, id: one.candidate.id, text: one.parts.find(({ part }) => part === 'text')?.points ?? -1, passages: explain(sections, one.candidate.sections, lessons.pool, 30, 30) }))
}

/** Every mark of a passage really stands in both texts. */
function assertReal(sections: Section[], ranked: Awaited<ReturnType<typeof rank>>) {
  for (const { score, parts, passages, candidate: { sections: theirs } } of ranked) {
    expect(Number.isFinite(score)).toBe(true)
    expect(Math.round(parts.reduce((sum, { points }) => sum + points * 10, 0))).toBe(Math.round(score * 10))
    for (const { left, right } of passages) {
      for (const { text: shown } of left.parts.filter(({ mark }) => mark)) expect(sections.some((section) => section.text.includes(shown))).toBe(true)
      for (const { text: shown } of right.parts.filter(({ mark }) => mark)) expect(theirs.some((section) => section.text.includes(shown))).toBe(true)
    }
  }
}

describe('a text that nobody expects', () => {
  it.each([
    ['of two characters', text('茶叶')],
    ['of one character', text('茶')],
    ['with only numbers', text('20261125', '1,234.5 67% 8')],
    ['with only signs', text('——！？', '。。。\u0000…')],
    ['with nothing at all', []],
  ])('%s asks for less than can be matched, and ranks without an error', async (_name, sections) => {
    expect(askingProfile(sections).terms.length).toBeLessThan(4)
    assertReal(sections, await rank(sections, pool))
  })

  it('of 50,000 characters finds what it is about, with passages of the usual length', async () => {
    const long = text('低照度障碍物识别', '夜间园区支路照度低于 1 lx，要识别低矮障碍物并紧急制动。'.repeat(1_800))
    expect(long[1]?.text.length).toBeGreaterThan(50_000)
    const ranked = await rank(long, pool)
    assertReal(long, ranked)
    expect(ranked[0]).toMatchObject({ id: 'a' })
    for (const { passages } of ranked) for (const { left, right } of passages) for (const side of [left, right]) expect(side.parts.map((part) => part.text).join('').length).toBeLessThan(120)
  })

  it('of 50,000 characters without a break is no trouble either', async () => {
    const long = text('识别', '障'.repeat(50_000))
    assertReal(long, await rank(long, pool))
  })

  it('in English shares its own terms with whoever has them, and gives no points for words that nobody shares', async () => {
    const shared = text('Data acquisition from PLC and MES', 'We want to collect data from PLC controllers and the MES of a foundry.')
    const ranked = await rank(shared, pool)
    assertReal(shared, ranked)
    expect(ranked[0]).toMatchObject({ id: 'c' })
    const foreign = text('Obstacle detection at night', 'Our delivery vehicles miss low obstacles.')
    for (const one of await rank(foreign, pool)) expect(one).toMatchObject({ text: 0, passages: [] })
  })
})

describe('a candidate or a pool that nobody expects', () => {
  const asked = text('低照度障碍物识别与紧急制动', '夜间照度低，障碍物识别不出来。')

  it('without a text has no points for one, and no passage', async () => {
    for (const one of (await rank(asked, pool)).filter(({ id }) => id === 'd' || id === 'e')) expect(one).toMatchObject({ text: 0, passages: [] })
  })

  it('of nobody ranks nobody, of one ranks that one', async () => {
    expect(await rank(asked, [])).toEqual([])
    const [only, ...others] = await rank(asked, pool.slice(0, 1))
    expect([only?.id, others]).toEqual(['a', []])
    expect(only?.text).toBeGreaterThan(0)
    expect(await rank(asked, pool.slice(4))).toMatchObject([{ id: 'e', text: 0, passages: [] }])
  })

  it('with twins gives both the same, in the order of their ids, whichever comes first', async () => {
    const [first] = pool
    const twins = [{ ...first!, id: 'z' }, ...pool, { ...first!, id: 'm' }]
    const ranked = await rank(asked, twins)
    expect(ranked.slice(0, 3).map(({ id }) => id)).toEqual(['a', 'm', 'z'])
    expect(new Set(ranked.slice(0, 3).map(({ score }) => score)).size).toBe(1)
    expect((await rank(asked, [...twins].reverse())).map(({ id }) => id)).toEqual(ranked.map(({ id }) => id))
  })
})
