import { describe, expect, it } from 'vitest'
import { startApplication, submitApplication } from '~/domain/applications/service.server'
import { db } from '~/domain/kernel/db.server'
import { visitor, type Actor } from '~/domain/kernel/actor'
import { brokersWaiting, certificateHistory, listBrokers, listForDesk, readBroker, readOwnBroker } from '~/domain/brokers/read.server'
import { activateBroker, applyAsBroker, reapplyAsBroker, suspendBroker, updateBroker, verifyBroker } from '~/domain/brokers/service.server'
import { brokerDesk, brokerPage } from '~/domain/desk/broker.server'
import { bureauDesk } from '~/domain/desk/service.server'
import { searchPortal } from '~/domain/searching/service.server'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { madeContract } from '#tests/support/factories-contracts'
import { applicationFormOf, needCall, publishedNeed } from '#tests/support/factories-needs'
import { brokerForm, refusal } from '#tests/support/factories-people'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()

const call = { now: new Date('2026-11-20T02:00:00Z') }
const later = { now: new Date('2029-01-02T02:00:00Z') }
const stored = (number: string) => db().broker.findUniqueOrThrow({ where: { number } })
const found = async (q: string, now = call.now) => (await searchPortal(new URLSearchParams({ q }), now)).result?.hits.map((hit) => hit.recordId) ?? []
const listed = async (at = call) => (await listBrokers(visitor, {}, at)).rows.map((row) => row.number)

async function applied(values: Record<string, unknown> = {}) {
  const { actor: before, email } = await make.stranger()
  const { number } = await applyAsBroker(before, brokerForm(values), call)
  return { number, email, actor: await make.actorOf(before.accountId!) }
}

/** Verified and put into the list by the reviewer. */
async function inTheList(reviewer: Actor, values: Record<string, unknown> = {}) {
  const broker = await applied(values)
  await verifyBroker(reviewer, { id: broker.number, version: 1 }, call)
  await activateBroker(reviewer, { id: broker.number, version: 2 }, call)
  return { ...broker, actor: await make.actorOf(broker.actor.accountId!) }
}

describe('a broker on the way into the list', () => {
  it('applies, is verified, active and found, then suspended with a reason and out of list and search', async () => {
    const reviewer = (await make.reviewer()).actor
    const waiting = await brokersWaiting(db())
    const { number, email, actor } = await applied({ name: '陆闻笙', summary: '擅长柑橘冷链成果转化' })
    expect(number).toMatch(/^JJ-2026-\d{4}$/)
    expect([await brokersWaiting(db()), (await bureauDesk(reviewer, {}, call)).counts.brokers]).toEqual([waiting + 1, waiting + 1])
    expect((await refusal(readBroker(visitor, { id: number }, call))).code).toBe('not_found')
    expect((await readBroker(reviewer, { id: number }, call)).can).toEqual({ edit: false, reapply: false, verify: true, activate: false, suspend: true })
    await verifyBroker(reviewer, { id: number, version: 1 }, call)
    expect(await listed()).not.toContain(number)
    await activateBroker(reviewer, { id: number, version: 2 }, call)
    await drain()
    expect(await listed()).toContain(number)
    expect(await found('柑橘冷链')).toContain(number)
    expect((await mailsTo(email)).map((mail) => mail.text).join()).toContain(number)
    expect(await brokersWaiting(db())).toBe(waiting)
    await suspendBroker(reviewer, { id: number, version: 3, reason: '证书被发证单位撤销' }, call)
    await drain()
    expect(await listed()).not.toContain(number)
    expect(await found('柑橘冷链')).not.toContain(number)
    expect((await mailsTo(email)).some((mail) => mail.text.includes('证书被发证单位撤销'))).toBe(true)
    expect(await readBroker(actor, { id: number }, call)).toMatchObject({ state: 'suspended', stateReason: '证书被发证单位撤销', can: { reapply: true } })
    expect((await refusal(readBroker((await make.stranger()).actor, { id: number }, call))).code).toBe('not_found')
    await reapplyAsBroker(actor, { id: number }, call)
    expect(await stored(number)).toMatchObject({ state: 'applied', stateReason: null })
    const steps = await db().transition.findMany({ where: { entity: 'broker', entityId: (await stored(number)).id }, orderBy: { id: 'asc' } })
    expect(steps.map((step) => step.toState).sort()).toEqual(['active', 'applied', 'applied', 'suspended', 'verified'])
  })

  it('is refused a step that its state does not allow, a stale one, and one without a reason', async () => {
    const reviewer = (await make.reviewer()).actor
    const { number } = await applied()
    expect(await refusal(activateBroker(reviewer, { id: number, version: 1 }, call))).toMatchObject({ code: 'conflict', detail: { from: 'applied', to: 'active' } })
    await verifyBroker(reviewer, { id: number, version: 1 }, call)
    expect(await refusal(activateBroker(reviewer, { id: number, version: 1 }, call))).toMatchObject({ code: 'conflict', said: { key: 'error.stale' } })
    expect(await refusal(suspendBroker(reviewer, { id: number, version: 2, reason: ' ' }, call))).toMatchObject({ code: 'invalid', errors: [{ path: 'reason' }] })
    expect(await refusal(reapplyAsBroker((await make.reviewer()).actor, { id: number }, call))).toMatchObject({ code: 'forbidden' })
    expect(await stored(number)).toMatchObject({ state: 'verified', version: 2 })
  })

  it('is decided by the bureau alone, and nobody decides on themselves', async () => {
    const reviewer = await make.reviewer()
    const { number, actor } = await applied()
    for (const [who, code] of [[visitor, 'not_found'], [(await make.stranger()).actor, 'not_found'], [actor, 'forbidden']] as const) expect((await refusal(verifyBroker(who, { id: number, version: 1 }, call))).code).toBe(code)
    const { number: own } = await applyAsBroker(reviewer.actor, brokerForm({ name: '周知远' }), call)
    expect((await refusal(verifyBroker(reviewer.actor, { id: own, version: 1 }, call))).code).toBe('forbidden')
    expect([(await refusal(listForDesk(actor, {}, call))).code, (await refusal(certificateHistory(actor, { id: number }, call))).code]).toEqual(['forbidden', 'forbidden'])
    expect([(await stored(number)).state, (await stored(own)).state]).toEqual(['applied', 'applied'])
  })

  it('applies once', async () => {
    const { actor, number } = await applied()
    expect(await refusal(applyAsBroker(actor, brokerForm(), call))).toMatchObject({ code: 'conflict', said: { key: 'broker.exists' } })
    expect((await readOwnBroker(actor, {}, call)).broker?.number).toBe(number)
  })
})

describe('the certificate', () => {
  it('changed by an active broker is looked at again: out of the list, with what changed for the reviewer', async () => {
    const reviewer = (await make.reviewer()).actor
    const { number, actor } = await inTheList(reviewer)
    expect(await updateBroker(actor, { ...brokerForm({ summary: '新的介绍' }), id: number, version: 3 }, call)).toMatchObject({ again: false })
    expect((await stored(number)).state).toBe('active')
    expect(await updateBroker(actor, { ...brokerForm({ grade: 'senior', validUntil: '2031-06-30' }), id: number, version: 4 }, call)).toMatchObject({ again: true })
    expect((await stored(number)).state).toBe('applied')
    expect(await listed()).not.toContain(number)
    expect((await listForDesk(reviewer, { state: 'applied' }, call)).rows.map((row) => row.number)).toContain(number)
    expect((await certificateHistory(reviewer, { id: number }, call))[0]?.changes).toEqual([{ field: 'grade', from: 'intermediate', to: 'senior' }, { field: 'validUntil', from: '2028-12-31', to: '2031-06-30' }])
    expect(await refusal(updateBroker(actor, { ...brokerForm({ grade: 'junior' }), id: number, version: 4 }, call))).toMatchObject({ code: 'conflict', said: { key: 'error.stale' } })
  })

  it('that has run out takes the broker off the list by itself, and nothing but a new one brings them back', async () => {
    const reviewer = (await make.reviewer()).actor
    const { number, actor } = await inTheList(reviewer, { summary: '擅长稀土永磁电机' })
    await drain()
    expect(await found('稀土永磁')).toContain(number)
    const [job] = await db().$queryRaw<{ at: Date }[]>`SELECT run_at AS at FROM graphile_worker._private_jobs WHERE key = ${`expire:broker:${(await stored(number)).id}`}`
    expect(job?.at.toISOString()).toBe('2028-12-31T16:00:00.000Z')
    expect(await listed(later)).not.toContain(number)
    expect((await refusal(readBroker(visitor, { id: number }, later))).code).toBe('not_found')
    expect(await readBroker(actor, { id: number }, later)).toMatchObject({ state: 'expired', can: { edit: true } })
    expect((await listForDesk(reviewer, { state: 'expired' }, later)).rows.map((row) => row.number)).toContain(number)
    await suspendBroker(reviewer, { id: number, version: 3, reason: '证书过期多时' }, later)
    expect(await refusal(activateBroker(reviewer, { id: number, version: 4 }, later))).toMatchObject({ code: 'conflict', said: { key: 'broker.certificate_over' } })
    expect(await refusal(updateBroker(actor, { ...brokerForm(), id: number, version: 4 }, later))).toMatchObject({ errors: [{ path: 'validUntil' }] })
    await updateBroker(actor, { ...brokerForm({ validUntil: '2032-12-31' }), id: number, version: 4 }, later)
    expect((await stored(number)).state).toBe('applied')
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['kind', { kind: '' }, 'field.choose'], ['name', { name: '陆' }, 'field.too_short'], ['certificateNumber', { certificateNumber: '' }, 'field.required'], ['issuer', { issuer: '' }, 'field.required'], ['grade', { grade: 'expert' }, 'field.unknown_choice'], ['validUntil', { validUntil: '2026-11-19' }, 'broker.certificate_over'],
    ['validUntil', { validUntil: '明年' }, 'day.not_a_day'], ['fields', { fields: [] }, 'field.choose'], ['fields', { fields: ['no-such-field'] }, 'field.unknown_choice'], ['maxLoad', { maxLoad: '0' }, 'field.out_of_range'], ['contactEmail', { contactEmail: 'lu' }, 'email.wrong'], ['organisationId', { kind: 'agency' }, 'broker.choose_agency'],
  ])('with a wrong %s (%o) is refused and nothing is written', async (path, values, key) => {
    const { actor } = await make.stranger()
    expect(await refusal(applyAsBroker(actor, brokerForm(values), call))).toMatchObject({ code: 'invalid', errors: [{ path, message: { key } }] })
    expect(await db().broker.count({ where: { accountId: actor.accountId! } })).toBe(0)
  })
})

describe('an agency', () => {
  it('is applied for by its manager, once, and kept by every manager of it', async () => {
    const agency = await make.organisation('broker_agency', { verified: false })
    const account = await make.account('agency')
    await db().membership.create({ data: { accountId: account.id, organisationId: agency.id, role: 'broker', manager: true } })
    const actor = await make.actorOf(account.id)
    expect((await readOwnBroker(actor, {}, call)).agencies).toEqual([{ value: agency.id, label: agency.name }])
    const early = await refusal(applyAsBroker(actor, brokerForm({ kind: 'agency', organisationId: agency.id, name: agency.name }), call))
    expect(early).toMatchObject({ errors: [{ path: 'organisationId', message: { key: 'broker.agency_not_verified' } }] })
    await db().organisation.update({ where: { id: agency.id }, data: { verification: 'verified' } })
    const { number } = await applyAsBroker(actor, brokerForm({ kind: 'agency', organisationId: agency.id, name: agency.name }), call)
    const other = await make.account('agency')
    await db().membership.create({ data: { accountId: other.id, organisationId: agency.id, role: 'broker', manager: true } })
    const second = await make.actorOf(other.id)
    expect((await readOwnBroker(second, {}, call)).broker?.number).toBe(number)
    expect(await refusal(applyAsBroker(second, brokerForm({ kind: 'agency', organisationId: agency.id }), call))).toMatchObject({ errors: [{ path: 'organisationId', message: { key: 'broker.agency_exists' } }] })
    await updateBroker(second, { ...brokerForm({ name: agency.name, summary: '第二位管理员写的' }), id: number, version: 1 }, call)
    expect((await stored(number)).summary).toBe('第二位管理员写的')
  })
})

describe('the deals', () => {
  it('are the applications and contracts that name the broker; the sum is public once three parties stand behind it', async () => {
    const reviewer = (await make.reviewer()).actor
    const { number, actor } = await inTheList(reviewer)
    const brokerId = actor.brokerId!
    const [owner, researcher] = [await make.enterprise(), await make.researcher()]
    const need = await publishedNeed(owner, reviewer)
    const application = await startApplication(researcher.actor, await applicationFormOf({ needId: need.id, address: need.number }, { broker: number }), needCall)
    await submitApplication(researcher.actor, { id: application.number }, needCall)
    const pair = await db().match.create({ data: { needId: need.id, candidateKind: 'person', personId: researcher.person.id, accompaniedBy: brokerId, state: 'accepted', score: 71, parts: [], passages: [], weightsVersion: 'test', rank: 1 } })
    const first = await madeContract({ brokerId, totalAmount: '125000.00' })
    await madeContract({ brokerId, state: 'draft', totalAmount: '900000.00' })
    expect((await brokerPage(visitor, { id: number }, call)).figures).toMatchObject({ contracts: 1, amount: null, load: 1, maxLoad: 8 })
    expect((await brokerDesk(actor, {}, call))?.figures).toMatchObject({ contracts: 1, amount: '125000.00' })
    await madeContract({ brokerId, totalAmount: '85000.50' })
    expect((await brokerPage(visitor, { id: number }, call)).figures).toMatchObject({ contracts: 2, amount: '210000.50' })
    const desk = await brokerDesk(actor, {}, call)
    expect(desk?.applications.map((row) => row.number)).toEqual([application.number])
    expect(desk?.pairs.map((row) => row.id)).toEqual([pair.id])
    expect(desk?.contracts.map((row) => row.number)).toHaveLength(2)
    expect(desk?.contracts.map((row) => row.number)).toContain(first.number)
    expect(await brokerDesk((await make.stranger()).actor, {}, call)).toBeNull()
  })
})
