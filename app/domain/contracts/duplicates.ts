import type { Decimal } from '~/domain/kernel/money'
import { addDays } from '~/domain/kernel/time'

export type Comparable = {
  id: string
  projectName: string
  totalAmount: Decimal | null
  signedOn: string
  registrationNumber: string | null
  /** Credit code, or the name where there is none; null while a draft has no such party. */
  seller: string | null
  buyer: string | null
}
export type Likeness = 'registration_number' | 'title' | 'amount'

/** From this share of common character pairs on, two titles are near. */
const nearFrom = 0.7
/** Days within which the same amount between the same parties is suspicious. */
const amountDays = 90

function pairs(title: string): string[] {
  const chars = [...title.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')]
  return chars.slice(1).map((char, index) => `${chars[index]}${char}`)
}

/** Dice's coefficient over pairs of characters, 0 to 1. */
export function titleLikeness(left: string, right: string): number {
  const [a, b] = [pairs(left), pairs(right)]
  if (a.length === 0 || b.length === 0) return left === right ? 1 : 0
  const rest = new Map<string, number>()
  for (const pair of b) rest.set(pair, (rest.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of a) {
    const left = rest.get(pair) ?? 0
    if (left > 0) common++
    rest.set(pair, left - 1)
  }
  return (2 * common) / (a.length + b.length)
}

/** Why two contracts may be one (domain.md, section 7); null when nothing speaks for it. */
export function likeness(one: Comparable, other: Comparable): Likeness | null {
  if (one.id === other.id) return null
  if (one.registrationNumber && one.registrationNumber === other.registrationNumber) return 'registration_number'
  if (!one.seller || !one.buyer || one.seller !== other.seller || one.buyer !== other.buyer) return null
  const near = one.signedOn <= addDays(other.signedOn, amountDays) && other.signedOn <= addDays(one.signedOn, amountDays)
  if (one.totalAmount && other.totalAmount && one.totalAmount.eq(other.totalAmount) && near) return 'amount'
  return titleLikeness(one.projectName, other.projectName) >= nearFrom ? 'title' : null
}
