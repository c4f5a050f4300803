import type { Machine } from '~/domain/kernel/machine'
import { dateColumn, dayFromColumn } from '~/domain/kernel/time'
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

const certificate = ['certificateNumber', 'issuer', 'grade'] as const
type Certificate = Record<(typeof certificate)[number], string> & { name: string; validUntil: Date }

/** Whether a change touches what the reviewer compared with the certificate. */
export function changesCertificate(before: Certificate, after: Omit<Certificate, 'validUntil'> & { validUntil: string }): boolean {
  return before.name !== after.name || certificate.some((field) => before[field] !== after[field]) || before.validUntil.getTime() !== dateColumn(after.validUntil).getTime()
}
