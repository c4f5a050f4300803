import { isSignedIn, isStaff, type Actor } from '~/domain/kernel/actor'
import { allowIf, anyone, signedIn, type Policy } from '~/domain/kernel/policy'
import { isManagerOf } from '~/domain/organisations/policy'

export type PersonFacts = { accountId: string | null; organisationId: string | null; listed: boolean }

/** The person themselves, a manager of their organisation, or the bureau. */
export function answersFor(actor: Actor, person: PersonFacts): boolean {
  return isStaff(actor) || isManagerOf(actor, person.organisationId) || (isSignedIn(actor) && person.accountId === actor.accountId)
}

export const personPolicy = {
  list: anyone,
  read: ((actor, person) => (person.listed || answersFor(actor, person) ? 'allow' : 'hide')) satisfies Policy<PersonFacts>,
  createOwn: signedIn,
  /** The record is the organisation that the person will belong to. */
  createFor: ((actor, organisation) => allowIf(actor, isManagerOf(actor, organisation.id), 'hide')) satisfies Policy<{ id: string }>,
  edit: ((actor, person) => allowIf(actor, answersFor(actor, person), person.listed ? 'forbid' : 'hide')) satisfies Policy<PersonFacts>,
}
