import { isMemberOf, isStaff, type Actor } from '~/domain/kernel/actor'
import { allowIf, anyone, type Policy } from '~/domain/kernel/policy'
import { isManagerOf } from '~/domain/organisations/policy'

export type AchievementFacts = { organisationId: string | null; inventorIds: string[]; published: boolean }

/** A manager of the owner, one of the inventors, or the bureau. */
export function answersFor(actor: Actor, achievement: AchievementFacts): boolean {
  return isStaff(actor) || isManagerOf(actor, achievement.organisationId) || (actor.personId !== null && achievement.inventorIds.includes(actor.personId))
}

const editing: Policy<AchievementFacts> = (actor, achievement) => {
  const seen = achievement.published || isMemberOf(actor, achievement.organisationId)
  return allowIf(actor, answersFor(actor, achievement), seen ? 'forbid' : 'hide')
}

export const achievementPolicy = {
  list: anyone,
  read: ((actor, achievement) => (achievement.published || answersFor(actor, achievement) || isMemberOf(actor, achievement.organisationId) ? 'allow' : 'hide')) satisfies Policy<AchievementFacts>,
  /** Whoever keeps a researcher's profile or manages an organisation. */
  create: ((actor) => allowIf(actor, isStaff(actor) || actor.personId !== null || actor.memberships.some((membership) => membership.manager))) satisfies Policy<unknown>,
  edit: editing,
  publish: editing,
}
