import { isSignedIn, isStaff, type Actor } from '~/domain/kernel/actor'
import { allowIf, anyone, signedIn, staffOnly, type Policy } from '~/domain/kernel/policy'
import { isManagerOf } from '~/domain/organisations/policy'

/** `public`: active, with a good certificate, today. */
export type BrokerFacts = { accountId: string | null; organisationId: string | null; public: boolean }

const own = (actor: Actor, broker: BrokerFacts) => (isSignedIn(actor) && broker.accountId === actor.accountId) || isManagerOf(actor, broker.organisationId)

export const brokerPolicy = {
  list: anyone,
  read: ((actor, broker) => (broker.public || isStaff(actor) || own(actor, broker) ? 'allow' : 'hide')) satisfies Policy<BrokerFacts>,
  apply: signedIn,
  edit: ((actor, broker) => allowIf(actor, own(actor, broker), broker.public || isStaff(actor) ? 'forbid' : 'hide')) satisfies Policy<BrokerFacts>,
  /** Nobody reviews themselves. */
  review: ((actor, broker) => allowIf(actor, isStaff(actor) && !own(actor, broker), broker.public || own(actor, broker) ? 'forbid' : 'hide')) satisfies Policy<BrokerFacts>,
  queue: staffOnly,
}
