import { beforeAll, describe, expect, it } from 'vitest'
import { createAchievement, unpublishAchievement, updateAchievement } from '~/domain/achievements/service.server'
import { db } from '~/domain/kernel/db.server'
import { acceptMatch } from '~/domain/matching/answer.server'
import { renewCandidate } from '~/domain/matching/candidates.server'
import { followChanges, manyAtOnce, noteCandidate } from '~/domain/matching/changes.server'
import { computeMatches } from '~/domain/matching/compute.server'
import { forgetPool } from '~/domain/matching/pool.server'
import { noteFailure, noticeVersion, readRuns, startRun } from '~/domain/matching/run.server'
import type { MatchPart } from '~/domain/matching/schema'
import { excludeMatch } from '~/domain/matching/service.server'
import { matchingVersion } from '~/domain/matching/version.server'
import { changeSettings } from '~/domain/district/settings.server'
import { updateNeed } from '~/domain/needs/service.server'
import { updateOrganisation } from '~/domain/organisations/service.server'
import { setListing, updateProfile } from '~/domain/people/service.server'
import { useDatabase } from '#tests/support/database'
import { drain, waitingJobs } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { needCall as call, needForm, publishedNeed } from '#tests/support/factories-needs'
import { achievementForm, personForm, refusal } from '#tests/support/factories-people'

useDatabase()

const tea = { title: '秀芽茶杀青温度在线监测与调控', keywords: '茶叶、杀青、温度', problem: '杀青锅温靠手感，茶叶焦边率 8%，批次之间叶温相差 20 ℃，需要在线监测叶温并自动调控。', indicators: '叶温测量误差与调控时延。', goal: '焦边率降到 2% 以下。', field: 'agriculture' }
const seeing = '园区无人配送车夜间低照度障碍物识别与紧急制动，支路照度低于 1 lx 时障碍物检出率 98%。'

/** Two needs of two subjects with candidates of their own, and others, so that their words are rare. */
async function makeWorld() {
  // Nobody is told by itself: who was told stays, whatever is computed.
  await db().district.update({ where: { id: 1 }, data: { notifyFromScore: 100 } })
  const [owner, reviewer, institute] = [await make.enterprise(), (await make.reviewer()).actor, await make.institute()]
  const drivers = []
  for (const place of ['支路', '隧道', '厂区']) drivers.push(await make.researcher({ summary: `${place}${seeing}`, keywords: ['低照度', '障碍物识别'] }))
  const growers = []
  for (const tool of ['滚筒', '蒸汽']) growers.push(await make.researcher({ summary: `${tool}杀青机的茶叶叶温在线监测与自动调控，焦边率降到 1%。`, keywords: ['茶叶', '杀青'], fields: ['agriculture'] }))
  for (const work of ['竹纤维复合材料', '柑橘病虫害预报', '污水提升泵站预警', '动力电池健康评估', '压铸模具修复', '古籍数字化']) await make.researcher({ summary: `${work}，面向中小企业。`, keywords: [work], fields: ['materials'] })
  const [night, leaf] = [await publishedNeed(owner, reviewer), await publishedNeed(owner, reviewer, tea)]
  await drain()
  for (const { id } of [night, leaf]) await computeMatches('need', id, { tell: false, now: call.now })
  return { owner, reviewer, institute, drivers, growers, night, leaf }
}
let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
})

/** Which needs were looked at in what way by the changes that `work` makes, and all jobs that they ask for. */
async function looked(work: () => Promise<unknown>): Promise<string[]> {
  const [last] = await db().auditEntry.findMany({ orderBy: { id: 'desc' }, take: 1 })
  await work()
  await drain()
  await followChanges(call.now)
  await drain()
  const entries = await db().auditEntry.findMany({ where: { id: { gt: last?.id ?? 0 }, operation: { in: ['match.follow', 'match.compute'] } }, orderBy: { id: 'asc' } })
  const names = new Map([[world.night.id, 'night'], [world.leaf.id, 'leaf']])
  return entries.map(({ operation, entityId }) => `${operation} ${names.get(entityId) ?? entityId}`)
}

const form = (person: { id: string; version: number; name: string }, values: Record<string, unknown> = {}) => ({ id: person.id, version: person.version, ...personForm({ name: person.name, keywords: '低照度、障碍物识别', summary: `支路${seeing}`, projects: '', maxLoad: '8', ...values }) })
const current = (id: string) => db().person.findUniqueOrThrow({ where: { id } })
const pairOf = (need: { id: string }, personId: string) => db().match.findFirst({ where: { needId: need.id, personId } })
const edit = async ({ actor, person }: (typeof world.drivers)[number], values: Record<string, unknown>) => updateProfile(actor, form(await current(person.id), values), call)

describe('a candidate that changes', () => {
  it('has its own pairs scored anew, and no other pair of any need', async () => {
    const [driver] = world.drivers
    await looked(() => edit(driver!, {}))
    const before = await db().match.findMany({ where: { personId: { not: driver!.person.id } }, orderBy: { id: 'asc' } })
    const score = (await pairOf(world.night, driver!.person.id))!.score.toNumber()
    expect(await looked(() => edit(driver!, { keywords: '低照度、障碍物识别、紧急制动、误制动', projects: '主持夜间低照度障碍物识别与紧急制动的制动时延第三方实测，检出率 98%' }))).toEqual(['match.follow night'])
    const pair = (await pairOf(world.night, driver!.person.id))!
    expect(pair.score.toNumber()).toBeGreaterThan(score)
    expect(JSON.stringify(pair.passages)).toContain('紧急制动')
    expect(pair.weightsVersion).toBe(matchingVersion())
    const others = await db().match.findMany({ where: { personId: { not: driver!.person.id } }, orderBy: { id: 'asc' } })
    const texts = (rows: typeof others) => rows.map(({ id, score: points, parts, passages }) => ({ id, points: points.toNumber(), parts, passages }))
    expect(texts(others)).toEqual(texts(before))
  })

  it('gets what a run over all would give it, but for the kin that only the whole pool knows', async () => {
    const pair = (await pairOf(world.night, world.drivers[0]!.person.id))!
    forgetPool()
    await computeMatches('need', world.night.id, { tell: false, now: call.now })
    const again = (await pairOf(world.night, world.drivers[0]!.person.id))!
    expect(Math.abs(again.score.toNumber() - pair.score.toNumber())).toBeLessThan(4)
    const own = (parts: unknown) => (parts as MatchPart[]).filter(({ part }) => ['field', 'record', 'mode', 'area'].includes(part))
    expect(own(again.parts)).toEqual(own(pair.parts))
  })

  it('touches nothing where nothing of it is compared', async () => {
    expect(await looked(() => edit(world.drivers[0]!, { keywords: '低照度、障碍物识别、紧急制动、误制动', projects: '主持夜间低照度障碍物识别与紧急制动的制动时延第三方实测，检出率 98%', contactPhone: '023-49811111', contactEmail: 'new@example.com' }))).toEqual([])
  })

  it('comes to the needs that it now suits, and leaves those that it suits no more', async () => {
    const [, driver] = world.drivers
    expect(await looked(() => edit(driver!, { keywords: '茶叶、杀青', summary: '蒸汽杀青机的茶叶叶温在线监测与自动调控，焦边率降到 1%，叶温测量误差 1 ℃。', fields: ['agriculture'], projects: '' }))).toEqual(expect.arrayContaining(['match.follow leaf']))
    expect((await pairOf(world.leaf, driver!.person.id))?.score.toNumber()).toBeGreaterThan(40)
    expect(((await pairOf(world.night, driver!.person.id))?.score.toNumber() ?? 0)).toBeLessThan(40)
  })

  it('leaves when it has no time before the deadline, and comes back with time', async () => {
    const [grower] = world.growers
    const own = { keywords: '茶叶、杀青', summary: '滚筒杀青机的茶叶叶温在线监测与自动调控，焦边率降到 1%。', fields: ['agriculture'] }
    expect(await looked(() => edit(grower!, { ...own, availableFrom: '2027-06-01' }))).toEqual(['match.follow leaf'])
    expect(await pairOf(world.leaf, grower!.person.id)).toBeNull()
    expect(await looked(() => edit(grower!, own))).toEqual(['match.follow leaf'])
    expect(await pairOf(world.leaf, grower!.person.id)).not.toBeNull()
  })

  it('takes its result with it, and its inventor’s and institute’s pairs follow', async () => {
    const { institute, growers } = world
    await db().organisation.update({ where: { id: institute.organisation.id }, data: { verification: 'verified', summary: '茶叶机械与杀青工艺。', fields: ['agriculture'] } })
    const values = achievementForm({ title: '茶叶杀青叶温在线监测与调控装置', summary: '红外测茶叶叶温，自动调控杀青锅温，焦边率降到 1%。', field: 'agriculture', organisationId: institute.organisation.id, keywords: '茶叶、杀青、温度', body: '', cases: '' })
    let result = { id: '', number: '' }
    const records = async () => ((await db().match.findFirst({ where: { needId: world.leaf.id, organisationId: institute.organisation.id } }))?.parts as MatchPart[] | undefined)?.find(({ part }) => part === 'record')?.reason
    expect(await looked(async () => { result = await createAchievement(institute.actor, { ...values, publish: 'on' }, call) })).toEqual(['match.follow leaf'])
    expect(await db().match.count({ where: { needId: world.leaf.id, achievementId: result.id } })).toBe(1)
    expect(await records()).toEqual({ key: 'match.reason.record.some', params: { count: 1 } })
    const { version } = await db().achievement.findUniqueOrThrow({ where: { id: result.id } })
    await db().person.update({ where: { id: growers[0]!.person.id }, data: { organisationId: institute.organisation.id } })
    await looked(() => updateAchievement(institute.actor, { ...values, id: result.number, version, inventors: [growers[0]!.person.id] }, call))
    expect(((await pairOf(world.leaf, growers[0]!.person.id))!.parts as MatchPart[]).find(({ part }) => part === 'record')?.reason).toEqual({ key: 'match.reason.record.some', params: { count: 1 } })
    expect(await looked(() => unpublishAchievement(institute.actor, { id: result.number, reason: '已转让给企业' }, call))).toEqual(['match.follow leaf'])
    expect(await db().match.count({ where: { achievementId: result.id } })).toBe(0)
    expect(await db().matchFit.count({ where: { candidateId: result.id } })).toBe(0)
    expect(((await pairOf(world.leaf, growers[0]!.person.id))!.parts as MatchPart[]).find(({ part }) => part === 'record')?.reason).toEqual({ key: 'match.reason.record.none' })
  })

  it('keeps what people decided, whatever becomes of it', async () => {
    const [first, , third] = world.drivers
    const [taken, refused] = [(await pairOf(world.night, first!.person.id))!, (await pairOf(world.night, third!.person.id))!]
    await acceptMatch(world.reviewer, { id: taken.id, note: '' }, call)
    await excludeMatch(world.reviewer, { id: refused.id, reason: '方向不符' }, call)
    const was = refused.score.toNumber()
    expect(await looked(() => edit(third!, { summary: `隧道${seeing}误制动每百公里 0.4 次，制动时延经第三方实测。`, keywords: '低照度、障碍物识别、紧急制动' }))).toEqual(['match.follow night'])
    const excluded = (await pairOf(world.night, third!.person.id))!
    expect(excluded).toMatchObject({ id: refused.id, state: 'excluded', reason: '方向不符' })
    expect(excluded.score.toNumber()).toBeGreaterThan(was)
    await looked(async () => setListing(first!.actor, { id: first!.person.id, version: (await current(first!.person.id)).version, listed: '' }, call))
    expect(await pairOf(world.night, first!.person.id)).toMatchObject({ id: taken.id, state: 'accepted' })
  })
})

describe('what a candidate belongs to', () => {
  it('counts with it: where its organisation is, and whose it is', async () => {
    const [grower] = world.growers
    const area = async () => ((await pairOf(world.leaf, grower!.person.id))!.parts as MatchPart[]).find(({ part }) => part === 'area')?.reason.key
    expect(await area()).toMatch(/district|same/)
    const { id, version, name, nature, creditCode } = await db().organisation.findUniqueOrThrow({ where: { id: world.institute.organisation.id } })
    const moved = { id, version, name, nature, creditCode: creditCode ?? '', shortName: '', summary: '茶叶机械与杀青工艺。', fields: ['agriculture'], address: '', regionCode: '110105', areaKey: '', contactName: '陈工', contactPhone: '023-49800000', website: '', scale: '' }
    expect(await looked(() => updateOrganisation(world.institute.actor, moved, call))).toContain('match.follow leaf')
    expect(await area()).toBe('match.reason.area.outside')
  })
})

describe('settings of the assignment', () => {
  it('have it made again', async () => {
    const administrator = await make.administrator()
    const district = await db().district.findFirstOrThrow()
    const typed = Object.fromEntries(Object.entries(district).flatMap(([name, value]) => (['id', 'updatedAt', 'sampleData'].includes(name) || value === null ? [] : [[name, String(value)]])))
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
    await changeSettings(administrator.actor, { ...typed, reviewDays: '4' }, call)
    expect(await waitingJobs()).toEqual([])
    await changeSettings(administrator.actor, { ...typed, reviewDays: '4', version: String(district.version + 1), suggestionsPerCandidate: '7' }, call)
    expect((await waitingJobs()).map(({ name }) => name)).toEqual(['match.assign'])
  })
})

describe('a need that changes', () => {
  it('is matched alone', async () => {
    const { version } = await db().need.findUniqueOrThrow({ where: { id: world.leaf.id } })
    expect(await looked(() => updateNeed(world.owner.actor, { ...needForm(world.owner.organisation.id, { ...tea, goal: '焦边率降到 1% 以下，叶温误差 1 ℃。' }), id: world.leaf.number, version }, call))).toEqual(['match.compute leaf'])
  })
})

describe('a run over all', () => {
  const runs = async () => (await readRuns(world.reviewer, {}, call)).runs
  const asked = async () => (await waitingJobs()).filter(({ name }) => name === 'match.target')

  it('is asked for by the bureau alone, is one while it is under way, and shows how far it is', async () => {
    expect((await refusal(startRun(world.owner.actor, {}, call))).code).toBe('forbidden')
    expect(await startRun(world.reviewer, {}, call)).toMatchObject({ joined: false, total: 2 })
    expect(await startRun(world.reviewer, {}, call)).toMatchObject({ joined: true })
    expect(await asked()).toHaveLength(2)
    expect(await runs()).toMatchObject([{ reason: 'asked', startedBy: world.reviewer.name, total: 2, done: 0, failed: 0, endedAt: null }])
    await computeMatches('need', world.night.id, { tell: false, now: call.now })
    await noteFailure('need', world.leaf.id, new Error('the index said no'))
    expect(await readRuns(world.reviewer, {}, call)).toMatchObject({ open: 2, runs: [{ done: 1, failed: 1, endedAt: null }], failed: [{ error: 'the index said no', path: `/bureau/needs/${world.leaf.number}` }] })
    await drain()
    expect(await readRuns(world.reviewer, {}, call)).toMatchObject({ runs: [{ done: 2, failed: 0, endedAt: expect.any(String) as string }], failed: [] })
    expect(await startRun(world.reviewer, {}, call)).toMatchObject({ joined: false })
    expect(await runs()).toHaveLength(2)
    await drain()
  })

  it('goes on with a need that is withdrawn meanwhile', async () => {
    await startRun(world.reviewer, {}, call)
    await db().need.update({ where: { id: world.leaf.id }, data: { state: 'withdrawn' } })
    await drain()
    expect((await runs())[0]).toMatchObject({ done: 2, total: 2 })
    await db().need.update({ where: { id: world.leaf.id }, data: { state: 'published' } })
  })

  it('begins by itself when weights or words are others, for what is of another version, once', async () => {
    expect(await noticeVersion(call.now)).toBe(0)
    await db().matchedTarget.update({ where: { needId: world.leaf.id }, data: { version: 'old' } })
    expect([await noticeVersion(call.now), await noticeVersion(call.now)]).toEqual([1, 1])
    expect(await asked()).toEqual([{ name: 'match.target', payload: { kind: 'need', id: world.leaf.id } }])
    expect((await runs())[0]).toMatchObject({ reason: 'version', total: 1, done: 0 })
    await drain()
    expect(await db().matchedTarget.findMany({ select: { version: true } })).toEqual([{ version: matchingVersion() }, { version: matchingVersion() }])
    expect((await runs())[0]).toMatchObject({ done: 1 })
    expect(await noticeVersion(call.now)).toBe(0)
  })

  it('takes the place of following each when very many change at once', async () => {
    const many = manyAtOnce + 5
    await db().achievement.createMany({ data: Array.from({ length: many }, (_, n) => ({ number: `CG-M-${n}`, title: `茶叶杀青叶温监测 ${n}`, summary: '茶叶杀青锅温与叶温的在线监测与自动调控，焦边率 1%。', body: '', field: 'agriculture', trl: 7, iprKind: 'know_how' as const, modes: ['licence' as const], keywords: ['茶叶', '杀青'], published: true, publishedAt: call.now })) })
    const made = await db().achievement.findMany({ where: { number: { startsWith: 'CG-M-' } }, select: { id: true } })
    for (const { id } of made) {
      await renewCandidate('achievement', id)
      await noteCandidate('achievement', id)
    }
    expect((await waitingJobs()).filter(({ name }) => name === 'match.candidates')).toHaveLength(1)
    // Still going on: it is waited for, by the same job.
    expect([await followChanges(call.now), (await asked()).length]).toEqual([0, 0])
    expect((await waitingJobs()).filter(({ name }) => name === 'match.candidates')).toHaveLength(1)
    await db().$executeRaw`UPDATE "MatchSeen" SET "changedAt" = "changedAt" - interval '1 minute' WHERE "changedAt" IS NOT NULL`
    expect(await followChanges(call.now)).toBe(many)
    expect(await asked()).toHaveLength(2)
    expect((await runs())[0]).toMatchObject({ reason: 'burst', total: 2 })
    await drain()
    expect(await db().match.count({ where: { needId: world.leaf.id, achievement: { number: { startsWith: 'CG-M-' } } } })).toBeGreaterThan(5)
    expect(await followChanges(call.now)).toBe(0)
  })

  it('is asked for by a candidate that leaves where more were found than are kept', async () => {
    const { found } = await db().matchedTarget.findUniqueOrThrow({ where: { needId: world.leaf.id } })
    expect(found).toBeGreaterThan(30)
    const [pair] = await db().match.findMany({ where: { needId: world.leaf.id, achievementId: { not: null }, alternate: true, state: 'suggested' }, orderBy: { rank: 'asc' } })
    expect(await looked(async () => { await db().achievement.update({ where: { id: pair!.achievementId! }, data: { published: false } }); await renewCandidate('achievement', pair!.achievementId!); await noteCandidate('achievement', pair!.achievementId!) })).toEqual(['match.compute leaf'])
    expect(await db().match.count({ where: { achievementId: pair!.achievementId! } })).toBe(0)
  })
})
