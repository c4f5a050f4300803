import { isSignedIn } from '~/domain/kernel/actor'
import { administratorOnly, signedIn, type Decision } from '~/domain/kernel/policy'
import type { Actor } from '~/domain/kernel/actor'

export type AccountFacts = { id: string }

/** An administrator changes the rights of others, never their own: so one administrator always stays. */
function others(actor: Actor, account: AccountFacts): Decision {
  const decision = administratorOnly(actor, undefined)
  return decision === 'allow' && isSignedIn(actor) && actor.accountId === account.id ? 'forbid' : decision
}

export const accountPolicy = { own: signedIn, list: administratorOnly, read: administratorOnly, disable: others, changeRoles: others }
