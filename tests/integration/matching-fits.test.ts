import { beforeAll, describe, expect, it } from 'vitest'
import { createAchievement } from '~/domain/achievements/service.server'
import { system, visitor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { renewCandidate } from '~/domain/matching/candidates.server'
import { computeMatches } from '~/domain/matching/compute.server'
import { changeDigest, digestToken, readDigest, readDigestLink, sendDigests, stopDigest } from '~/domain/matching/digest.server'
import { ownFits, targetsOfResult } from '~/domain/matching/fits.server'
import { ownMatches } from '~/domain/matching/read.server'
import { excludeMatch } from '~/domain/matching/service.server'
import { unsubscribeToken } from '~/domain/saved-searches/unsubscribe.server'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { needCall as call, publishedNeed } from '#tests/support/factories-needs'
import { achievementForm, refusal } from '#tests/support/factories-people'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()

/** Two are suggested; the third fits as well and hears of it another way. */
async function makeWorld() {
  await db().district.update({ where: { id: 1 }, data: { matchesPerNeed: 2, notifyFromScore: 0 } })
  const [owner, reviewer, institute, stranger] = [await make.enterprise(), (await make.reviewer()).actor, await make.institute(), await make.stranger()]
  const people = []
  for (const place of ['支路', '隧道', '厂区']) people.push(await make.researcher({ summary: `${place}无人配送车夜间低照度障碍物识别与紧急制动，支路照度低于 1 lx 时障碍物检出率 98%，误制动每百公里 0.4 次，制动时延经第三方实测。`, keywords: ['低照度', '障碍物识别', '紧急制动'] }))
  // Others, so that the words of the three are rare.
  for (const work of ['茶叶杀青温度在线监测', '竹纤维复合材料', '柑橘病虫害预报', '污水提升泵站预警', '动力电池健康评估', '压铸模具修复']) await make.researcher({ summary: `${work}，面向中小企业。`, keywords: [work], fields: ['agriculture'] })
  const result = await createAchievement(institute.actor, { ...achievementForm({ title: '低照度障碍物识别与紧急制动模组', organisationId: institute.organisation.id }), publish: 'on' }, call)
  await db().achievement.update({ where: { id: result.id }, data: { published: true, publishedAt: call.now } })
  await renewCandidate('achievement', result.id)
  const need = await publishedNeed(owner, reviewer)
  await computeMatches('need', need.id, { tell: true, now: call.now })
  const told = await db().match.findMany({ where: { state: 'notified' } })
  const left = people.find(({ person }) => !told.some(({ personId }) => personId === person.id))!
  const heard = people.find(({ person }) => told.some(({ personId }) => personId === person.id))!
  return { owner, reviewer, institute, stranger, heard, result, need, told, left }
}
let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
})

const numbers = async (actor: typeof world.reviewer) => (await ownFits(actor, {}, call)).map(({ number }) => number)

describe('what fits a candidate whom nobody has told', () => {
  it('is shown with its reasons, and not to those who were told', async () => {
    expect(world.told).toHaveLength(2)
    const [fit] = await ownFits(world.left.actor, {}, call)
    expect(fit).toMatchObject({ number: world.need.number, kind: 'need', path: `/needs/${world.need.number}`, owner: world.owner.organisation.name, candidateKind: 'person' })
    expect(fit?.reasons).toHaveLength(2)
    expect((await ownMatches(world.left.actor, {}, call)).asCandidate).toEqual([])
    expect([await numbers(world.heard.actor), (await ownMatches(world.heard.actor, {}, call)).asCandidate.length]).toEqual([[], 1])
  })

  it('is nothing for who is no candidate, after the deadline, or once a reviewer has excluded the pair', async () => {
    expect([await numbers(world.stranger.actor), await numbers(world.owner.actor)]).toEqual([[], []])
    expect(await ownFits(world.left.actor, {}, { now: new Date('2027-06-01T00:00:00Z') })).toEqual([])
    expect(await numbers(world.left.actor)).toEqual([world.need.number])
    const pair = await db().match.findFirstOrThrow({ where: { needId: world.need.id, personId: world.left.person.id } })
    expect(pair).toMatchObject({ alternate: true, state: 'suggested' })
    await excludeMatch(world.reviewer, { id: pair.id, reason: '方向不符' }, call)
    expect(await numbers(world.left.actor)).toEqual([])
    await db().match.update({ where: { id: pair.id }, data: { state: 'suggested', alternate: true } })
  })

  it('reaches an institute through its result, which names what it may answer to its owner alone', async () => {
    const number = (await db().achievement.findUniqueOrThrow({ where: { id: world.result.id } })).number
    const { told, fits } = await targetsOfResult(world.institute.actor, { id: number }, call)
    expect([...told.map(({ target }) => target.number), ...fits.map((fit) => fit.number)]).toEqual([world.need.number])
    expect((await refusal(targetsOfResult(world.left.actor, { id: number }, call))).code).toBe('forbidden')
  })
})

describe('the weekly digest', () => {
  const digests = async (email: string) => (await mailsTo(email)).filter(({ subject }) => subject.includes('适合您') && subject.includes('新的'))
  const send = async () => {
    await sendDigests(call.now)
    await drain()
  }

  it('names what has come to fit, once, with the way out', async () => {
    await send()
    await send()
    const mails = await digests(world.left.email)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain(`/needs/${world.need.number}`)
    expect(mails[0]?.text).toContain(`/unsubscribe?token=${digestToken(world.left.actor.accountId!)}`)
    for (const { email } of [world.heard, world.stranger]) expect(await digests(email)).toEqual([])
  })

  it('comes again for something new, and stays away once it was turned off', async () => {
    const another = async (title: string) => {
      const { id } = await publishedNeed(world.owner, world.reviewer, { title })
      await computeMatches('need', id, { tell: false, now: call.now })
    }
    await another('厂区无人配送车低照度障碍物识别')
    await send()
    expect(await digests(world.left.email)).toHaveLength(2)
    await changeDigest(world.left.actor, { digest: 'never' }, call)
    expect(await readDigest(world.left.actor, {}, call)).toEqual({ weekly: false })
    await another('隧道无人配送车低照度障碍物识别')
    await send()
    expect(await digests(world.left.email)).toHaveLength(2)
    expect((await refusal(changeDigest(world.left.actor, { digest: 'hourly' }, call))).errors).toMatchObject([{ path: 'digest' }])
  })

  it('is stopped by its own link, without a log-in, and by no other', async () => {
    const id = world.heard.actor.accountId!
    expect(await readDigestLink(visitor, { token: digestToken(id) }, call)).toEqual({ id, gone: false, stopped: false })
    for (const token of ['', 'digest.', 'digest.x', `digest.${unsubscribeToken(id)}`, digestToken(id).slice(7), digestToken(world.left.actor.accountId!).replace(/^digest\.[^.]+/, `digest.${id}`)]) expect((await refusal(stopDigest(visitor, { token }, call))).code).toBe('not_found')
    await stopDigest(visitor, { token: digestToken(id) }, call)
    expect(await readDigest(world.heard.actor, {}, call)).toEqual({ weekly: false })
    expect(await db().auditEntry.count({ where: { operation: 'match.stop_digest', entityId: id } })).toBe(1)
  })

  it('is sent by the clock, for the system alone', async () => {
    expect((await refusal(readDigest(visitor, {}, call))).code).toBe('sign_in')
    expect((await refusal(readDigest(system, {}, call))).code).toBe('sign_in')
  })
})
