import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '~/domain/kernel/db.server'
import { computeMatches } from '~/domain/matching/compute.server'
import { decidedForExport, disagreementReport } from '~/domain/matching/report.server'
import { spreadMatches } from '~/domain/matching/spread.server'
import { useDatabase } from '#tests/support/database'
import { drain, waitingJobs } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { draftNeed, needCall as call, publishedNeed } from '#tests/support/factories-needs'
import { refusal } from '#tests/support/factories-people'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()

/** Seven people of one subject, of whom each may hold one suggestion, and needs that all want three. */
async function makeWorld() {
  await db().district.update({ where: { id: 1 }, data: { matchesPerNeed: 3, suggestionsPerCandidate: 1, notifyFromScore: 0 } })
  const [owner, reviewer] = [await make.enterprise(), (await make.reviewer()).actor]
  const people = []
  for (const place of ['支路', '隧道', '厂区', '码头', '仓库', '矿山', '校园']) people.push(await make.researcher({ summary: `${place}夜间低照度障碍物识别与紧急制动。`, keywords: ['低照度', '障碍物识别'] }))
  const needs: { id: string; number: string }[] = []
  for (const place of ['支路', '隧道', '厂区']) needs.push(await publishedNeed(owner, reviewer, { title: `${place}低照度障碍物识别与紧急制动` }))
  return { owner, reviewer, people, needs }
}
let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
})

const compute = (id: string) => computeMatches('need', id, { tell: false, now: call.now })
const shown = (needId?: string) => db().match.findMany({ where: { needId, alternate: false, state: { in: ['suggested', 'notified'] } } })
const loads = async () => {
  const held = (await shown()).map(({ personId }) => personId)
  return held.map((id) => held.filter((other) => other === id).length)
}

describe('the fair assignment over all open targets', () => {
  it('gives nobody more than the district allows, already when each need is computed', async () => {
    for (const { id } of world.needs) await compute(id)
    expect(Math.max(...(await loads()))).toBe(1)
    expect(await Promise.all(world.needs.map(async ({ id }) => (await shown(id)).length))).toEqual([3, 3, 1])
  })

  it('gives a need that came too late one of the others’, tells that candidate, and changes nothing the second time', async () => {
    const late = await publishedNeed(world.owner, world.reviewer, { title: '夜间低照度障碍物识别' })
    await compute(late.id)
    expect(await shown(late.id)).toEqual([])
    expect(await spreadMatches(call.now)).toBeGreaterThan(0)
    for (const { id } of [...world.needs, late]) expect((await shown(id)).length).toBeGreaterThan(0)
    expect(Math.max(...(await loads()))).toBe(1)
    const told = (await shown(late.id))[0]
    expect(told).toMatchObject({ state: 'notified' })
    await drain()
    const { email } = world.people.find(({ person }) => person.id === told?.personId)!
    expect((await mailsTo(email)).filter(({ text }) => text.includes(told?.id ?? ''))).toHaveLength(1)
    expect(await spreadMatches(call.now)).toBe(0)
  })

  it('never takes away what somebody was told of', async () => {
    const told = await db().match.findMany({ where: { state: 'notified' } })
    const another = await publishedNeed(world.owner, world.reviewer, { title: '再一项低照度障碍物识别' })
    await compute(another.id)
    await spreadMatches(call.now)
    expect(await db().match.findMany({ where: { id: { in: told.map(({ id }) => id) }, alternate: false, state: 'notified' } })).toHaveLength(told.length)
  })

  it('leaves needs that are closed alone', async () => {
    const before = await db().match.findMany({ orderBy: { id: 'asc' } })
    expect(await spreadMatches(new Date('2027-06-01T00:00:00Z'))).toBe(0)
    expect(await db().match.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
  })

  it('is asked for once, however many needs were computed', async () => {
    for (const { id } of world.needs) await computeMatches('need', id, { tell: true, now: new Date() })
    expect((await waitingJobs()).filter(({ name }) => name === 'match.assign')).toHaveLength(1)
  })
})

describe('the report of disagreements', () => {
  const decide = async (state: 'accepted' | 'excluded', text: number, n: number) => {
    const need = await draftNeed(world.owner, { title: `判断 ${state} ${n}` })
    return db().match.create({ data: { needId: need.id, candidateKind: 'person', personId: world.people[0]!.person.id, state, reason: '方向不符', decidedAt: call.now, score: text + 40, parts: [{ part: 'text', points: text, max: 30, reason: { key: 'match.reason.text.some' } }], passages: [], weightsVersion: 'test' } })
  }

  it('is honest while there are few, then says which part agrees with people, and names the pairs that do not', async () => {
    await decide('accepted', 20, 0)
    expect(await disagreementReport(world.reviewer, {}, call)).toMatchObject({ whole: null, parts: [] })
    for (let n = 1; n < 12; n++) await decide('accepted', 20 + (n % 5), n)
    for (let n = 0; n < 12; n++) await decide('excluded', 5 + (n % 5), n)
    const [low, high] = [await decide('accepted', 2, 99), await decide('excluded', 29, 99)]
    const report = await disagreementReport(world.reviewer, {}, call)
    expect(report.counts).toEqual({ taken: 13, refused: 13, older: 26 })
    expect(report.parts).toMatchObject([{ part: 'text', separates: 'well' }])
    expect(report.takenLow.rows.map(({ id }) => id)).toEqual([low.id])
    expect(report.refusedHigh.rows.map(({ id }) => id)).toEqual([high.id])
    expect(report.reasons).toEqual([{ state: 'excluded', why: null, count: 13 }, { state: 'taken', why: null, count: 13 }])
    expect(await decidedForExport(world.reviewer, {}, call)).toHaveLength(26)
    expect((await refusal(disagreementReport(world.owner.actor, {}, call))).code).toBe('forbidden')
  })
})
