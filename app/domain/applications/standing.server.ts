import type { ApplicationState, Tx } from '#prisma/client'
import type { Actor } from '~/domain/kernel/actor'
import * as repo from './repo.server'
import { accepted } from './rules'

const applicant = (actor: Actor & { accountId: string }) => ({
  submitterId: actor.accountId,
  personId: actor.personId,
  organisationId: actor.memberships.find(({ role }) => role === 'institute')?.organisationId ?? null,
})

/** The actor's own application to a need or scenario, for its page; null when there is none. */
export async function ownApplication(tx: Tx, target: { needId: string } | { scenarioId: string }, actor: Actor): Promise<{ number: string; state: ApplicationState } | null> {
  if (!actor.accountId) return null
  const found = await repo.findExisting(tx, { needId: null, scenarioId: null, ...target }, applicant({ ...actor, accountId: actor.accountId }))
  return found && { number: found.number, state: found.state }
}

/** True when the owner has taken the actor's application on: from then the contact is shown (domain.md, section 3). */
export async function acceptedApplicant(tx: Tx, needId: string, actor: Actor): Promise<boolean> {
  const own = await ownApplication(tx, { needId }, actor)
  return own !== null && accepted.some((state) => state === own.state)
}
