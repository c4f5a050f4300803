import { beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '~/domain/kernel/actor'
import { DomainError } from '~/domain/kernel/errors'
import { db } from '~/domain/kernel/db.server'
import { statisticsPage, statisticsTable } from '~/domain/statistics/page.server'
import { createTarget, targets, targetsForPages, updateTarget } from '~/domain/statistics/targets.server'
import { useDatabase } from '#tests/support/database'
import { make } from '#tests/support/factories'
import { madeContract } from '#tests/support/factories-contracts'

useDatabase()

/** 1 July 2026, noon in Asia/Shanghai: day 182 of 1826 of the period 2026–2030. */
const call = { now: new Date('2026-07-01T04:00:00Z') }

async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error: unknown = await work.then(() => null, (thrown: unknown) => thrown)
  if (error instanceof DomainError) return error
  throw error ?? new Error('it was not refused')
}

beforeAll(async () => {
  // 2026: three in the last 13 weeks (from 2 April), one before; one 待定; one signed after today does not belong to the past.
  await madeContract({ signedOn: '2026-01-15', totalAmount: '1000000', technologyAmount: '500000' })
  await madeContract({ signedOn: '2026-04-01', totalAmount: '2000000', technologyAmount: '2000000', state: 'reported' })
  await madeContract({ signedOn: '2026-04-02', totalAmount: '3000000', technologyAmount: '1000000', state: 'under_review' })
  await madeContract({ signedOn: '2026-06-30', totalAmount: '4000000.50', technologyAmount: '0' })
  await madeContract({ signedOn: '2026-07-01', pending: true })
  await madeContract({ signedOn: '2026-05-01', totalAmount: '9000000', technologyAmount: '9000000', state: 'revoked' })
  // The same days of 2025.
  await madeContract({ signedOn: '2025-07-01', totalAmount: '5000000.25', technologyAmount: '250000' })
  await madeContract({ signedOn: '2025-07-02', totalAmount: '7000000', technologyAmount: '7000000' })
})

describe('the targets', () => {
  it('stand with today’s period first, the count before the amount, worked out by hand', async () => {
    const all = await targets(visitor, {}, call)
    expect(all.map(({ period: { from }, measure, target }) => [from, measure, target])).toEqual([
      ['2026-01-01', 'count', '6000'], ['2026-01-01', 'amount', '800000000.00'], ['2021-01-01', 'count', '5000'], ['2021-01-01', 'amount', '500000000.00'],
    ])
    // 6000 × 182 / 1826 = 598.03; 800,000,000 × 182 / 1826 = 79,737,130.34.
    expect(all[0]).toMatchObject({ current: '5', pace: '598', lead: '-593', missing: '5995', daysLeft: 1644, weekly: '25.5', recent: '0.2', waiting: '2', waitingCounted: true })
    expect(all[1]).toMatchObject({ current: '10000000.50', pace: '79737130.34', lead: '-69737129.84', missing: '789999999.50', recent: '538461.58', waiting: '5000000.00' })
    expect(all[2]).toMatchObject({ current: '2', pace: '5000', daysLeft: 0, weekly: null })
  })

  it('show before the year’s turn in Shanghai the old period, and after it the new one', async () => {
    const at = async (now: string) => (await targetsForPages(visitor, {}, { now: new Date(now) })).period?.from
    expect(await at('2025-12-31T15:59:59Z')).toBe('2021-01-01')
    expect(await at('2025-12-31T16:00:00Z')).toBe('2026-01-01')
  })

  it('are changed by an administrator, with a reason in the audit trail, once for each version', async () => {
    const { actor: administrator } = await make.administrator()
    const { actor: reviewer } = await make.reviewer()
    const target = await db().target.findFirstOrThrow({ where: { measure: 'count', startsOn: new Date('2026-01-01') } })
    const change = { id: target.id, version: target.version, startsOn: '2026-01-01', endsOn: '2030-12-31', measure: 'count', value: '6500', source: '区政府工作报告', reason: '年中调整目标' } as const
    expect((await refusal(updateTarget(reviewer, change, call))).code).toBe('forbidden')
    expect((await refusal(updateTarget(visitor, change, call))).code).toBe('sign_in')
    expect((await refusal(updateTarget(administrator, { ...change, value: '0.5', reason: '' }, call))).errors.map(({ path }) => path).sort()).toEqual(['reason', 'value'])
    expect((await refusal(updateTarget(administrator, { ...change, value: '0.5' }, call))).errors.map(({ path }) => path)).toEqual(['value'])
    expect((await refusal(updateTarget(administrator, { ...change, endsOn: '2026-01-01' }, call))).errors.map(({ path }) => path)).toEqual(['endsOn'])
    await updateTarget(administrator, change, call)
    expect((await refusal(updateTarget(administrator, change, call))).said.key).toBe('error.stale')
    expect((await targets(visitor, {}, call))[0]?.target).toBe('6500')
    const [entry] = await db().auditEntry.findMany({ where: { operation: 'target.update', entityId: target.id } })
    expect(entry?.detail).toMatchObject({ was: { value: '6000.00' }, now: { value: '6500.00' }, reason: '年中调整目标' })
    await updateTarget(administrator, { ...change, version: change.version + 1, value: '6000' }, call)
  })

  it('are one a period and measure', async () => {
    const { actor: administrator } = await make.administrator()
    const made = { startsOn: '2031-01-01', endsOn: '2035-12-31', measure: 'amount', value: '900,000,000', source: '下一个规划期', reason: '新一期规划' } as const
    const { id } = await createTarget(administrator, made, call)
    expect((await refusal(createTarget(administrator, made, call))).said.key).toBe('target.exists')
    await db().target.delete({ where: { id } })
  })
})

describe('the page', () => {
  it('compares with the same days of the year before', async () => {
    const { actor: reviewer } = await make.reviewer()
    const { period, table } = await statisticsTable(reviewer, { by: 'type' }, call)
    expect(period).toEqual({ from: '2026-01-01', to: '2026-07-01' })
    // 5 against 1; 10,000,000.50 against 5,000,000.25; 3,500,000 against 250,000.
    expect(table.total).toEqual({ count: 5, amount: '10000000.50', technologyAmount: '3500000.00', countChange: '400.0', amountChange: '100.0', technologyChange: '1300.0' })
    expect(table.rows.map(({ key, count, countChange }) => [key, count, countChange])).toEqual([['development', 5, '400.0'], ['transfer', 0, null], ['licence', 0, null], ['consulting', 0, null], ['service', 0, null]])
    expect(table.pending).toBe(1)
  })

  it('has a running count whose last point is today’s, and eight quarters of which the last is not over', async () => {
    const { actor: reviewer } = await make.reviewer()
    const found = await statisticsPage(reviewer, { trend: '2026-01-01', trendTo: '2030-12-31' }, call)
    expect(found.points.map(({ month, count }) => [month, count])).toEqual([['', 0], ['2026-01', 1], ['2026-02', 1], ['2026-03', 1], ['2026-04', 3], ['2026-05', 3], ['2026-06', 4], ['2026-07', 5]])
    expect(found.points.at(-1)?.at).toBeCloseTo(182 / 1826, 10)
    expect(found.quarters.map(({ key, amount, partial }) => [key, amount, partial]).slice(-4)).toEqual([['2025-Q4', '0.00', false], ['2026-Q1', '1000000.00', false], ['2026-Q2', '9000000.50', false], ['2026-Q3', '0.00', true]])
    expect(found.quarters).toHaveLength(8)
  })

  it('takes nonsense in the address for nothing said', async () => {
    const found = await statisticsPage(visitor, { year: 'x', quarter: '9', from: '1', by: 'colour' } as { year: string; quarter: string; from: string; by: string }, call)
    expect(found.period).toEqual({ from: '2026-01-01', to: '2026-07-01' })
    expect(found.tables.map(({ group }) => group)).toEqual(['type', 'field'])
  })
})
