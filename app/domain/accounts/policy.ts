import { isSignedIn } from '~/domain/kernel/actor'
import { administratorOnly, allowIf, signedIn, type Decision } from '~/domain/kernel/policy'
import type { Actor } from '~/domain/kernel/actor'

export type AccountFacts = { id: string }

/** An administrator changes the rights of others, never their own: so one administrator always stays. */
function others(actor: Actor, account: AccountFacts): Decision {
  const decision = administratorOnly(actor, undefined)
  return decision === 'allow' && isSignedIn(actor) && actor.accountId === account.id ? 'forbid' : decision
}

/** Only whoever operates the server opens accounts for others: everyone else registers, so that an address is confirmed by its owner. */
const operatorOnly = (actor: Actor): Decision => allowIf(actor, actor.kind === 'system')

export const accountPolicy = { own: signedIn, list: administratorOnly, read: administratorOnly, create: operatorOnly, disable: others, changeRoles: others }
