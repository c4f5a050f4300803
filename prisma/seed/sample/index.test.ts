import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { isCreditCode } from '../../../app/domain/organisations/credit-code'
import { buildSample, type SampleContract } from '.'

const seedDay = new Date('2026-11-24T02:00:00Z')
const sample = buildSample(seedDay)
const json = (value: unknown) => JSON.stringify(value)
const counted = ['reported', 'under_review', 'correction_requested', 'registered', 'amended']
const of = (from: string, to: string) => sample.contracts.filter(({ signedOn }) => signedOn >= from && signedOn <= to)
const sum = (contracts: SampleContract[]) => contracts.filter(({ pending }) => !pending).reduce((all, { totalAmount }) => all.plus(totalAmount), new Decimal(0))
const different = (values: (string | null)[]) => new Set(values).size === values.length

describe('the sample', () => {
  it('is the same for the same day, at any hour of it', () => {
    expect(json(buildSample(seedDay))).toBe(json(sample))
    // 00:30 and 23:30 of the 24th in Shanghai.
    expect(json(buildSample(new Date('2026-11-23T16:30:00Z')))).toBe(json(sample))
    expect(json(buildSample(new Date('2026-11-24T15:30:00Z')))).toBe(json(sample))
    expect(json(buildSample(new Date('2026-11-24T16:30:00Z')))).not.toBe(json(sample))
  })

  it('has as many of each as it says', () => {
    expect({ needs: sample.needs.length, achievements: sample.achievements.length, people: sample.people.length, institutes: sample.institutes.length, brokers: sample.brokers.length, enterprises: sample.enterprises.length }).toEqual({ needs: 300, achievements: 400, people: 600, institutes: 60, brokers: 40, enterprises: 500 })
  })

  it('has different titles, keys and names throughout', () => {
    for (const list of [sample.needs, sample.scenarios, sample.achievements]) {
      expect(different(list.map(({ title }) => title))).toBe(true)
      expect(different(list.map(({ key }) => key))).toBe(true)
    }
    for (const list of [sample.enterprises, sample.institutes]) {
      expect(different(list.map(({ name }) => name))).toBe(true)
      expect(different(list.map(({ creditCode }) => creditCode))).toBe(true)
      for (const { creditCode } of list) expect(isCreditCode(creditCode ?? ''), creditCode ?? '').toBe(true)
    }
  })

  it('says nothing like 测试1, and finds 自动驾驶 at least five times', () => {
    for (const { title } of [...sample.needs, ...sample.scenarios, ...sample.achievements]) expect(title).not.toMatch(/测试\s*\d|示例|样例|lorem|undefined|NaN|null|[{}]/i)
    for (const record of [...sample.needs, ...sample.scenarios, ...sample.achievements, ...sample.people]) expect(json(record)).not.toMatch(/NaN|undefined|\[object|[{][a-z]+[}]/)
    const texts = [...sample.scenarios, ...sample.needs, ...sample.achievements].map((record) => json(record))
    expect(texts.filter((text) => text.includes('自动驾驶')).length).toBeGreaterThanOrEqual(5)
  })
})

describe('scenarios', () => {
  const year = (wanted: number) => sample.scenarios.filter((scenario) => scenario.year === wanted)
  const states = (wanted: number) => {
    const counts: Record<string, number> = {}
    for (const { publication } of year(wanted)) counts[publication === 'archived' ? 'published' : publication] = (counts[publication === 'archived' ? 'published' : publication] ?? 0) + 1
    return counts
  }

  it('are 100 published last year, and 83 published, 9 submitted, 8 drafts this year, in four batches', () => {
    expect(states(2025)).toEqual({ published: 100 })
    expect(states(2026)).toEqual({ published: 83, submitted: 9, draft: 8 })
    expect(sample.scenarios.length).toBe(200)
    for (const wanted of [2025, 2026]) expect([...new Set(year(wanted).map(({ batch }) => batch))].sort()).toEqual([1, 2, 3, 4])
  })

  it('are open in twenty cases at least on the seeding day', () => {
    expect(sample.scenarios.filter(({ publication, opensAt, closesAt }) => publication === 'published' && opensAt <= seedDay && closesAt > seedDay).length).toBeGreaterThanOrEqual(20)
  })

  it('have a window in order, and were published before the seeding day', () => {
    for (const { opensAt, closesAt, publishedAt, publication, title } of sample.scenarios) {
      expect(opensAt < closesAt, title).toBe(true)
      expect((publishedAt !== null) === ['published', 'archived'].includes(publication), title).toBe(true)
      if (publishedAt) expect(publishedAt <= seedDay, title).toBe(true)
    }
  })
})

describe('needs', () => {
  it('are open in a hundred cases at least, and in every state', () => {
    expect(sample.needs.filter(({ state, deadline }) => state === 'published' && deadline > seedDay).length).toBeGreaterThanOrEqual(100)
    expect([...new Set(sample.needs.map(({ state }) => state))].sort()).toEqual(['awarded', 'cancelled', 'changes_requested', 'contracted', 'draft', 'published', 'submitted', 'unsuccessful', 'withdrawn'])
  })

  it('keep the limits of the form', () => {
    const enterprises = new Set(sample.enterprises.map(({ key }) => key))
    for (const need of sample.needs) {
      for (const text of [need.problem, need.indicators, need.goal]) expect([...text].length, need.title).toBeLessThanOrEqual(500)
      expect(need.keywords.length).toBeGreaterThanOrEqual(1)
      expect(need.keywords.length).toBeLessThanOrEqual(5)
      expect(need.criteria.reduce((all, { weight }) => all + weight, 0), need.title).toBe(100)
      expect(enterprises.has(need.organisationKey), need.title).toBe(true)
      expect(need.startsOn < need.endsOn, need.title).toBe(true)
      if (need.fundingKind === 'range') expect(new Decimal(need.fundingMin ?? NaN).lte(need.fundingMax ?? NaN), need.title).toBe(true)
      expect(need.confidentialText === null || !json({ ...need, confidentialText: '' }).includes(need.confidentialText)).toBe(true)
    }
  })
})

describe('contracts', () => {
  const plan = of('2021-01-01', '2025-12-31')

  it('are 5,000 signed in the plan’s period and 600 since', () => {
    expect(plan.length).toBe(5000)
    expect(of('2026-01-01', '2026-11-24').length).toBe(600)
    expect(sample.contracts.length).toBe(5600)
    expect(sample.periods).toEqual({ previous: 2021, current: 2026 })
  })

  it('come near the target, in number and amount', () => {
    const valid = plan.filter(({ state }) => counted.includes(state))
    expect(valid.length / 5000).toBeGreaterThan(0.9)
    expect(valid.length / 5000).toBeLessThanOrEqual(1)
    const share = sum(valid).div('500000000').toNumber()
    expect(share).toBeGreaterThan(0.9)
    expect(share).toBeLessThan(1.15)
  })

  it('hold 0 ≤ technology amount ≤ total amount, to the fen', () => {
    for (const { totalAmount, technologyAmount, equipmentAmount, materialAmount, pending, key } of sample.contracts) {
      const [total, technology] = [new Decimal(totalAmount), new Decimal(technologyAmount)]
      expect(total.decimalPlaces(), key).toBeLessThanOrEqual(2)
      expect(technology.gte(0) && technology.lte(total), key).toBe(true)
      expect(total.minus(equipmentAmount).minus(materialAmount).gte(technology), key).toBe(true)
      if (pending) expect(total.isZero(), key).toBe(true)
    }
  })

  it('name exactly one seller and one buyer, and where they came from', () => {
    const known = new Set([...sample.needs, ...sample.scenarios].map(({ key }) => key))
    const brokers = new Set(sample.brokers.map(({ key }) => key))
    for (const contract of sample.contracts) {
      expect([contract.sellerKey, contract.sellerOutside].filter((party) => party !== null).length, contract.key).toBe(1)
      expect([contract.buyerKey, contract.buyerOutside].filter((party) => party !== null).length, contract.key).toBe(1)
      expect(contract.sourceKey === null ? contract.source === 'outside' : known.has(contract.sourceKey), contract.key).toBe(true)
      if (contract.brokerKey) expect(brokers.has(contract.brokerKey), contract.key).toBe(true)
      expect((contract.terminatedOn !== null) === (contract.state === 'terminated'), contract.key).toBe(true)
    }
  })
})

it.each(['2026-01-01', '2026-03-31', '2027-02-28', '2028-02-29', '2031-01-02'])('holds on %s, too', (day) => {
  const at = new Date(`${day}T02:00:00Z`)
  const other = buildSample(at)
  expect([other.needs.length, other.scenarios.length, other.contracts.length]).toEqual([300, 200, 5600])
  expect(other.needs.filter(({ state, deadline }) => state === 'published' && deadline > at).length).toBeGreaterThanOrEqual(100)
  expect(other.scenarios.filter(({ publication, opensAt, closesAt }) => publication === 'published' && opensAt <= at && closesAt > at).length).toBeGreaterThanOrEqual(20)
  for (const { signedOn } of other.contracts) expect(signedOn <= day).toBe(true)
})
