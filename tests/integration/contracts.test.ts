import { describe, expect, it } from 'vitest'
import { createContract, listOwnContracts, readContract, reportContract, updateContract } from '~/domain/contracts/service.server'
import { DomainError } from '~/domain/kernel/errors'
import { db } from '~/domain/kernel/db.server'
import type { Actor } from '~/domain/kernel/actor'
import { useDatabase } from '#tests/support/database'
import { creditCode, make } from '#tests/support/factories'
import { contractForm, contractSides } from '#tests/support/factories-contracts'

useDatabase()

const now = new Date('2026-03-16T02:00:00Z')
const call = { now }

/** What a refused operation threw. */
async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error: unknown = await work.then(() => null, (thrown: unknown) => thrown)
  if (error instanceof DomainError) return error
  throw error ?? new Error('it was not refused')
}

const fieldErrors = async (work: Promise<unknown>) => Object.fromEntries((await refusal(work)).errors.map(({ path, message }) => [path, message.key]))

async function draft() {
  const sides = await contractSides()
  const { id } = await createContract(sides.owner.actor, sides.fields, call)
  return { ...sides, id }
}

async function reported(actor: Actor, id: string) {
  return reportContract(actor, { id, version: 1, confirmed: 'on' }, call)
}

describe('a draft', () => {
  it('keeps amounts to the fen, both parties, the flow and who wrote it', async () => {
    const { owner, institute, id } = await draft()
    const kept = await db().contract.findUniqueOrThrow({ where: { id }, include: { parties: { orderBy: { side: 'asc' } } } })
    expect(kept).toMatchObject({ state: 'draft', number: null, type: 'development', subtype: 'commissioned', flow: 'local', createdById: owner.actor.accountId, pending: false })
    expect([kept.totalAmount, kept.equipmentAmount, kept.materialAmount, kept.technologyAmount].map((amount) => amount?.toFixed(2))).toEqual(['1286000.00', '312000.00', '45500.00', '928500.00'])
    expect(kept.parties.map(({ side, organisationId, name }) => ({ side, organisationId, name }))).toEqual([
      { side: 'seller', organisationId: institute.organisation.id, name: institute.organisation.name },
      { side: 'buyer', organisationId: owner.organisation.id, name: owner.organisation.name },
    ])
    expect(await db().auditEntry.count({ where: { entityId: id, operation: 'contract.create' } })).toBe(1)
  })

  it('sent fifty times at once is one row', async () => {
    const { owner, fields } = await contractSides()
    const draftId = '0198a2f0-0000-7000-8000-000000000001'
    const made = await Promise.all(Array.from({ length: 50 }, () => createContract(owner.actor, { ...fields, draftId }, call)))
    expect(new Set(made.map(({ id }) => id))).toEqual(new Set([draftId]))
    expect(await db().contract.count({ where: { id: draftId } })).toBe(1)
  })

  it('takes the identity of a verified organisation, whatever was typed', async () => {
    const { owner, institute, fields } = await contractSides()
    const typed = { name: '冒名单位', creditCode: institute.organisation.creditCode ?? '', nature: 'overseas', regionCode: '' }
    const { id } = await createContract(owner.actor, { ...fields, seller: typed }, call)
    const [seller] = await db().contractParty.findMany({ where: { contractId: id, side: 'seller' } })
    expect(seller).toMatchObject({ name: institute.organisation.name, organisationId: institute.organisation.id, nature: 'research_institute', regionCode: '500118' })
  })

  it('finds the region by name, by code or from the credit code, and none abroad', async () => {
    const { owner, fields } = await contractSides()
    const region = async (seller: Record<string, string>) => {
      const { id } = await createContract(owner.actor, { ...fields, seller: { name: '外地公司', nature: 'domestic_enterprise', ...seller } }, call)
      return (await db().contractParty.findFirstOrThrow({ where: { contractId: id, side: 'seller' } })).regionCode
    }
    expect(await region({ creditCode: creditCode(), regionCode: '渝北区' })).toBe('500112')
    expect(await region({ creditCode: creditCode(), regionCode: '510107' })).toBe('510107')
    expect(await region({ creditCode: creditCode() })).toBe('500118')
    expect(await region({ nature: 'overseas' })).toBe('000000')
  })

  it('names every field that is wrong and writes nothing', async () => {
    const { owner, fields } = await contractSides()
    const before = await db().contract.count()
    const empty = { ...fields, projectName: '', kind: '', field: '', ipr: 'x', paymentMethod: '', signedOn: '2026-02-30', totalAmount: '12.345', technologyAmount: 'viel' }
    expect(await fieldErrors(createContract(owner.actor, empty, call))).toEqual({
      projectName: 'field.required', kind: 'field.choose', field: 'field.required', ipr: 'field.unknown_choice', paymentMethod: 'field.choose', signedOn: 'day.not_a_day', totalAmount: 'money.too_precise', technologyAmount: 'money.not_a_number',
    })
    expect(await fieldErrors(createContract(owner.actor, { ...fields, technologyAmount: '982500' }, call))).toEqual({ technologyAmount: 'contract.technology_swapped' })
    expect(await fieldErrors(createContract(owner.actor, { ...fields, technologyAmount: '' }, call))).toEqual({ technologyAmount: 'contract.technology_missing' })
    expect(await fieldErrors(createContract(owner.actor, { ...fields, field: 'alchemy' }, call))).toEqual({ field: 'field.unknown_choice' })
    expect(await fieldErrors(createContract(owner.actor, { ...fields, endsOn: '2026-03-31' }, call))).toEqual({ endsOn: 'day.order' })
    expect(await fieldErrors(createContract(owner.actor, { ...fields, signedOn: '2026-03-17' }, call))).toEqual({ signedOn: 'contract.signed_in_future' })
    expect(await fieldErrors(createContract(owner.actor, { ...fields, seller: fields.buyer }, call))).toEqual({ 'buyer.name': 'contract.same_party' })
    const party = { name: '某公司', nature: 'domestic_enterprise', regionCode: '500112' }
    expect(await fieldErrors(createContract(owner.actor, { ...fields, seller: party }, call))).toEqual({ 'seller.creditCode': 'contract.credit_code_missing' })
    expect(await fieldErrors(createContract(owner.actor, { ...fields, seller: { ...party, creditCode: '91350100M000100Y44' } }, call))).toEqual({ 'seller.creditCode': 'credit_code.wrong' })
    expect(await fieldErrors(createContract(owner.actor, { ...fields, source: 'need', needNumber: 'XQ-2026-9999' }, call))).toEqual({ needNumber: 'contract.need_unknown' })
    expect(await fieldErrors(createContract(owner.actor, { ...fields, brokerNumber: 'JJ-2026-9999' }, call))).toEqual({ brokerNumber: 'contract.broker_unknown' })
    expect(await db().contract.count()).toBe(before)
  })

  it('may have a party without a code when it is an individual or abroad, and an amount that is not known yet', async () => {
    const { owner, fields } = await contractSides()
    const pending = { ...fields, pending: 'on', totalAmount: '', equipmentAmount: '', materialAmount: '', technologyAmount: '' }
    const { id } = await createContract(owner.actor, { ...pending, seller: { name: '程予安', nature: 'individual', regionCode: '500118' } }, call)
    const kept = await db().contract.findUniqueOrThrow({ where: { id } })
    expect([kept.pending, kept.totalAmount, kept.technologyAmount]).toEqual([true, null, null])
  })

  it('is changed by either side, and the second of two sees a conflict', async () => {
    const { owner, institute, fields, id } = await draft()
    await updateContract(institute.actor, { ...fields, id, version: 1, projectName: '改过一次的名字' }, call)
    expect((await refusal(updateContract(owner.actor, { ...fields, id, version: 1 }, call))).said.key).toBe('error.stale')
    expect((await db().contract.findUniqueOrThrow({ where: { id } })).projectName).toBe('改过一次的名字')
  })
})

describe('strangers', () => {
  it('find nothing, visitors neither; staff see no draft; the named broker reads and changes nothing', async () => {
    const { owner, fields } = await contractSides()
    const { actor: broker, broker: named } = await make.broker()
    const { id } = await createContract(owner.actor, { ...fields, brokerNumber: named.number }, call)
    const { actor: stranger } = await make.enterprise()
    const { actor: reviewer } = await make.reviewer()
    expect((await refusal(readContract(stranger, { id }))).code).toBe('not_found')
    expect((await refusal(updateContract(stranger, { ...fields, id, version: 1 }, call))).code).toBe('not_found')
    expect((await refusal(reportContract(stranger, { id, version: 1, confirmed: 'on' }, call))).code).toBe('not_found')
    expect((await refusal(readContract(reviewer, { id }))).code).toBe('not_found')
    expect((await readContract(broker, { id })).projectName).toBe(fields.projectName)
    expect((await refusal(updateContract(broker, { ...fields, id, version: 1 }, call))).code).toBe('forbidden')
    expect((await listOwnContracts(stranger, {})).total).toBe(0)
    expect((await listOwnContracts(broker, {})).rows.map((row) => row.id)).toEqual([id])
  })

  it('learn nothing from wrong input either', async () => {
    const { fields, id } = await draft()
    const { actor: stranger } = await make.enterprise()
    expect((await refusal(updateContract(stranger, { ...fields, id, version: 1, projectName: '' }, call))).code).toBe('not_found')
  })
})

describe('reporting', () => {
  it('gives the number of the year, starts the clock and keeps the rules', async () => {
    const { owner, id } = await draft()
    const { number, reviewDueOn } = await reported(owner.actor, id)
    expect(number).toMatch(/^HT-2026-\d{4}$/)
    // 16 March 2026 is a Monday; 15 working days with the holiday of 4 to 6 April.
    expect(reviewDueOn).toBe('2026-04-07')
    const kept = await readContract(owner.actor, { id: number }, call)
    expect(kept).toMatchObject({ state: 'reported', number, reviewDueOn, ruleVersion: '2026', second: false })
    expect(kept.steps.map((step) => step.to)).toEqual(['reported', 'draft'])
  })

  it('takes 30 working days when the technology amount reaches 500 万元', async () => {
    const { owner, fields } = await contractSides()
    const { id } = await createContract(owner.actor, { ...fields, totalAmount: '5,000,000', equipmentAmount: '', materialAmount: '', technologyAmount: '5,000,000' }, call)
    expect((await reported(owner.actor, id)).reviewDueOn).toBe('2026-04-28')
  })

  it('gives thirty contracts at once thirty numbers without a gap', async () => {
    const { owner, fields } = await contractSides()
    const first = (await db().counter.findUnique({ where: { series: 'HT-2026' } }))?.value ?? 0
    const drafts = await Promise.all(Array.from({ length: 30 }, (_, index) => createContract(owner.actor, { ...fields, projectName: `并发报送的合同 ${index}` }, call)))
    const numbers = await Promise.all(drafts.map(({ id }) => reported(owner.actor, id)))
    const given = numbers.map(({ number }) => Number(number.slice(-4))).sort((a, b) => a - b)
    expect(given).toEqual(Array.from({ length: 30 }, (_, index) => first + 1 + index))
  })

  it('gives no number away when it is refused', async () => {
    const { owner, institute, fields } = await contractSides()
    const before = (await db().counter.findUnique({ where: { series: 'HT-2026' } }))?.value
    const { id } = await createContract(owner.actor, { ...fields, seller: { name: '' } }, call)
    expect(await fieldErrors(reported(owner.actor, id))).toEqual({ 'seller.name': 'contract.party_missing' })
    expect(await fieldErrors(reportContract(owner.actor, { id, version: 1, confirmed: '' }, call))).toEqual({ confirmed: 'contract.must_confirm' })
    const other = await make.enterprise()
    expect(await fieldErrors(createContract(other.actor, fields, call))).toEqual({ 'seller.name': 'contract.not_a_party' })
    const unverified = await make.enterprise({ verified: false })
    const own = await createContract(unverified.actor, { ...fields, ...contractForm(institute.organisation, unverified.organisation) }, call)
    expect((await refusal(reported(unverified.actor, own.id))).said.key).toBe('contract.organisation_unverified')
    expect((await db().counter.findUnique({ where: { series: 'HT-2026' } }))?.value).toBe(before)
  })

  it('happens once: the second time is a conflict that names both states', async () => {
    const { owner, id } = await draft()
    const both = await Promise.allSettled([reported(owner.actor, id), reported(owner.actor, id)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const failed = both.find((result) => result.status === 'rejected')
    expect(failed?.reason).toMatchObject({ code: 'conflict', detail: { entity: 'contract', from: 'reported', to: 'reported' } })
  })

  it('shows what may be the same contract before it is reported', async () => {
    const { owner, fields, id } = await draft()
    const { number } = await reported(owner.actor, id)
    const again = await createContract(owner.actor, { ...fields, projectName: '换了个名字的同一份合同' }, call)
    const { suspects } = await readContract(owner.actor, { id: again.id })
    expect(suspects.map(({ why, contract }) => [why, contract.number])).toEqual([['amount', number]])
  })
})
