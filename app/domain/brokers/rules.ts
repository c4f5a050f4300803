import type { Machine } from '~/domain/kernel/machine'
import { dayFromColumn } from '~/domain/kernel/time'
import type { BrokerStateCode } from './schema'

/**
 * applied → verified → active → suspended (domain.md, section 6). An application that does not hold is suspended with a reason; a changed
 * certificate goes back to applied, and so does a suspended broker who applies again.
 */
export const brokerMachine: Machine<BrokerStateCode> = {
  entity: 'broker',
  next: {
    applied: ['verified', 'suspended'],
    verified: ['active', 'suspended', 'applied'],
    active: ['suspended', 'applied'],
    suspended: ['active', 'applied'],
  },
}

export type ShownState = BrokerStateCode | 'expired'

/** The certificate is good until the end of its last day (`today` is a day in Asia/Shanghai); being expired is never typed by hand. */
export function isExpired(validUntil: Date, today: string): boolean {
  return dayFromColumn(validUntil) < today
}

export function shownState(broker: { state: BrokerStateCode; validUntil: Date }, today: string): ShownState {
  return broker.state !== 'suspended' && isExpired(broker.validUntil, today) ? 'expired' : broker.state
}

/** Only who is active and whose certificate is good stands in the public list. */
export function isPublicBroker(broker: { state: BrokerStateCode; validUntil: Date }, today: string): boolean {
  return shownState(broker, today) === 'active'
}

/** What the reviewer compares with the certificate; `validUntil` is a day. */
export const certificateFields = ['name', 'certificateNumber', 'issuer', 'grade', 'validUntil'] as const
export type CertificateChange = { field: (typeof certificateFields)[number]; from: string; to: string }
type Certificate = Record<(typeof certificateFields)[number], string>

/** What a change touches of the certificate, with the words before and after. */
export function certificateChanges(before: Omit<Certificate, 'validUntil'> & { validUntil: Date }, after: Certificate): CertificateChange[] {
  const was: Certificate = { ...before, validUntil: dayFromColumn(before.validUntil) }
  return certificateFields.filter((field) => was[field] !== after[field]).map((field) => ({ field, from: was[field], to: after[field] }))
}
