import { describe, expect, it } from 'vitest'
import { keepContractsApart, listAlike, unmergeContract } from '~/domain/contracts/apart.server'
import {
  amendContract, approveFirst, createContract, listContracts, mergeContract, prefillContract, readContract, recentLandings, refuseContract, registerContract, reportContract, requestCorrection, resubmitContract, revokeContract,
  setDisputed, startReview, terminateContract, updateContract,
} from '~/domain/contracts/service.server'
import { DomainError } from '~/domain/kernel/errors'
import { db } from '~/domain/kernel/db.server'
import { visitor } from '~/domain/kernel/actor'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { creditCode, make } from '#tests/support/factories'
import { contractForm, contractSides, madeContract } from '#tests/support/factories-contracts'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()

const now = new Date('2026-03-16T02:00:00Z')
const call = { now }
const later = (days: number) => ({ now: new Date(now.getTime() + days * 86_400_000) })

async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error: unknown = await work.then(() => null, (thrown: unknown) => thrown)
  if (error instanceof DomainError) return error
  throw error ?? new Error('it was not refused')
}

async function inReview(values: Record<string, unknown> = {}) {
  const sides = await contractSides()
  const { id } = await createContract(sides.owner.actor, { ...sides.fields, ...values }, call)
  const { number } = await reportContract(sides.owner.actor, { id, version: 1, confirmed: 'on' }, call)
  const { actor: reviewer } = await make.reviewer()
  await startReview(reviewer, { id: number }, call)
  return { ...sides, recordId: id, id: number, reviewer }
}

let serial = 0
const registration = () => ({ registrationNumber: `2026500118${String(++serial).padStart(6, '0')}`, registrationOffice: '重庆市永川区技术合同登记点', registeredOn: '2026-03-16' })

async function registered(values: Record<string, unknown> = {}) {
  const made = await inReview(values)
  await registerContract(made.reviewer, { id: made.id, ...registration() }, call)
  return made
}

describe('a correction', () => {
  it('names a field and why, stops the clock, tells the reporter, and starts the clock again when it comes back', async () => {
    const { owner, reviewer, id, recordId, fields } = await inReview()
    await requestCorrection(reviewer, { id, field: 'technologyAmount', note: '外购设备的发票没有附上' }, call)
    await requestCorrection(reviewer, { id, field: 'seller', note: '法定代表人请写全名' }, call)
    expect(await db().contract.findUniqueOrThrow({ where: { id: recordId } })).toMatchObject({ state: 'correction_requested', reviewDueOn: null })
    const { version } = await readContract(owner.actor, { id })
    await updateContract(owner.actor, { ...fields, id, version, technologyAmount: '900000' }, later(5))
    const { reviewDueOn } = await resubmitContract(owner.actor, { id, confirmed: 'on' }, later(5))
    // 21 March 2026 is a Saturday: 15 working days after it, with the holiday of 4 to 6 April.
    expect(reviewDueOn).toBe('2026-04-13')
    const kept = await readContract(owner.actor, { id })
    expect(kept).toMatchObject({ state: 'under_review', technologyAmount: '900000.00', number: id })
    expect(kept.corrections.map(({ field, resolved }) => [field, resolved])).toEqual([['technologyAmount', true], ['seller', true]])
    expect((await refusal(resubmitContract(owner.actor, { id, confirmed: 'on' }, call))).detail).toEqual({ entity: 'contract', from: 'under_review', to: 'under_review' })
    await drain()
    const mails = await mailsTo(owner.email)
    expect(mails.filter((mail) => mail.text.includes('外购设备的发票没有附上'))).toHaveLength(1)
    expect(mails.filter((mail) => mail.text.includes('法定代表人请写全名'))).toHaveLength(1)
  })

  it('is the bureau’s to ask for, and a reporter cannot begin the review', async () => {
    const { owner, fields } = await contractSides()
    const { id } = await createContract(owner.actor, fields, call)
    const { number } = await reportContract(owner.actor, { id, version: 1, confirmed: 'on' }, call)
    expect((await refusal(startReview(owner.actor, { id: number }, call))).code).toBe('forbidden')
    expect((await refusal(resubmitContract(owner.actor, { id: number, confirmed: 'on' }, call))).detail).toEqual({ entity: 'contract', from: 'reported', to: 'under_review' })
    expect((await refusal(updateContract(owner.actor, { ...fields, id: number, version: 2 }, call))).code).toBe('conflict')
  })

  it('wants a field of the form and a note', async () => {
    const { reviewer, id } = await inReview()
    const errors = (await refusal(requestCorrection(reviewer, { id, field: 'colour' as 'seller', note: '改' }, call))).errors
    expect(errors.map(({ path, message }) => [path, message.key])).toEqual([['field', 'field.unknown_choice'], ['note', 'field.too_short']])
  })
})

describe('registration', () => {
  it('keeps number, office and day, tells the reporter and closes the review', async () => {
    const { owner, reviewer, id, recordId } = await inReview()
    const given = registration()
    await registerContract(reviewer, { id, ...given }, call)
    const kept = await db().contract.findUniqueOrThrow({ where: { id: recordId } })
    expect(kept).toMatchObject({ state: 'registered', registrationNumber: given.registrationNumber, firstReviewerId: reviewer.accountId, secondReviewerId: null, reviewDueOn: null })
    await drain()
    expect((await mailsTo(owner.email)).filter((mail) => mail.text.includes(given.registrationNumber))).toHaveLength(1)
  })

  it('takes each registration number once, also when two register at the same time', async () => {
    const [one, two] = [await inReview(), await inReview()]
    const given = registration()
    const results = await Promise.allSettled([registerContract(one.reviewer, { id: one.id, ...given }, call), registerContract(two.reviewer, { id: two.id, ...given }, call)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const failed = results.find((result) => result.status === 'rejected')
    expect(failed?.reason).toMatchObject({ code: 'invalid', errors: [{ path: 'registrationNumber', message: { key: 'contract.registration_taken' } }] })
  })

  it('refuses a day to come or before the signing', async () => {
    const { reviewer, id } = await inReview()
    const on = async (registeredOn: string) => (await refusal(registerContract(reviewer, { id, ...registration(), registeredOn }, call))).errors[0]?.message.key
    expect(await on('2026-03-17')).toBe('contract.registered_in_future')
    expect(await on('2026-03-09')).toBe('contract.registered_before_signed')
  })

  it('of a large technology amount needs two different reviewers', async () => {
    const { reviewer, id, recordId } = await inReview({ totalAmount: '5000000', equipmentAmount: '', materialAmount: '', technologyAmount: '5000000' })
    const { actor: second } = await make.reviewer()
    expect((await refusal(registerContract(reviewer, { id, ...registration() }, call))).said.key).toBe('contract.first_review_missing')
    await approveFirst(reviewer, { id }, call)
    expect((await refusal(approveFirst(second, { id }, call))).said.key).toBe('contract.first_review_done')
    expect((await refusal(registerContract(reviewer, { id, ...registration() }, call))).said.key).toBe('contract.second_reviewer_same')
    await registerContract(second, { id, ...registration() }, call)
    expect(await db().contract.findUniqueOrThrow({ where: { id: recordId } })).toMatchObject({ state: 'registered', firstReviewerId: reviewer.accountId, secondReviewerId: second.accountId })
  })

  it('of a disputed amount needs two as well, and 30 working days', async () => {
    const { reviewer, id } = await inReview()
    expect((await refusal(approveFirst(reviewer, { id }, call))).said.key).toBe('contract.one_reviewer_enough')
    await setDisputed(reviewer, { id, disputed: 'on', reason: '双方对设备部分说法不一' }, call)
    const kept = await readContract(reviewer, { id })
    expect(kept).toMatchObject({ second: true, disputed: true, reviewDueOn: '2026-04-28' })
    expect((await refusal(registerContract(reviewer, { id, ...registration() }, call))).said.key).toBe('contract.first_review_missing')
    await setDisputed(reviewer, { id, disputed: '', reason: '双方已书面确认一致' }, call)
    expect((await readContract(reviewer, { id })).reviewDueOn).toBe('2026-04-07')
    await registerContract(reviewer, { id, ...registration() }, call)
  })

  it('is not for a reviewer who belongs to a party, nor for a stranger', async () => {
    const { owner, id } = await inReview()
    const bureau = await db().organisation.findFirstOrThrow({ where: { kind: 'bureau' } })
    await db().membership.create({ data: { accountId: owner.actor.accountId ?? '', organisationId: bureau.id, role: 'reviewer' } })
    const both = await make.actorOf(owner.actor.accountId ?? '')
    expect((await refusal(registerContract(both, { id, ...registration() }, call))).code).toBe('forbidden')
    const { actor: stranger } = await make.stranger()
    expect((await refusal(registerContract(stranger, { id, ...registration() }, call))).code).toBe('not_found')
    expect((await refusal(registerContract(visitor, { id, ...registration() }, call))).code).toBe('not_found')
  })

  it('can be refused with a reason, and then nothing follows', async () => {
    const { owner, reviewer, id } = await inReview()
    await refuseContract(reviewer, { id, reason: '标的不属于技术合同' }, call)
    expect((await readContract(owner.actor, { id })).steps[0]).toMatchObject({ to: 'refused', reason: '标的不属于技术合同' })
    expect((await refusal(registerContract(reviewer, { id, ...registration() }, call))).detail).toEqual({ entity: 'contract', from: 'refused', to: 'registered' })
  })
})

describe('where it came from', () => {
  async function need() {
    const sides = await contractSides()
    const number = `XQ-2026-9${String(++serial).padStart(3, '0')}`
    const made = await db().need.create({
      data: {
        number, organisationId: sides.owner.organisation.id, title: '杀青机温度在线监测', problem: '温度靠人看', indicators: '±2 ℃', goal: '自动调控', keywords: ['茶'], fundingKind: 'negotiable', conditions: [], modes: ['joint_development'], field: 'agriculture',
        contactName: '程', contactPhone: '023-49800000', deadline: new Date('2026-03-01T09:00:00Z'), state: 'awarded', publishedAt: new Date('2026-01-05T00:00:00Z'), awardedAt: new Date('2026-03-05T00:00:00Z'),
      },
    })
    const application = await db().application.create({
      data: { number: number.replace('XQ', 'SQ'), needId: made.id, submitterId: sides.institute.actor.accountId ?? '', organisationId: sides.institute.organisation.id, approach: '红外测温', state: 'selected', submittedAt: now, decidedAt: now },
    })
    return { ...sides, need: made, application }
  }

  it('fills a new form from the selected application, for either side and nobody else', async () => {
    const { owner, institute, need: made, application } = await need()
    for (const actor of [owner.actor, institute.actor]) {
      const origin = await prefillContract(actor, { application: application.number }, call)
      expect(origin).toMatchObject({ source: 'need', needNumber: made.number, applicationId: application.id, title: made.title })
      expect([origin?.buyer?.id, origin?.seller?.id]).toEqual([owner.organisation.id, institute.organisation.id])
    }
    const { actor: stranger } = await make.enterprise()
    expect((await refusal(prefillContract(stranger, { application: application.number }, call))).code).toBe('not_found')
    await db().application.update({ where: { id: application.id }, data: { state: 'under_review' } })
    expect((await refusal(prefillContract(owner.actor, { application: application.number }, call))).said.key).toBe('contract.application_not_selected')
  })

  it('moves the need on when it is registered, and can be walked from end to end', async () => {
    const { owner, institute, fields, need: made, application } = await need()
    const { id } = await createContract(institute.actor, { ...fields, source: 'need', applicationId: application.id }, call)
    const { number } = await reportContract(institute.actor, { id, version: 1, confirmed: 'on' }, call)
    const { actor: reviewer } = await make.reviewer()
    await startReview(reviewer, { id: number }, call)
    expect((await db().need.findUniqueOrThrow({ where: { id: made.id } })).state).toBe('awarded')
    await registerContract(reviewer, { id: number, ...registration() }, call)
    expect((await db().need.findUniqueOrThrow({ where: { id: made.id } })).state).toBe('contracted')
    const kept = await readContract(owner.actor, { id: number })
    expect(kept.lineage.map(({ kind, number: each }) => [kind, each])).toEqual([['need', made.number], ['application', application.number], ['contract', number]])
    expect((await recentLandings(visitor, { limit: 5 })).map(({ title, path, source }) => ({ title, path, source }))).toContainEqual({ title: made.title, path: `/needs/${made.number}`, source: 'need' })
  })

  it('can be an agreed match without an application: both sides and the broker come along, and the match is contracted in the end', async () => {
    const { owner, institute, fields, need: made } = await need()
    const { broker } = await make.broker()
    const match = await db().match.create({
      data: { needId: made.id, candidateKind: 'institute', organisationId: institute.organisation.id, accompaniedBy: broker.id, score: '81.5', parts: [], passages: [], weightsVersion: 'test', state: 'notified' },
    })
    expect((await refusal(prefillContract(owner.actor, { match: match.id }, call))).said.key).toBe('contract.match_not_agreed')
    await db().match.update({ where: { id: match.id }, data: { state: 'met' } })
    expect(await prefillContract(institute.actor, { match: match.id }, call)).toMatchObject({ matchId: match.id, applicationId: null, needNumber: made.number, broker: { number: broker.number } })
    const { id } = await createContract(owner.actor, { ...fields, source: 'need', matchId: match.id }, call)
    const { number } = await reportContract(owner.actor, { id, version: 1, confirmed: 'on' }, call)
    const { actor: reviewer } = await make.reviewer()
    await startReview(reviewer, { id: number }, call)
    await registerContract(reviewer, { id: number, ...registration() }, call)
    expect((await db().match.findUniqueOrThrow({ where: { id: match.id } })).state).toBe('contracted')
    expect((await readContract(owner.actor, { id: number })).broker?.number).toBe(broker.number)
  })

  it('is not the need of another organisation, nor another’s application', async () => {
    const { need: made, application } = await need()
    const mine = await contractSides()
    const of = async (values: Record<string, unknown>) => (await refusal(createContract(mine.owner.actor, { ...mine.fields, ...values }, call))).errors.map(({ path, message }) => [path, message.key])
    expect(await of({ source: 'need', needNumber: made.number })).toEqual([['buyer.name', 'contract.buyer_is_not_owner']])
    expect(await of({ source: 'need', applicationId: application.id })).toEqual([['source', 'contract.lineage_unknown']])
  })

  it('lands a scenario', async () => {
    const { owner, fields } = await contractSides()
    const department = await make.publisher()
    const scenario = await db().scenario.create({
      data: {
        year: 2026, batch: 3, ordinal: 901, serial: '2026-03-901', title: '智慧茶园', summary: '智慧茶园示范应用场景', body: '在茶山竹海建设智慧茶园示范应用场景', kind: 'solution_selection', side: 'government', theme: 'modern_agriculture', field: 'agriculture',
        areaKey: 'chashanzhuhai', leadId: department.organisation.id, technologies: [], contactName: '程', contactPhone: '023-49800000', publication: 'published', publishedAt: now, landing: 'reserve',
      },
    })
    const { id } = await createContract(owner.actor, { ...fields, source: 'scenario', scenarioSerial: scenario.serial }, call)
    const { number } = await reportContract(owner.actor, { id, version: 1, confirmed: 'on' }, call)
    const { actor: reviewer } = await make.reviewer()
    await startReview(reviewer, { id: number }, call)
    await registerContract(reviewer, { id: number, ...registration() }, call)
    expect(await db().scenario.findUniqueOrThrow({ where: { id: scenario.id } })).toMatchObject({ landing: 'landed', landedAt: now })
  })
})

describe('after registration', () => {
  it('an amendment keeps what the amounts were', async () => {
    const { reviewer, id, recordId } = await registered()
    const { version } = await readContract(reviewer, { id })
    const amounts = { totalAmount: '1,500,000', equipmentAmount: '312000', materialAmount: '45500', technologyAmount: '1,142,500.00' }
    expect((await refusal(amendContract(reviewer, { id, version: version - 1, ...amounts, effectiveOn: '2026-03-16', reason: '补充协议增加内容' }, call))).said.key).toBe('error.stale')
    await amendContract(reviewer, { id, version, ...amounts, effectiveOn: '2026-03-16', reason: '补充协议增加内容' }, call)
    const kept = await readContract(reviewer, { id })
    expect(kept).toMatchObject({ state: 'amended', totalAmount: '1500000.00', technologyAmount: '1142500.00' })
    expect(kept.amounts.map(({ effectiveOn, totalAmount, reason }) => ({ effectiveOn, totalAmount, reason }))).toEqual([
      { effectiveOn: '2026-03-10', totalAmount: '1286000.00', reason: '' },
      { effectiveOn: '2026-03-16', totalAmount: '1500000.00', reason: '补充协议增加内容' },
    ])
    await amendContract(reviewer, { id, version: kept.version, ...amounts, technologyAmount: '1000000', effectiveOn: '2026-03-16', reason: '再次补充协议' }, call)
    expect(await db().contractAmountHistory.count({ where: { contractId: recordId } })).toBe(3)
  })

  it('an administrator alone revokes, with a reason', async () => {
    const { reviewer, id } = await registered()
    const { actor: administrator } = await make.administrator()
    expect((await refusal(revokeContract(reviewer, { id, reason: '材料不实，撤销登记' }, call))).code).toBe('forbidden')
    expect((await refusal(revokeContract(administrator, { id, reason: '' }, call))).errors[0]?.path).toBe('reason')
    await revokeContract(administrator, { id, reason: '材料不实，撤销登记' }, call)
    expect((await readContract(administrator, { id })).state).toBe('revoked')
  })

  it('a termination has its day and its reason, not before the signing', async () => {
    const { owner, reviewer, id } = await registered()
    expect((await refusal(terminateContract(reviewer, { id, terminatedOn: '2026-03-09', reason: '双方协商终止' }, call))).errors[0]?.message.key).toBe('contract.before_signed')
    await terminateContract(reviewer, { id, terminatedOn: '2026-06-30', reason: '双方协商终止' }, call)
    expect(await readContract(owner.actor, { id })).toMatchObject({ state: 'terminated', terminatedOn: '2026-06-30' })
    expect((await refusal(terminateContract(reviewer, { id, terminatedOn: '2026-07-30', reason: '双方协商终止' }, call))).code).toBe('conflict')
  })

  it('a merge is taken back, and the record counts again', async () => {
    const [one, two] = [await registered(), await registered()]
    const counted = async () => (await listContracts(one.reviewer, { counted: 'on', q: one.id }, call)).total
    await mergeContract(one.reviewer, { id: one.id, into: two.id, reason: '同一份合同报了两次' }, call)
    expect(await counted()).toBe(0)
    await unmergeContract(one.reviewer, { id: one.id, reason: '核对原件，是两份合同' }, call)
    expect(await counted()).toBe(1)
    expect((await refusal(unmergeContract(one.reviewer, { id: one.id, reason: '核对原件，是两份合同' }, call))).said.key).toBe('contract.not_merged')
    const { id } = await db().contract.findUniqueOrThrow({ where: { number: one.id } })
    expect(await db().auditEntry.count({ where: { entityId: id, operation: { in: ['contract.merge', 'contract.unmerge'] } } })).toBe(2)
  })

  it('pairs that may be one are listed until they are merged or told apart', async () => {
    const { actor } = await make.reviewer()
    const sides = { seller: { creditCode: creditCode() }, buyer: { creditCode: creditCode() } }
    const [first, second, third] = [
      await madeContract({ ...sides, projectName: '茶叶杀青余热回收装置开发', totalAmount: '111111.00', signedOn: '2026-01-10' }),
      await madeContract({ ...sides, projectName: '竹材含水率快速检测', totalAmount: '111111.00', signedOn: '2026-03-01' }),
      await madeContract({ ...sides, projectName: '茶叶杀青余热回收装置的开发', totalAmount: '222222.00', signedOn: '2025-01-10' }),
    ]
    const numbers = new Set([first.number, second.number, third.number])
    const pairs = async () => (await listAlike(actor, {}, call)).pairs.filter(({ pair: [one] }) => numbers.has(one.number)).map(({ why, pair: [one, other] }) => [why, one.number, other.number])
    expect(await pairs()).toEqual([['amount', second.number, first.number], ['title', first.number, third.number]])
    await keepContractsApart(actor, { id: third.number, into: first.number, reason: '一期和二期，两份合同' }, call)
    expect(await pairs()).toEqual([['amount', second.number, first.number]])
    await mergeContract(actor, { id: first.number, into: second.number, reason: '同一份合同报了两次' }, call)
    expect(await pairs()).toEqual([])
    const { actor: stranger } = await make.enterprise()
    expect((await refusal(keepContractsApart(stranger, { id: third.number, into: second.number, reason: '不是同一份' }, call))).code).toBe('not_found')
  })

  it('a duplicate is merged into the one that stays, once and not in a circle', async () => {
    const [one, two] = [await registered(), await registered()]
    await mergeContract(one.reviewer, { id: one.id, into: two.id, reason: '同一份合同报了两次' }, call)
    expect((await readContract(one.reviewer, { id: one.id })).mergedInto?.number).toBe(two.id)
    const again = async (id: string, into: string) => (await refusal(mergeContract(one.reviewer, { id, into, reason: '同一份合同报了两次' }, call))).said.key
    expect(await again(one.id, two.id)).toBe('contract.merged_already')
    expect(await again(two.id, one.id)).toBe('error.invalid')
    expect(await again(two.id, two.id)).toBe('error.invalid')
    expect(await again(two.id, (await registered()).id)).toBe('contract.merge_target')
  })
})

describe('the bureau’s list', () => {
  it('has what is due first, finds by number, name and party, and is the bureau’s alone', async () => {
    const early = await inReview({ projectName: '最早到期的合同' })
    await db().contract.update({ where: { id: early.recordId }, data: { reviewDueOn: new Date('2026-01-05T00:00:00Z') } })
    const list = await listContracts(early.reviewer, { state: 'waiting' }, call)
    expect(list.rows[0]?.number).toBe(early.id)
    expect(list.overdue).toBe(1)
    for (const q of [early.id, '最早到期', early.institute.organisation.name, early.institute.organisation.creditCode ?? '']) expect((await listContracts(early.reviewer, { q }, call)).rows.map((row) => row.number)).toEqual([early.id])
    expect((await listContracts(early.reviewer, { q: "%'; DROP TABLE" }, call)).total).toBe(0)
    expect((await refusal(listContracts(early.owner.actor, {}, call))).code).toBe('forbidden')
  })

  it('keeps a draft to its writers', async () => {
    const { owner, institute } = await contractSides()
    const { id } = await createContract(owner.actor, { ...contractForm(institute.organisation, owner.organisation), projectName: '只是草稿的合同' }, call)
    const { actor: reviewer } = await make.reviewer()
    expect((await listContracts(reviewer, { q: '只是草稿' }, call)).total).toBe(0)
    expect((await readContract(owner.actor, { id })).can).toMatchObject({ edit: true, report: true, review: false })
  })
})
