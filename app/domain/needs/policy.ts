import type { NeedState } from '#prisma/client'
import { isMemberOf, isStaff, isVerified, type Actor } from '~/domain/kernel/actor'
import { allowIf, anyone, signedIn, staffOnly, type Decision, type Policy } from '~/domain/kernel/policy'
import { isShown } from './rules'

export type NeedFacts = { organisationId: string; state: NeedState; publishedAt: Date | null }
/** A need and whether its owner has let this reader into the confidential part. */
export type DoorFacts = { need: NeedFacts; granted: boolean }

/** Someone who posts needs for this organisation. */
export function postsFor(actor: Actor, organisationId: string): boolean {
  return actor.memberships.some((membership) => membership.organisationId === organisationId && membership.role === 'enterprise')
}

/** The bureau sees what was handed to it; a draft is its author's own. */
const staffSees = (actor: Actor, need: NeedFacts) => isStaff(actor) && (need.state !== 'draft' || actor.kind === 'system')

const read: Policy<NeedFacts> = (actor, need) => (isShown(need) || isMemberOf(actor, need.organisationId) || staffSees(actor, need) ? 'allow' : 'hide')

/** Those that `able` lets through; of the others, whoever sees the need is refused, and it is hidden from the rest. */
function among(able: (actor: Actor, need: NeedFacts) => boolean): Policy<NeedFacts> {
  return (actor, need) => {
    const seen = read(actor, need)
    return seen === 'allow' ? allowIf(actor, able(actor, need)) : seen
  }
}

const owner = (actor: Actor, need: NeedFacts) => postsFor(actor, need.organisationId)
/** A reviewer does not decide on the need of an organisation that they belong to. */
const reviewer = (actor: Actor, need: NeedFacts) => isStaff(actor) && !isMemberOf(actor, need.organisationId)
const ownerOrReviewer = (actor: Actor, need: NeedFacts) => owner(actor, need) || reviewer(actor, need)
/** Anyone verified, but for the owner itself. */
const outsider = (actor: Actor, need: NeedFacts) => isVerified(actor) && !isMemberOf(actor, need.organisationId)

/** The confidential part: the owner, and those whose request the owner accepted. Nobody else, the bureau included. */
function confidential(actor: Actor, { need, granted }: DoorFacts): Decision {
  const seen = read(actor, need)
  if (seen !== 'allow') return seen
  return allowIf(actor, postsFor(actor, need.organisationId) || granted)
}

export const needPolicy = {
  list: anyone,
  read,
  create: ((actor) => allowIf(actor, actor.kind === 'system' || actor.memberships.some(({ role }) => role === 'enterprise'))) satisfies Policy<unknown>,
  own: signedIn,
  manage: among(ownerOrReviewer),
  edit: among(owner),
  submit: among(owner),
  queue: staffOnly,
  review: among(reviewer),
  withdraw: among(ownerOrReviewer),
  cancel: among(ownerOrReviewer),
  markUnsuccessful: among(ownerOrReviewer),
  ask: among(outsider),
  answer: among(owner),
  requestAccess: among(outsider),
  decideAccess: among(owner),
  readConfidential: confidential satisfies Policy<DoorFacts>,
}
