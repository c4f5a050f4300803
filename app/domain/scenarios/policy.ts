import { isMemberOf, isStaff, type Actor } from '~/domain/kernel/actor'
import { allowIf, type Policy } from '~/domain/kernel/policy'
import { editable } from './rules'
import type { Publication } from './schema'

export type ScenarioFacts = { publication: Publication; leadId: string }

const isPublic = (scenario: ScenarioFacts) => scenario.publication === 'published' || scenario.publication === 'archived'

/** A publisher of the scenario's lead department. */
export function isOwnDepartment(actor: Actor, leadId: string): boolean {
  return actor.memberships.some((membership) => membership.role === 'publisher' && membership.organisationId === leadId)
}

const mayPropose = (actor: Actor) => isStaff(actor) || actor.memberships.some((membership) => membership.role === 'publisher')

/** Who sees a scenario that is not published: the bureau, its department, its responsible units' staff get a 404 like everyone else. */
const ownOrStaff: Policy<ScenarioFacts> = (actor, scenario) => {
  if (isStaff(actor) || isOwnDepartment(actor, scenario.leadId) || isMemberOf(actor, scenario.leadId)) return 'allow'
  return isPublic(scenario) ? allowIf(actor, false, 'forbid') : allowIf(actor, false, 'hide')
}

export const scenarioPolicy = {
  read: ((actor, scenario) => (isPublic(scenario) ? 'allow' : ownOrStaff(actor, scenario))) satisfies Policy<ScenarioFacts>,
  propose: ((actor) => allowIf(actor, mayPropose(actor))) satisfies Policy<unknown>,
  edit: ((actor, scenario) => {
    const seen = ownOrStaff(actor, scenario)
    if (seen !== 'allow') return seen
    return allowIf(actor, isStaff(actor) || editable.includes(scenario.publication))
  }) satisfies Policy<ScenarioFacts>,
  submit: ownOrStaff,
  withdraw: ownOrStaff,
  setLanding: ownOrStaff,
  review: ((actor, scenario) => (isStaff(actor) ? 'allow' : ownOrStaff(actor, scenario) === 'allow' ? 'forbid' : ownOrStaff(actor, scenario))) satisfies Policy<ScenarioFacts>,
}
