import type { BrokerTexts } from './form'

type Stored = { name: string; certificateNumber: string; issuer: string; grade: string; validUntil: string; fields: string[]; summary: string; maxLoad: number; contact: { email: string | null; phone: string | null } | null }

/** A stored broker as its form shows it. */
export function storedBroker(broker: Stored): BrokerTexts {
  const { name, certificateNumber, issuer, grade, validUntil, fields, summary, contact } = broker
  return { fields, texts: { name, certificateNumber, issuer, grade, validUntil, summary, maxLoad: String(broker.maxLoad), contactEmail: contact?.email ?? '', contactPhone: contact?.phone ?? '' } }
}
