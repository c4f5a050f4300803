import { beforeAll, expect, it } from 'vitest'
import { db } from '~/domain/kernel/db.server'
import { visitor } from '~/domain/kernel/actor'
import { contractStatistics } from '~/domain/statistics/service.server'
import { targetsForPages } from '~/domain/statistics/targets.server'
import { useDatabase } from '#tests/support/database'
import { make } from '#tests/support/factories'
import { madeContract } from '#tests/support/factories-contracts'

useDatabase()

const call = { now: new Date('2026-07-01T04:00:00Z') }

// A district that counts registered contracts alone, by 技术交易额.
beforeAll(async () => {
  await db().district.update({ where: { id: 1 }, data: { contractMeasure: 'registered', contractAmount: 'technology' } })
  await madeContract({ signedOn: '2026-02-01', totalAmount: '100', technologyAmount: '60' })
  await madeContract({ signedOn: '2026-02-01', totalAmount: '200', technologyAmount: '70', state: 'amended' })
  await madeContract({ signedOn: '2026-02-01', totalAmount: '400', technologyAmount: '80', state: 'terminated', terminatedOn: '2026-07-02' })
  await madeContract({ signedOn: '2026-02-01', totalAmount: '800', technologyAmount: '90', state: 'terminated', terminatedOn: '2026-07-01' })
  for (const state of ['reported', 'under_review', 'correction_requested'] as const) await madeContract({ signedOn: '2026-02-01', totalAmount: '1600', technologyAmount: '100', state })
})

it('counts registered, amended and, until its date, terminated contracts', async () => {
  const { actor } = await make.reviewer()
  expect((await contractStatistics(actor, { from: '', to: '', group: 'type' }, call)).total).toEqual({ count: 3, amount: '700.00', technologyAmount: '210.00' })
})

it('measures the target by the technology amount, and shows what waits apart', async () => {
  const { count, amount } = await targetsForPages(visitor, {}, call)
  expect(count).toMatchObject({ current: '3', waiting: '3', waitingCounted: false })
  expect(amount).toMatchObject({ current: '210.00', waiting: '300.00' })
})
