import { describe, expect, it } from 'vitest'
import { Decimal } from '~/domain/kernel/money'
import { likeness, titleLikeness, type Comparable } from './duplicates'

const one: Comparable = { id: 'a', projectName: '秀芽茶杀青温度在线监测与自动调控系统开发', totalAmount: new Decimal('1286000'), signedOn: '2026-09-19', registrationNumber: null, seller: '12500118MB0X417265', buyer: '91500118MA5U2K7H07' }
const other = (values: Partial<Comparable>): Comparable => ({ ...one, id: 'b', projectName: '完全不同的名字', totalAmount: new Decimal('5'), ...values })

describe('suspected duplicates', () => {
  it('have the same parties and the same amount within 90 days', () => {
    expect(likeness(one, other({ totalAmount: new Decimal('1286000.00'), signedOn: '2026-06-21' }))).toBe('amount')
    expect(likeness(one, other({ totalAmount: new Decimal('1286000.00'), signedOn: '2026-06-20' }))).toBeNull()
    expect(likeness(one, other({ totalAmount: new Decimal('1286000.01'), signedOn: '2026-09-19' }))).toBeNull()
  })

  it('have the same parties and a near title', () => {
    expect(likeness(one, other({ projectName: '秀芽茶杀青温度在线监测与自动调控系统的开发', signedOn: '2025-01-01' }))).toBe('title')
    expect(likeness(one, other({ projectName: '秀芽茶杀青温度在线监测与自动调控系统（二期）运维', buyer: '91350100M000100Y43' }))).toBeNull()
  })

  it('need both parties to be the same, and known', () => {
    expect(likeness(one, other({ projectName: one.projectName, seller: one.buyer, buyer: one.seller }))).toBeNull()
    expect(likeness({ ...one, seller: null }, other({ projectName: one.projectName, seller: null }))).toBeNull()
  })

  it('share a registration number whoever the parties are', () => {
    expect(likeness({ ...one, registrationNumber: '2026500118000001' }, other({ seller: 'x', buyer: 'y', registrationNumber: '2026500118000001' }))).toBe('registration_number')
  })

  it('are never the contract itself, and two amounts 待定 are not the same amount', () => {
    expect(likeness(one, { ...one })).toBeNull()
    expect(likeness({ ...one, totalAmount: null }, other({ totalAmount: null }))).toBeNull()
  })

  it('compares titles by pairs of characters, without punctuation or width', () => {
    expect(titleLikeness('ＡＩ 质检系统', 'ai质检系统')).toBe(1)
    expect(titleLikeness('水稻', '焊接')).toBe(0)
  })
})
