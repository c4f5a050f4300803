import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/domain/kernel/db.server'
import { assignBroker, releaseBroker } from '~/domain/matching/accompany.server'
import { targetToAddTo } from '~/domain/matching/by-hand.server'
import { brokerDesk } from '~/domain/desk/broker.server'
import { computeMatches } from '~/domain/matching/compute.server'
import { matchQueue, readMatch } from '~/domain/matching/read.server'
import { acceptMatch } from '~/domain/matching/answer.server'
import { acceptMatches, addMatch, correctMatch, excludeMatch, excludeMatches, pinMatch, restoreMatch, unpinMatch } from '~/domain/matching/service.server'
import { spreadMatches } from '~/domain/matching/spread.server'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { draftNeed, needCall as call, publishedNeed } from '#tests/support/factories-needs'
import { refusal } from '#tests/support/factories-people'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()

/** What each of them works on, from nearest to farthest: the first few stand in the list, the others stand by. */
const works = ['夜间低照度障碍物识别与紧急制动', '低照度障碍物识别', '无人配送车障碍物识别', '夜间制动时延测试', '园区车辆障碍物检出', '低照度图像增强', '车载视觉误制动分析']

let world: Awaited<ReturnType<typeof makeWorld>>

async function makeWorld() {
  await db().district.update({ where: { id: 1 }, data: { matchesPerNeed: 3, alternates: 2, notifyFromScore: 100 } })
  const [owner, reviewer, broker, other] = [await make.enterprise(), await make.reviewer(), await make.broker(), await make.broker()]
  const people = []
  for (const work of works) people.push(await make.researcher({ summary: `${work}，面向园区无人配送车。`, keywords: [work] }))
  const stranger = await make.researcher({ summary: '茶叶杀青温度在线监测。', keywords: ['茶叶杀青'] })
  return { owner, reviewer: reviewer.actor, broker, other, people, stranger }
}

beforeAll(async () => {
  world = await makeWorld()
})

let need: { id: string; number: string }
beforeEach(async () => {
  await db().match.deleteMany()
  need = await publishedNeed(world.owner, world.reviewer)
  await compute()
})

const compute = () => computeMatches('need', need.id, { tell: false, now: call.now })
const pairs = () => db().match.findMany({ where: { needId: need.id }, orderBy: { rank: 'asc' } })
const shown = async () => (await pairs()).filter(({ alternate, state }) => !alternate && state !== 'excluded' && state !== 'declined')
const standBy = async () => (await pairs()).filter(({ alternate }) => alternate)
const one = (id: string) => db().match.findUniqueOrThrow({ where: { id } })
const [first, second] = [async () => (await shown())[0]!, async () => (await shown())[1]!]
let others = 0
/** One more pair that a person works on, of another need. */
const atWork = async (personId: string) => {
  const { id } = await draftNeed(world.owner, { title: `另一项需求 ${++others}` })
  await db().match.create({ data: { needId: id, candidateKind: 'person', personId, state: 'accepted', score: 70, parts: [], passages: [], weightsVersion: 'test' } })
}
const again = async () => {
  await compute()
  await spreadMatches(call.now)
}

describe('what a reviewer decides survives the next computation', () => {
  it('keeps more pairs than it shows, best first', async () => {
    expect((await shown()).map(({ rank }) => rank)).toEqual([1, 2, 3])
    expect((await standBy()).length).toBeGreaterThan(2)
    const { alternates } = await readMatch(world.reviewer, { id: (await first()).id }, call)
    expect(alternates).toHaveLength(2)
  })

  it('accepts', async () => {
    const { id } = await first()
    await acceptMatch(world.reviewer, { id }, call)
    await again()
    expect(await one(id)).toMatchObject({ state: 'accepted', alternate: false })
    expect(await shown()).toHaveLength(3)
  })

  it('excludes with a reason; somebody who stood by takes the place', async () => {
    const { id } = await first()
    expect((await refusal(excludeMatch(world.reviewer, { id, reason: ' ' }, call))).errors).toMatchObject([{ path: 'reason' }])
    await excludeMatch(world.reviewer, { id, reason: '研究对象不同' }, call)
    await again()
    expect(await one(id)).toMatchObject({ state: 'excluded', reason: '研究对象不同' })
    expect((await shown()).map((pair) => pair.id)).not.toContain(id)
    expect(await shown()).toHaveLength(3)
    await restoreMatch(world.reviewer, { id }, call)
    await again()
    expect(await one(id)).toMatchObject({ state: 'suggested', alternate: false })
  })

  it('adds a candidate by the number, once, even one without a word in common', async () => {
    const add = () => addMatch(world.reviewer, { kind: 'need', id: need.id, candidateKind: 'person', candidateNumber: world.stranger.person.number }, call)
    const { id } = await add()
    await again()
    expect(await one(id)).toMatchObject({ byHand: true, state: 'suggested', alternate: false })
    expect((await refusal(add())).said.key).toBe('match.known')
    expect((await targetToAddTo(world.reviewer, { target: need.number }, call))?.taken).toContainEqual({ path: `/experts/${world.stranger.person.number}`, matchId: id })
    expect((await refusal(addMatch(world.reviewer, { kind: 'need', id: need.id, candidateKind: 'person', candidateNumber: 'RC-1999-0001' }, call))).errors).toMatchObject([{ path: 'candidateNumber', message: { key: 'match.add.number_unknown' } }])
    expect((await refusal(addMatch(world.owner.actor, { kind: 'need', id: need.id, candidateKind: 'person', candidateNumber: world.stranger.person.number }, call))).code).toBe('forbidden')
  })

  it('adds one that stands by, which then stays in the list', async () => {
    const waiting = (await standBy()).at(-1)!
    const person = await db().person.findUniqueOrThrow({ where: { id: waiting.personId! } })
    expect(await addMatch(world.reviewer, { kind: 'need', id: need.id, candidateKind: 'person', candidateNumber: person.number }, call)).toEqual({ id: waiting.id })
    await again()
    expect(await one(waiting.id)).toMatchObject({ byHand: true, alternate: false })
  })

  it('pins a pair in its place, and lets it go again', async () => {
    const [pinned, other] = await shown()
    await pinMatch(world.reviewer, { id: pinned!.id }, call)
    // Both candidates have all the work that they take.
    for (const personId of [pinned!.personId!, other!.personId!]) for (let n = 0; n < 3; n++) await atWork(personId)
    await again()
    expect(await one(pinned!.id)).toMatchObject({ pinned: true, alternate: false, state: 'suggested' })
    expect(await db().match.findUnique({ where: { id: other!.id } })).toBeNull()
    expect(await shown()).toHaveLength(3)
    await unpinMatch(world.reviewer, { id: pinned!.id }, call)
    await again()
    expect(await db().match.findUnique({ where: { id: pinned!.id } })).toBeNull()
  })

  it('pins nothing that somebody refused', async () => {
    const { id } = await first()
    await excludeMatch(world.reviewer, { id, reason: '方向不符' }, call)
    expect((await refusal(pinMatch(world.reviewer, { id }, call))).said.key).toBe('match.pin.not_now')
  })

  it('keeps a corrected reason with who wrote it and when', async () => {
    const { id } = await second()
    await correctMatch(world.reviewer, { id, correction: '都做夜间园区的制动链路' }, call)
    await again()
    const pair = await readMatch(world.reviewer, { id }, call)
    expect(pair).toMatchObject({ correction: '都做夜间园区的制动链路', corrected: { by: world.reviewer.name, at: call.now.toISOString() } })
  })

  it('leaves a pair to the reviewer alone', async () => {
    const { id } = await first()
    for (const step of [pinMatch, unpinMatch, restoreMatch]) expect((await refusal(step(world.owner.actor, { id }, call))).code).toBe('forbidden')
  })
})

describe('a pair that goes to a broker', () => {
  it('is told by mail and stands in their workspace, though nobody else was told yet', async () => {
    const { id } = await first()
    await assignBroker(world.reviewer, { id, brokerId: world.broker.broker.id }, call)
    await again()
    await drain()
    expect(await one(id)).toMatchObject({ accompaniedBy: world.broker.broker.id, state: 'suggested' })
    expect((await mailsTo(world.broker.email)).map(({ subject }) => subject).join()).toContain('请您陪同')
    expect((await brokerDesk(world.broker.actor, {}, call))?.pairs.map((pair) => pair.id)).toEqual([id])
  })

  it('is not taken away without a reason, which the broker is told and the audit trail keeps', async () => {
    const { id } = await first()
    await assignBroker(world.reviewer, { id, brokerId: world.broker.broker.id }, call)
    expect((await refusal(assignBroker(world.reviewer, { id, brokerId: world.other.broker.id }, call))).errors).toEqual([expect.objectContaining({ path: 'reason', message: { key: 'match.broker.why' } })])
    expect((await refusal(releaseBroker(world.reviewer, { id, reason: '' }, call))).errors).toMatchObject([{ path: 'reason' }])
    await assignBroker(world.reviewer, { id, brokerId: world.other.broker.id, reason: '原经纪人长期出差' }, call)
    await releaseBroker(world.reviewer, { id, reason: '双方自行对接' }, call)
    await drain()
    const told = async (email: string) => (await mailsTo(email)).filter(({ subject }) => subject.includes('您不再陪同')).map(({ text }) => text)
    expect(await told(world.broker.email)).toEqual([expect.stringContaining('原经纪人长期出差')])
    expect(await told(world.other.email)).toEqual([expect.stringContaining('双方自行对接')])
    const kept = await db().auditEntry.findMany({ where: { entity: 'match', entityId: id, operation: { in: ['match.assign_broker', 'match.release_broker'] } }, orderBy: { id: 'asc' } })
    expect(kept.map(({ detail }) => detail)).toMatchObject([{ brokerId: world.broker.broker.id }, { brokerBefore: world.broker.broker.id, reason: '原经纪人长期出差' }, { brokerBefore: world.other.broker.id, reason: '双方自行对接' }])
    expect((await refusal(releaseBroker(world.reviewer, { id, reason: '再取消一次' }, call))).said.key).toBe('match.broker.none_named')
  })
})

describe('the queue', () => {
  it('shows what is asked for', async () => {
    const { id } = await first()
    await assignBroker(world.reviewer, { id, brokerId: world.broker.broker.id }, call)
    const ids = async (filter: Record<string, unknown>) => (await matchQueue(world.reviewer, filter, call)).rows.map((row) => row.id)
    expect(await ids({ broker: 'with' })).toEqual([id])
    expect(await ids({ broker: 'without' })).toHaveLength(2)
    expect(await ids({ target: need.number })).toHaveLength(3)
    expect(await ids({ target: 'XQ-1999-0001' })).toEqual([])
    expect(await ids({ field: 'transport', kind: 'person' })).toHaveLength(3)
    expect(await ids({ kind: 'institute' })).toEqual([])
    expect(await ids({ from: '100' })).toEqual([])
    expect(await ids({ pinned: 'on' })).toEqual([])
    expect(await ids({ state: 'nonsense', from: 'x', broker: 'y' })).toHaveLength(3)
  })

  it('decides what is ticked, and leaves what is decided', async () => {
    const [one, two, three] = (await shown()).map(({ id }) => id)
    expect((await refusal(acceptMatches(world.reviewer, {}, call))).errors).toMatchObject([{ path: 'ids', message: { key: 'match.tick_one' } }])
    expect(await acceptMatches(world.reviewer, { ids: [one, two] }, call)).toBe(2)
    expect((await refusal(excludeMatches(world.reviewer, { ids: [three] }, call))).errors).toMatchObject([{ path: 'reason' }])
    expect(await excludeMatches(world.reviewer, { ids: [one, three], reason: '方向不符' }, call)).toBe(1)
    expect((await db().match.findMany({ where: { id: { in: [one, two, three].map(String) } }, orderBy: { rank: 'asc' } })).map(({ state }) => state)).toEqual(['accepted', 'accepted', 'excluded'])
    expect((await refusal(acceptMatches(world.owner.actor, { ids: [two] }, call))).code).toBe('forbidden')
  })
})
