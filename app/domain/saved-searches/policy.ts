import { isSignedIn, type Actor } from '~/domain/kernel/actor'
import { allowIf, signedIn, type Decision, type Policy } from '~/domain/kernel/policy'

export type SavedSearchFacts = { accountId: string }

/** Nobody but its owner learns that a search was saved, not even the bureau. */
const own: Policy<SavedSearchFacts> = (actor, search) => allowIf(actor, isSignedIn(actor) && actor.accountId === search.accountId, 'hide')
/** Whoever holds the link of a mail may stop that mail, and nothing else. */
const holdsLink = (_actor: Actor, link: { fits: boolean }): Decision => (link.fits ? 'allow' : 'hide')
const jobsOnly = (actor: Actor): Decision => allowIf(actor, actor.kind === 'system')

export const savedSearchPolicy = { save: signedIn, list: signedIn, read: own, change: own, remove: own, unsubscribe: holdsLink, alert: jobsOnly }
