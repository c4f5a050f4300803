import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createContract, reportContract, updateContract } from '~/domain/contracts/service.server'
import { brokerDesk, brokerFunnel } from '~/domain/desk/broker.server'
import { visitor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { assignBroker } from '~/domain/matching/accompany.server'
import { acceptMatch } from '~/domain/matching/answer.server'
import { brokerChoices } from '~/domain/matching/brokers.server'
import { meetMatch } from '~/domain/matching/service.server'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { contractForm } from '#tests/support/factories-contracts'
import { needCall as call, publishedNeed } from '#tests/support/factories-needs'
import { refusal } from '#tests/support/factories-people'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()

const makeWorld = async () => ({ owner: await make.enterprise(), institute: await make.institute(), reviewer: (await make.reviewer()).actor, broker: await make.broker(), other: await make.broker() })
let world: Awaited<ReturnType<typeof makeWorld>>
let needs = 0
beforeAll(async () => {
  world = await makeWorld()
})

/** A pair of the owner's need and the institute, told a day after it was suggested. */
async function pair(values: { state?: 'notified' | 'met'; accompaniedBy?: string } = {}) {
  const { id: needId } = await publishedNeed(world.owner, world.reviewer, { title: `低照度障碍物识别 ${++needs}` })
  const createdAt = new Date(call.now.getTime() - 3 * 86_400_000)
  return db().match.create({ data: { needId, candidateKind: 'institute', organisationId: world.institute.organisation.id, score: 80, parts: [], passages: [], weightsVersion: 'test', state: 'notified', createdAt, notifiedAt: new Date(createdAt.getTime() + 86_400_000), ...values } })
}

describe('brokers to choose from', () => {
  let id: string
  beforeEach(async () => {
    id = (await pair()).id
  })

  it('come with what speaks for them, and none of either side', async () => {
    await db().broker.update({ where: { id: world.other.broker.id }, data: { fields: ['agriculture'], responseRate: '0.9' } })
    const own = await make.broker()
    await db().broker.update({ where: { id: own.broker.id }, data: { organisationId: world.institute.organisation.id } })
    expect(await brokerChoices(world.reviewer, { id }, call)).toEqual([
      { id: world.broker.broker.id, name: world.broker.broker.name, serves: true, load: 0, maxLoad: 10, full: false, responseRate: null },
      { id: world.other.broker.id, name: world.other.broker.name, serves: false, load: 0, maxLoad: 10, full: false, responseRate: 0.9 },
    ])
    expect((await refusal(assignBroker(world.reviewer, { id, brokerId: own.broker.id }, call))).said.key).toBe('match.broker.own')
    expect((await refusal(brokerChoices(world.owner.actor, { id }, call))).code).toBe('forbidden')
  })

  it('are not those whose hands are full', async () => {
    const busy = await make.broker()
    await db().broker.update({ where: { id: busy.broker.id }, data: { maxLoad: 1 } })
    await pair({ state: 'met', accompaniedBy: busy.broker.id })
    expect((await brokerChoices(world.reviewer, { id }, call)).find((one) => one.id === busy.broker.id)).toMatchObject({ load: 1, full: true })
    expect((await refusal(assignBroker(world.reviewer, { id, brokerId: busy.broker.id }, call))).said.key).toBe('match.broker.full')
  })
})

it('the funnel counts the pairs and their days, for the broker and the bureau', async () => {
  const { broker, actor } = await make.broker()
  const later = (days: number) => ({ now: new Date(call.now.getTime() + days * 86_400_000) })
  const [first, second] = [await pair(), await pair()]
  for (const { id } of [first, second]) await assignBroker(world.reviewer, { id, brokerId: broker.id }, call)
  await acceptMatch(world.institute.actor, { id: first.id }, later(2))
  await meetMatch(world.owner.actor, { id: first.id }, later(5))
  const rows = [['suggested', 2, null], ['notified', 2, 1], ['accepted', 1, 4], ['met', 1, 3], ['applied', 0, null], ['contracted', 0, null]]
  expect((await brokerDesk(actor, {}, call))?.funnel.map(({ step, count, days }) => [step, count, days])).toEqual(rows)
  expect((await brokerFunnel(world.reviewer, { id: broker.number }, call)).map(({ step, count, days }) => [step, count, days])).toEqual(rows)
  expect((await refusal(brokerFunnel(visitor, { id: broker.number }, call))).code).toBe('sign_in')
})

describe('the credit of a broker for a contract', () => {
  const fields = () => contractForm(world.institute.organisation, world.owner.organisation)
  const uncredited = async () => (await mailsTo(world.broker.email)).filter(({ subject }) => subject.includes('不再记在您名下'))

  it('of an agreed pair is not given to somebody else without a reason, which is mailed and kept', async () => {
    const { id: matchId } = await pair({ state: 'met', accompaniedBy: world.broker.broker.id })
    const linked = { ...fields(), source: 'need', matchId }
    const before = (await uncredited()).length
    expect((await refusal(createContract(world.owner.actor, { ...linked, brokerNumber: world.other.broker.number }, call))).errors).toMatchObject([{ path: 'brokerReason', message: { key: 'contract.broker_why' } }])
    const { id } = await createContract(world.owner.actor, { ...linked, brokerNumber: world.other.broker.number, brokerReason: '后半程由另一位跟进' }, call)
    await drain()
    expect((await uncredited()).slice(before).map(({ text }) => text)).toEqual([expect.stringContaining('后半程由另一位跟进')])
    expect((await db().auditEntry.findFirstOrThrow({ where: { operation: 'contract.create', entityId: id } })).detail).toMatchObject({ brokerBefore: world.broker.broker.id, reason: '后半程由另一位跟进' })
  })

  it('comes along by itself where no number is typed', async () => {
    const { id: matchId } = await pair({ state: 'met', accompaniedBy: world.broker.broker.id })
    const { id } = await createContract(world.owner.actor, { ...fields(), source: 'need', matchId, projectName: '另一个项目的开发' }, call)
    expect((await db().contract.findUniqueOrThrow({ where: { id } })).brokerId).toBe(world.broker.broker.id)
    const { version } = await db().contract.findUniqueOrThrow({ where: { id } })
    expect((await refusal(updateContract(world.owner.actor, { ...fields(), id, version, source: 'outside', projectName: '另一个项目的开发' }, call))).errors).toMatchObject([{ path: 'brokerReason' }])
  })

  it('of a reported contract goes with a reason alone; a draft of one’s own can be changed freely', async () => {
    const { id } = await createContract(world.owner.actor, { ...fields(), projectName: '第三个项目的开发', brokerNumber: world.broker.broker.number }, call)
    await updateContract(world.owner.actor, { ...fields(), id, version: 1, projectName: '第三个项目的开发', brokerNumber: world.other.broker.number }, call)
    await updateContract(world.owner.actor, { ...fields(), id, version: 2, projectName: '第三个项目的开发', brokerNumber: world.broker.broker.number }, call)
    await reportContract(world.owner.actor, { id, version: 3, confirmed: 'on' }, call)
    await db().contract.update({ where: { id }, data: { state: 'correction_requested' } })
    await db().broker.update({ where: { id: world.broker.broker.id }, data: { state: 'suspended', stateReason: '证书到期' } })
    const { version } = await db().contract.findUniqueOrThrow({ where: { id } })
    const change = (values: Record<string, unknown>, at = version) => updateContract(world.owner.actor, { ...fields(), id, version: at, projectName: '第三个项目的开发', ...values }, call)
    // What was named stays, whatever became of the certificate since.
    await change({ brokerNumber: world.broker.broker.number })
    expect((await refusal(change({ brokerNumber: '' }, version + 1))).errors).toMatchObject([{ path: 'brokerReason' }])
    await change({ brokerNumber: '', brokerReason: '没有参与这个项目' }, version + 1)
    expect((await db().contract.findUniqueOrThrow({ where: { id } })).brokerId).toBeNull()
    await db().broker.update({ where: { id: world.broker.broker.id }, data: { state: 'active', stateReason: null } })
  })
})
