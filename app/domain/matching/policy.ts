import { isMemberOf, isSignedIn, isStaff, type Actor } from '~/domain/kernel/actor'
import { allowIf, signedIn, staffOnly, type Policy } from '~/domain/kernel/policy'
import type { MatchSide } from './schema'

/** Who stands on either side of a match. */
export type MatchFacts = {
  ownerIds: readonly string[]
  personAccountId: string | null
  /** An institute that is the candidate, or owns the achievement. */
  organisationIds: readonly string[]
  inventorIds: readonly string[]
  brokerId: string | null
  accompaniedBy?: string | null
}

/** The candidate: the person, the institute's or the achievement owner's people, an inventor, or the broker. */
export function isCandidate(actor: Actor, match: MatchFacts): boolean {
  if (isSignedIn(actor) && actor.accountId === match.personAccountId) return true
  if (actor.personId !== null && match.inventorIds.includes(actor.personId)) return true
  if (actor.brokerId !== null && actor.brokerId === match.brokerId) return true
  return actor.memberships.some(({ organisationId, role }) => role === 'institute' && match.organisationIds.includes(organisationId))
}

const isOwner = (actor: Actor, match: MatchFacts) => match.ownerIds.some((id) => isMemberOf(actor, id))
const accompanies = (actor: Actor, match: MatchFacts) => actor.brokerId !== null && match.accompaniedBy === actor.brokerId
const sees = (actor: Actor, match: MatchFacts) => isStaff(actor) || isOwner(actor, match) || isCandidate(actor, match) || accompanies(actor, match)

const read: Policy<MatchFacts> = (actor, match) => allowIf(actor, sees(actor, match), 'hide')
const among = (able: (actor: Actor, match: MatchFacts) => boolean): Policy<MatchFacts> => (actor, match) => {
  const seen = read(actor, match)
  return seen === 'allow' ? allowIf(actor, able(actor, match)) : seen
}

/** Which side an actor answers for: their own, else the bureau's. */
export function sideOf(actor: Actor, match: MatchFacts): MatchSide {
  return isOwner(actor, match) ? 'owner' : isCandidate(actor, match) ? 'candidate' : 'bureau'
}

/** Whoever holds the link of a mail may stop that mail, and nothing else. */
const holdsLink: Policy<{ fits: boolean }> = (_actor, link) => (link.fits ? 'allow' : 'hide')
const job: Policy<unknown> = (actor) => allowIf(actor, actor.kind === 'system')

export const matchPolicy = {
  holdsLink,
  job,
  queue: staffOnly,
  own: signedIn,
  read,
  review: among((actor, match) => isStaff(actor) && !isCandidate(actor, match)),
  /** Either side may say yes or no to a pair of theirs. */
  answer: among((actor, match) => isStaff(actor) || isOwner(actor, match) || isCandidate(actor, match)),
  /** The two sides of an agreed pair write its contract themselves; an inventor leaves it to the owner of the result. */
  contract: among((actor, match) => isOwner(actor, match) || isCandidate(actor, { ...match, inventorIds: [] })),
} satisfies Record<string, Policy<never>>
