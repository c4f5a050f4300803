import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { listContracts } from '~/domain/contracts/service.server'
import { dimensions, type Dimension } from '~/domain/contracts/dimensions'
import { contractStates } from '~/domain/contracts/schema'
import { visitor, type Actor } from '~/domain/kernel/actor'
import { Decimal } from '~/domain/kernel/money'
import { contractStatistics } from '~/domain/statistics/service.server'
import { daysOfKey } from '~/domain/statistics/pace'
import { useDatabase } from '#tests/support/database'
import { creditCode, make } from '#tests/support/factories'
import { madeContract } from '#tests/support/factories-contracts'

useDatabase()

/** 24 November 2026, 00:30 in Asia/Shanghai: still the 23rd in Greenwich. */
const call = { now: new Date('2026-11-23T16:30:00Z') }
let staff: Actor

const by = async (group: Dimension, from = '', to = '', actor = staff) => {
  const { data, total } = await contractStatistics(actor, { from, to, group }, call)
  return { cells: Object.fromEntries(data.map((cell) => [cell.key, [cell.count, cell.amount, cell.technologyAmount]])), keys: data.map((cell) => cell.key), total: [total.count, total.amount, total.technologyAmount], data }
}

/** Amounts of 元: total and technology. */
const worth = (totalAmount: string, technologyAmount: string) => ({ totalAmount, technologyAmount })

beforeAll(async () => {
  staff = (await make.reviewer()).actor
})

describe('a year that is counted by hand: 2024', () => {
  beforeAll(async () => {
    const [outside, local] = ['510107', '500118']
    const { broker } = await make.broker()
    // Two at the border of the quarters, one on its last and one on the next one's first day.
    await madeContract({ signedOn: '2024-03-31', ...worth('100.01', '60.01'), seller: { regionCode: local }, buyer: { regionCode: outside }, state: 'registered' })
    await madeContract({ signedOn: '2024-04-01', ...worth('200.02', '200.02'), seller: { regionCode: outside, nature: 'university' }, buyer: { regionCode: local }, state: 'reported', type: 'service', subtype: null })
    await madeContract({ signedOn: '2024-12-31', ...worth('400.04', '0'), seller: { regionCode: local }, buyer: { regionCode: local }, state: 'amended', brokerId: broker.id })
    // 待定: one contract, no money.
    await madeContract({ signedOn: '2024-05-05', pending: true, seller: { regionCode: local, nature: 'individual', creditCode: null, name: '程予安' }, buyer: { regionCode: local }, state: 'under_review', type: 'licence', subtype: null, ipr: 'patent' })
    await madeContract({ signedOn: '2024-06-30', ...worth('800.08', '8.00'), seller: { regionCode: outside }, buyer: { regionCode: outside }, state: 'correction_requested', field: 'nuclear' })
    // Terminated: until its date, which is Shanghai's tomorrow; and one that is over since today.
    await madeContract({ signedOn: '2024-07-01', ...worth('1600.16', '1600.16'), state: 'terminated', terminatedOn: '2026-11-25' })
    await madeContract({ signedOn: '2024-07-02', ...worth('3200.32', '3200.32'), state: 'terminated', terminatedOn: '2026-11-24' })
    // None of these counts.
    const kept = await madeContract({ signedOn: '2024-08-01', ...worth('6400.64', '6400.64') })
    await madeContract({ signedOn: '2024-08-01', ...worth('6400.64', '6400.64'), mergedIntoId: kept.id })
    for (const state of ['draft', 'refused', 'revoked'] as const) await madeContract({ signedOn: '2024-08-02', ...worth('12800.28', '1'), state })
  })
  const year = ['2024-01-01', '2024-12-31'] as const

  it('counts seven, and every amount to the fen', async () => {
    expect((await by('year', ...year)).total).toEqual([7, '9500.95', '8268.83'])
    expect((await by('year', ...year)).cells).toEqual({ '2024': [7, '9500.95', '8268.83'] })
  })

  it('puts the days into the right quarter and month', async () => {
    const { cells, keys } = await by('quarter', ...year)
    expect(cells).toEqual({ '2024-Q1': [1, '100.01', '60.01'], '2024-Q2': [3, '1000.10', '208.02'], '2024-Q3': [2, '8000.80', '8000.80'], '2024-Q4': [1, '400.04', '0.00'] })
    expect(keys).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'])
    expect((await by('month', ...year)).keys).toEqual(['2024-03', '2024-04', '2024-05', '2024-06', '2024-07', '2024-08', '2024-12'])
  })

  it('has from and to as inclusive days', async () => {
    expect((await by('year', '2024-03-31', '2024-04-01')).total).toEqual([2, '300.03', '260.03'])
    expect((await by('year', '2024-04-02', '2024-04-30')).total).toEqual([0, '0.00', '0.00'])
  })

  it('keeps 输出, 吸纳 and 本地内部 apart', async () => {
    expect((await by('flow', ...year)).cells).toEqual({ local: [4, '8400.84', '8000.80'], output: [1, '100.01', '60.01'], absorption: [1, '200.02', '200.02'], outside: [1, '800.08', '8.00'] })
  })

  it('counts what is 待定 with zero, by type, intellectual property, seller, field and broker', async () => {
    expect((await by('type', ...year)).cells).toMatchObject({ licence: [1, '0.00', '0.00'], service: [1, '200.02', '200.02'] })
    expect((await by('ipr', ...year)).cells).toMatchObject({ patent: [1, '0.00', '0.00'], know_how: [6, '9500.95', '8268.83'] })
    expect((await by('party', ...year)).cells).toMatchObject({ university: [1, '200.02', '200.02'], individual: [1, '0.00', '0.00'] })
    expect((await by('field', ...year)).cells).toMatchObject({ nuclear: [1, '800.08', '8.00'] })
    const { data } = await by('broker', ...year)
    expect(data.map(({ label, count }) => [label.startsWith('broker') || label, count])).toEqual([[true, 1], ['没有经纪人', 6]])
  })

  it('names every key in the reader’s language', async () => {
    const { data } = await contractStatistics({ ...staff, locale: 'en' }, { from: year[0], to: year[1], group: 'region' }, call)
    expect(data.map(({ key, label }) => [key, label])).toEqual([['500118', '永川区'], ['510107', '武侯区']])
    expect((await by('field', ...year)).data.map(({ label }) => label)).toEqual(['电子信息', '核应用'])
  })

  it('opens every figure to exactly the rows behind it', async () => {
    for (const group of dimensions) {
      const { data } = await by(group, ...year)
      for (const cell of data) {
        const days = daysOfKey(cell.key)
        const filter = days ? { from: days.from, to: days.to } : { from: year[0], to: year[1], [group]: cell.key }
        const list = await listContracts(staff, { ...filter, counted: 'on' }, call)
        expect([group, cell.key, list.total, list.amount, list.technology]).toEqual([group, cell.key, cell.count, cell.amount, cell.technologyAmount])
      }
    }
  })
})

describe('for the public', () => {
  const year = ['2023-01-01', '2023-12-31'] as const

  beforeAll(async () => {
    const [a, b, c] = [creditCode(), creditCode(), creditCode()]
    const of = (field: string, seller: string, buyer: string, total: string) => madeContract({ signedOn: '2023-05-05', field, ...worth(total, total), seller: { creditCode: seller }, buyer: { creditCode: buyer } })
    // Five contracts between the same two are still two parties.
    for (let n = 0; n < 5; n++) await of('aerospace', a, b, '10.00')
    // Three parties may be shown.
    await of('agriculture', a, b, '1.00')
    await of('agriculture', c, b, '1.00')
    await of('transport', a, b, '2.00')
    await of('transport', b, c, '2.00')
    await of('transport', c, a, '2.00')
  })

  it('a cell with fewer than three parties is merged, with the next smallest, and the sum stays', async () => {
    const open = await by('field', ...year, visitor)
    expect(open.cells).toEqual({ transport: [3, '6.00', '6.00'], suppressed: [7, '52.00', '52.00'] })
    expect(open.keys.at(-1)).toBe('suppressed')
    expect(open.total).toEqual([10, '58.00', '58.00'])
    expect((await by('field', ...year)).cells).toMatchObject({ aerospace: [5, '50.00', '50.00'], agriculture: [2, '2.00', '2.00'] })
  })

  it('asks for a known group and days that the calendar has', async () => {
    const wrong = async (input: Record<string, string>) => contractStatistics(visitor, { from: '', to: '', group: 'type', ...input } as { from: string; to: string; group: 'type' }, call).then(() => [], (error: { errors: { path: string }[] }) => error.errors.map(({ path }) => path))
    expect(await wrong({ group: 'colour' })).toEqual(['group'])
    expect(await wrong({ from: '2023-02-30' })).toEqual(['from'])
    expect(await wrong({ from: '2024-01-01', to: '2023-01-01' })).toEqual(['to'])
  })
})

describe('whatever the contracts', () => {
  const parties = [creditCode(), creditCode(), creditCode(), creditCode()]
  const contract = fc.record({
    state: fc.constantFrom(...contractStates),
    type: fc.constantFrom('development' as const, 'transfer' as const, 'licence' as const),
    field: fc.constantFrom('electronics', 'nuclear', 'transport', 'agriculture'),
    month: fc.integer({ min: 1, max: 12 }),
    cents: fc.bigInt({ min: 0n, max: 10n ** 15n }),
    share: fc.integer({ min: 0, max: 100 }),
    pending: fc.boolean(),
    seller: fc.constantFrom(...parties),
    buyer: fc.constantFrom(...parties),
    region: fc.constantFrom('500118', '500112', '000000'),
  })

  it('every group sums to the total, for the bureau and for the public, and the two totals are equal', async () => {
    let year = 2000
    await fc.assert(
      fc.asyncProperty(fc.array(contract, { minLength: 1, maxLength: 12 }), async (list) => {
        year += 1
        for (const one of list) {
          const total = new Decimal(one.cents.toString()).div(100)
          const amounts = one.pending ? {} : worth(total.toFixed(2), total.times(one.share).div(100).toFixed(2, Decimal.ROUND_DOWN))
          const terminatedOn = one.state === 'terminated' ? (one.share > 50 ? '2030-01-01' : '2020-01-01') : undefined
          await madeContract({ signedOn: `${year}-${String(one.month).padStart(2, '0')}-28`, state: one.state, type: one.type, subtype: null, field: one.field, pending: one.pending, ...amounts, terminatedOn, seller: { creditCode: one.seller }, buyer: { creditCode: one.buyer, regionCode: one.region } })
        }
        const totals = new Set<string>()
        for (const group of dimensions) {
          for (const actor of [staff, visitor]) {
            const { data, total } = await by(group, `${year}-01-01`, `${year}-12-31`, actor)
            const sum = (pick: (cell: (typeof data)[number]) => Decimal.Value) => data.reduce((all, cell) => all.plus(pick(cell)), new Decimal(0))
            expect([sum((cell) => cell.count).toNumber(), sum((cell) => cell.amount).toFixed(2), sum((cell) => cell.technologyAmount).toFixed(2)]).toEqual(total)
            totals.add(JSON.stringify(total))
          }
        }
        expect(totals.size).toBe(1)
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})
