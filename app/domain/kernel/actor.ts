import type { MemberRole, OrganisationKind } from '#prisma/client'
import type { Locale } from '~/i18n'

/** The roles of domain.md, section 1. */
export const roles = ['visitor', 'enterprise', 'researcher', 'institute', 'broker', 'publisher', 'reviewer', 'administrator'] as const
export type Role = (typeof roles)[number]

export type ActorMembership = {
  organisationId: string
  organisationName: string
  kind: OrganisationKind
  role: MemberRole
  manager: boolean
  verified: boolean
}

/** Who asks. A visitor has no account; the system acts for jobs and the seed. */
export type Actor = {
  kind: 'visitor' | 'account' | 'system'
  accountId: string | null
  name: string
  email: string | null
  locale: Locale
  memberships: ActorMembership[]
  personId: string | null
  brokerId: string | null
  brokerActive: boolean
}

export const visitor: Actor = {
  kind: 'visitor',
  accountId: null,
  name: '',
  email: null,
  locale: 'zh-CN',
  memberships: [],
  personId: null,
  brokerId: null,
  brokerActive: false,
}

export const system: Actor = { ...visitor, kind: 'system', name: 'system' }

export function isSignedIn(actor: Actor): actor is Actor & { accountId: string } {
  return actor.accountId !== null
}

/** Every role that the actor has, by memberships and profiles. */
export function rolesOf(actor: Actor): Role[] {
  if (actor.kind === 'visitor') return ['visitor']
  const found = new Set<Role>(actor.memberships.map((membership) => membership.role))
  if (actor.personId) found.add('researcher')
  if (actor.brokerId) found.add('broker')
  return roles.filter((role) => found.has(role))
}

export function isAdministrator(actor: Actor): boolean {
  return actor.kind === 'system' || actor.memberships.some((membership) => membership.role === 'administrator')
}

/** Reviewers and administrators: the bureau's staff. */
export function isStaff(actor: Actor): boolean {
  return isAdministrator(actor) || actor.memberships.some((membership) => membership.role === 'reviewer')
}

export function isMemberOf(actor: Actor, organisationId: string | null | undefined): boolean {
  return organisationId != null && actor.memberships.some((membership) => membership.organisationId === organisationId)
}

/** Membership in a verified organisation, or an active broker, or a researcher: someone the district knows. */
export function isVerified(actor: Actor): boolean {
  return isStaff(actor) || actor.brokerActive || actor.memberships.some((membership) => membership.verified)
}
