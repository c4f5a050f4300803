import { isMemberOf, isStaff, type Actor } from '~/domain/kernel/actor'
import { allowIf, anyone, signedIn, staffOnly, type Policy } from '~/domain/kernel/policy'
import { isPublicInstitute } from './rules'
import { openKinds, type VerificationState } from './schema'

export type OrganisationFacts = { id: string; kind: string; verification: VerificationState }

/** Whether the actor may change the organisation and its members. */
export function isManagerOf(actor: Actor, organisationId: string | null | undefined): boolean {
  return organisationId != null && actor.memberships.some((membership) => membership.organisationId === organisationId && membership.manager)
}

const inside = (actor: Actor, organisation: OrganisationFacts) => isStaff(actor) || isMemberOf(actor, organisation.id)
/** Departments and the bureau are set up with the district, not by these forms. */
const isOpen = (organisation: OrganisationFacts) => openKinds.some((kind) => kind === organisation.kind)
/** A stranger learns of a private organisation nothing, of a public one that it is not theirs. */
const outside = (organisation: OrganisationFacts) => (isPublicInstitute(organisation) ? 'forbid' : 'hide')

const managing: Policy<OrganisationFacts> = (actor, organisation) => {
  if (isOpen(organisation) && (isStaff(actor) || isManagerOf(actor, organisation.id))) return 'allow'
  return allowIf(actor, false, inside(actor, organisation) ? 'forbid' : outside(organisation))
}

export const organisationPolicy = {
  create: signedIn,
  listOwn: signedIn,
  /** The page of its members, with what is not public. */
  read: ((actor, organisation) => allowIf(actor, inside(actor, organisation), outside(organisation))) satisfies Policy<OrganisationFacts>,
  readPublic: ((actor, organisation) => (isPublicInstitute(organisation) || inside(actor, organisation) ? 'allow' : 'hide')) satisfies Policy<OrganisationFacts>,
  edit: managing,
  submit: managing,
  members: managing,
  /** Nobody reviews an organisation of their own. */
  review: ((actor, organisation) => allowIf(actor, isStaff(actor) && isOpen(organisation) && !isMemberOf(actor, organisation.id), inside(actor, organisation) ? 'forbid' : outside(organisation))) satisfies Policy<OrganisationFacts>,
  queue: staffOnly,
  list: anyone,
  find: signedIn,
}
