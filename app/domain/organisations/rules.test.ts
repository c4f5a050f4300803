import { describe, expect, test } from 'vitest'
import { canMove } from '~/domain/kernel/machine'
import { changesIdentity, isPublicInstitute, verificationMachine } from './rules'
import { creditCode, verifications } from './schema'

const allowed = new Set(['unverified>submitted', 'submitted>returned', 'submitted>verified', 'returned>submitted', 'verified>submitted', 'verified>returned'])

describe('verification', () => {
  test.each(verifications.flatMap((from) => verifications.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    expect(canMove(verificationMachine, from, to)).toBe(allowed.has(`${from}>${to}`))
  })

  const before = { name: '重庆驭行智能装备有限公司', creditCode: '91350100M000100Y43', nature: 'domestic_enterprise' }
  test('what the reviewer compared: name, code and nature', () => {
    expect(changesIdentity(before, { ...before })).toBe(false)
    expect(changesIdentity(before, { ...before, name: '重庆驭行装备有限公司' })).toBe(true)
    expect(changesIdentity(before, { ...before, creditCode: null })).toBe(true)
    expect(changesIdentity(before, { ...before, nature: 'foreign_enterprise' })).toBe(true)
  })

  test('only a verified institute is public', () => {
    expect(isPublicInstitute({ kind: 'institute', verification: 'verified' })).toBe(true)
    expect(isPublicInstitute({ kind: 'institute', verification: 'submitted' })).toBe(false)
    expect(isPublicInstitute({ kind: 'enterprise', verification: 'verified' })).toBe(false)
  })

  test('a code is put right before it is checked', () => {
    expect(creditCode().parse(' ９1350100 m000100 y43 ')).toBe('91350100M000100Y43')
    expect(creditCode().safeParse('91350100M000100Y44').error?.issues[0]?.message).toBe('credit_code.wrong')
  })
})
