import { describe, expect, it } from 'vitest'
import { issueErrors } from '~/domain/kernel/issues'
import { createInput } from './schema'

const right = {
  projectName: '秀芽茶杀青测温系统开发', kind: 'development_commissioned', field: 'agriculture', ipr: 'patent', plan: 'unplanned', totalAmount: '100', equipmentAmount: '10', materialAmount: '', technologyAmount: '90',
  paymentMethod: 'instalments', signedOn: '2026-03-10', related: '', source: 'outside', seller: { name: '', creditCode: '' }, buyer: {},
}
const errors = (values: Record<string, unknown>) => {
  const parsed = createInput.safeParse({ ...right, ...values })
  return parsed.success ? {} : Object.fromEntries(issueErrors(parsed.error).map(({ path, message }) => [path, message.key]))
}

describe('what is typed for a contract', () => {
  it('is right as it stands; a party of which nothing was typed may wait', () => {
    const parsed = createInput.parse(right)
    expect([parsed.seller, parsed.buyer]).toEqual([null, null])
    expect(parsed.materialAmount.toFixed(2)).toBe('0.00')
    expect(parsed.totalAmount?.toFixed(2)).toBe('100.00')
  })

  it('says at every amount what is wrong with it', () => {
    expect(errors({ equipmentAmount: 'abc' })).toEqual({ equipmentAmount: 'money.not_a_number' })
    expect(errors({ materialAmount: '-1' })).toEqual({ materialAmount: 'money.negative' })
    expect(errors({ totalAmount: '1e3' })).toEqual({ totalAmount: 'money.not_a_number' })
    expect(errors({ technologyAmount: '90.001' })).toEqual({ technologyAmount: 'money.too_precise' })
    expect(errors({ technologyAmount: '90.01' })).toEqual({ technologyAmount: 'contract.technology_too_large' })
  })

  it('takes full-width digits and separators for what they mean', () => {
    expect(createInput.parse({ ...right, totalAmount: '１，２８６，０００．５０' }).totalAmount?.toFixed(2)).toBe('1286000.50')
  })

  it('wants the number of the need or scenario that it came from', () => {
    expect(errors({ source: 'need' })).toEqual({ needNumber: 'contract.need_missing' })
    expect(errors({ source: 'scenario' })).toEqual({ scenarioSerial: 'contract.scenario_missing' })
    expect(errors({ source: 'need', needNumber: 'XQ-2026-0001' })).toEqual({})
  })

  it('cleans a credit code before it is checked', () => {
    const parsed = createInput.parse({ ...right, seller: { name: '某公司', nature: 'domestic_enterprise', creditCode: ' 91350100m000100y43 ' } })
    expect(parsed.seller?.creditCode).toBe('91350100M000100Y43')
  })
})
