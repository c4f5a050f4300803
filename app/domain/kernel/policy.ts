import type { Actor } from './actor'
import { isAdministrator, isSignedIn, isStaff } from './actor'

/** What a policy says: go on, pretend that nothing is there (404), refuse (403), or ask to sign in first. */
export type Decision = 'allow' | 'hide' | 'forbid' | 'sign_in'
/** Pure: the same question gets the same answer on the server and for a button. */
export type Policy<R> = (actor: Actor, record: R) => Decision

export const anyone: Policy<unknown> = () => 'allow'
export const signedIn: Policy<unknown> = (actor) => (isSignedIn(actor) || actor.kind === 'system' ? 'allow' : 'sign_in')
export const staffOnly: Policy<unknown> = (actor) => (isStaff(actor) ? 'allow' : isSignedIn(actor) ? 'forbid' : 'sign_in')
export const administratorOnly: Policy<unknown> = (actor) => (isAdministrator(actor) ? 'allow' : isSignedIn(actor) ? 'forbid' : 'sign_in')

/** Allows when the condition holds; otherwise asks a visitor to sign in and answers others with `otherwise`. */
export function allowIf(actor: Actor, condition: boolean, otherwise: 'hide' | 'forbid' = 'forbid'): Decision {
  if (condition) return 'allow'
  return isSignedIn(actor) ? otherwise : otherwise === 'hide' ? 'hide' : 'sign_in'
}

export function may<R>(policy: Policy<R>, actor: Actor, record: R): boolean {
  return policy(actor, record) === 'allow'
}
