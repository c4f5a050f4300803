import type { MemberRole } from '#prisma/client'
import type { Machine } from '~/domain/kernel/machine'
import type { OpenKind, VerificationState } from './schema'

/**
 * Verification (domain.md, section 1): a reviewer verifies once; a verified organisation whose name, code or nature changes is looked at
 * again, and a verification can be taken back with a reason.
 */
export const verificationMachine: Machine<VerificationState> = {
  entity: 'organisation',
  next: {
    unverified: ['submitted'],
    submitted: ['returned', 'verified'],
    returned: ['submitted'],
    verified: ['submitted', 'returned'],
  },
}

/** What a reviewer compares with the licence. */
export const identityFields = ['name', 'creditCode', 'nature'] as const
export type Identity = Record<(typeof identityFields)[number], string | null>

/** Whether a change touches what was verified. */
export function changesIdentity(before: Identity, after: Identity): boolean {
  return identityFields.some((field) => before[field] !== after[field])
}

/** The role that membership in an organisation gives. */
export const roleOfKind: Record<OpenKind, MemberRole> = { enterprise: 'enterprise', institute: 'institute', broker_agency: 'broker' }

/** Only verified institutes have a public page. */
export function isPublicInstitute(organisation: { kind: string; verification: VerificationState }): boolean {
  return organisation.kind === 'institute' && organisation.verification === 'verified'
}
