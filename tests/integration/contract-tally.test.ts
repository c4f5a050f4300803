import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { dimensions } from '~/domain/contracts/dimensions'
import { contractStates } from '~/domain/contracts/schema'
import { checkTallies, refreshTallies } from '~/domain/contracts/tally.server'
import { db } from '~/domain/kernel/db.server'
import type { Actor } from '~/domain/kernel/actor'
import { readQueue } from '~/domain/queue/service.server'
import { contractStatistics } from '~/domain/statistics/service.server'
import { targets } from '~/domain/statistics/targets.server'
import { useDatabase } from '#tests/support/database'
import { creditCode, make } from '#tests/support/factories'
import { madeContract } from '#tests/support/factories-contracts'

useDatabase()

const now = new Date('2026-11-23T16:30:00Z')
const call = { now }
let staff: Actor
/** States that a contract can go to and from here without its registration. */
const reportedStates = ['reported', 'under_review', 'correction_requested', 'refused'] as const
const codes = Array.from({ length: 5 }, creditCode)
const stale = () => db().contractTallyStale.count()

/** All that pages say of contracts. */
async function figures() {
  const said: unknown[] = [await targets(staff, {}, call)]
  for (const group of dimensions) said.push([group, await contractStatistics(staff, { group }, call), await contractStatistics(staff, { from: '2025-03-01', to: '2026-06-30', group }, call)])
  return said
}

beforeAll(async () => {
  staff = (await make.reviewer()).actor
})

it('whatever happens to contracts, the figures from sums are those from the contracts', async () => {
  const contract = fc.record({
    signedOn: fc.date({ min: new Date('2025-01-01'), max: new Date('2026-11-20'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)), state: fc.constantFrom(...contractStates), cents: fc.integer({ min: 1, max: 1e9 }), pending: fc.boolean(),
    seller: fc.constantFrom(...codes), buyer: fc.constantFrom(...codes), region: fc.constantFrom('500118', '510107'), type: fc.constantFrom('development', 'service', 'licence' as const),
  })
  await fc.assert(fc.asyncProperty(fc.array(contract, { minLength: 3, maxLength: 12 }), fc.array(fc.record({ at: fc.nat(), state: fc.constantFrom(...reportedStates), day: fc.constantFrom('2025-12-31', '2026-01-01') }), { maxLength: 5 }), async (made, changes) => {
    const ids: string[] = []
    for (const { cents, seller, buyer, region, type, ...values } of made) {
      const { id } = await madeContract({ ...values, type, subtype: type === 'development' ? 'commissioned' : null, totalAmount: values.pending ? null : (cents / 100).toFixed(2), technologyAmount: values.pending ? null : '0.00', terminatedOn: values.state === 'terminated' ? '2026-11-24' : undefined, seller: { creditCode: seller }, buyer: { creditCode: buyer, regionCode: region } })
      if (reportedStates.some((state) => state === values.state)) ids.push(id)
    }
    await refreshTallies()
    expect(await stale()).toBe(0)
    for (const { at, state, day } of ids.length > 0 ? changes : []) await db().contract.update({ where: { id: ids[at % ids.length] }, data: { state, signedOn: new Date(day) } })
    const mixed = await figures()
    await refreshTallies()
    const summed = await figures()
    await db().$executeRaw`INSERT INTO "ContractTallyStale" (day) SELECT DISTINCT "signedOn" FROM "Contract"`
    expect(mixed).toEqual(await figures())
    expect(summed).toEqual(mixed)
    await refreshTallies()
  }), { numRuns: 6 })
})

it('follows a party, a place, a merge and a deletion at once', async () => {
  const { organisation } = await make.enterprise()
  const contract = await madeContract({ signedOn: '2026-05-05', buyer: { organisationId: organisation.id } })
  await refreshTallies()
  const of = async (group: 'area' | 'party') => Object.fromEntries((await contractStatistics(staff, { from: '2026-05-05', to: '2026-05-05', group }, call)).data.map(({ key, count }) => [key, count]))
  const before = await of('area')
  await db().organisation.update({ where: { id: organisation.id }, data: { areaKey: 'dongcheng' } }).catch(() => db().organisation.update({ where: { id: organisation.id }, data: { areaKey: null } }))
  expect(await of('area')).not.toEqual(before)
  await refreshTallies()
  await db().contractParty.updateMany({ where: { contractId: contract.id, side: 'seller' }, data: { nature: 'university' } })
  expect(await of('party')).toMatchObject({ university: 1 })
  await refreshTallies()
  await db().contract.delete({ where: { id: contract.id } })
  expect(await of('party')).not.toMatchObject({ university: 1 })
})

it('a sum that differs from its contracts is found at night, mended and noted; a job that runs beside a change loses nothing', async () => {
  const contract = await madeContract({ signedOn: '2026-02-02' })
  await refreshTallies()
  await db().contractTally.updateMany({ where: { day: new Date('2026-02-02'), dimension: 'type' }, data: { amount: '1' } })
  expect((await checkTallies(now)).differing).toEqual(['2026-02-02'])
  expect((await checkTallies(now)).differing).toEqual([])
  expect((await readQueue((await make.administrator()).actor, {}, call)).sums).toEqual({ checkedAt: now, days: expect.any(Number), differing: 0 })
  expect(await db().contractTallyCheck.findMany({ orderBy: { id: 'asc' }, select: { differing: true } })).toEqual([{ differing: 1 }, { differing: 0 }])
  await db().contractTally.updateMany({ where: { day: new Date('2026-02-02'), dimension: 'type' }, data: { parties: ['x'] } })
  expect((await checkTallies(now)).differing).toEqual(['2026-02-02'])
  await Promise.all([refreshTallies(), db().contract.update({ where: { id: contract.id }, data: { totalAmount: '999999.00' } }), refreshTallies(), refreshTallies()])
  await refreshTallies()
  expect((await checkTallies(now)).differing).toEqual([])
})
