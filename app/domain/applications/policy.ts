import type { ApplicationState } from '#prisma/client'
import { isMemberOf, isSignedIn, isStaff, type Actor } from '~/domain/kernel/actor'
import { allowIf, signedIn, staffOnly, type Decision, type Policy } from '~/domain/kernel/policy'
import type { TargetKind } from './schema'

/** What is applied to. `ownerIds` are the organisations behind it: a need's enterprise; a scenario's lead department and owner. */
export type TargetFacts = { kind: TargetKind; shown: boolean; ownerIds: readonly string[]; chooserId: string }

export type ApplicationFacts = {
  state: ApplicationState
  submitterId: string
  personId: string | null
  organisationId: string | null
  brokerId: string | null
  /** Organisations of the applicant: a reviewer who belongs to one is in conflict. */
  applicantIds: readonly string[]
  target: TargetFacts
}

/** What the actor may apply as: with their own profile, or for an institute that they belong to. */
export type Applicant = { value: string; kind: 'person' | 'organisation'; name: string; verified: boolean }

export function applicantsOf(actor: Actor): Applicant[] {
  const person: Applicant[] = actor.personId ? [{ value: 'person', kind: 'person', name: actor.name, verified: true }] : []
  const institutes = actor.memberships.filter(({ role }) => role === 'institute').map(({ organisationId, organisationName, verified }): Applicant => ({ value: organisationId, kind: 'organisation', name: organisationName, verified }))
  return [...person, ...institutes]
}

/** The owner's people: its members, and a researcher whom it employs. They may not apply (domain.md, section 4). */
export function isOwn(actor: Actor, target: TargetFacts, employerId: string | null): boolean {
  return target.ownerIds.some((id) => isMemberOf(actor, id) || id === employerId)
}

/** Who chooses for the owner: whoever posts for the enterprise, or publishes for the lead department. */
export function choosesFor(actor: Actor, target: TargetFacts): boolean {
  const role = target.kind === 'need' ? 'enterprise' : 'publisher'
  return actor.memberships.some((membership) => membership.organisationId === target.chooserId && membership.role === role)
}

export function isApplicant(actor: Actor, application: ApplicationFacts): boolean {
  if (!isSignedIn(actor)) return false
  if (actor.accountId === application.submitterId || (application.personId !== null && application.personId === actor.personId)) return true
  return actor.memberships.some(({ organisationId, role }) => role === 'institute' && organisationId === application.organisationId)
}

/** A reviewer who belongs to the applicant's organisation sees and decides nothing (domain.md, section 4). */
export function inConflict(actor: Actor, application: Pick<ApplicationFacts, 'applicantIds'>): boolean {
  return application.applicantIds.some((id) => isMemberOf(actor, id))
}

const reviews = (actor: Actor, application: ApplicationFacts) => (isStaff(actor) || choosesFor(actor, application.target)) && !inConflict(actor, application) && !isApplicant(actor, application)
const accompanies = (actor: Actor, application: ApplicationFacts) => application.brokerId !== null && application.brokerId === actor.brokerId

/** Both sides of a choice may write its contract: the applicant, and the owner's people. */
const sidesWith = (actor: Actor, application: ApplicationFacts) => isApplicant(actor, application) || application.target.ownerIds.some((id) => isMemberOf(actor, id))

const read: Policy<ApplicationFacts> = (actor, application) => {
  if (isApplicant(actor, application)) return 'allow'
  return application.state !== 'draft' && (reviews(actor, application) || accompanies(actor, application)) ? 'allow' : 'hide'
}

function among(able: (actor: Actor, application: ApplicationFacts) => boolean): Policy<ApplicationFacts> {
  return (actor, application) => {
    const seen = read(actor, application)
    return seen === 'allow' ? allowIf(actor, able(actor, application)) : seen
  }
}

function start(actor: Actor, { target, employerId }: { target: TargetFacts; employerId: string | null }): Decision {
  if (!target.shown) return 'hide'
  return allowIf(actor, applicantsOf(actor).length > 0 && !isOwn(actor, target, employerId))
}

/** The owner's and the bureau's desk for one target: its applications and the choice among them. */
function choose(actor: Actor, target: TargetFacts): Decision {
  if (isStaff(actor) || choosesFor(actor, target)) return 'allow'
  return target.shown ? allowIf(actor, false) : 'hide'
}

export const applicationPolicy = {
  start,
  own: signedIn,
  read,
  edit: among(isApplicant),
  submit: among(isApplicant),
  withdraw: among(isApplicant),
  review: among(reviews),
  score: among(reviews),
  contract: among(sidesWith),
  choose,
  queue: staffOnly,
}
