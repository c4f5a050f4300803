import { isAdministrator, isMemberOf, isSignedIn, isStaff, type Actor } from '~/domain/kernel/actor'
import { allowIf, type Decision, type Policy } from '~/domain/kernel/policy'
import type { ContractState } from './schema'

/** Who stands where to a contract: its parties, and the owner and the applicant of what it came from. */
export type ContractFacts = {
  state: ContractState
  createdById: string | null
  partyIds: string[]
  ownerIds: string[]
  applicantAccountIds: string[]
  applicantOrganisationIds: string[]
  brokerId: string | null
}

const members = (actor: Actor, ids: string[]) => ids.some((id) => isMemberOf(actor, id))

/** A member of a party, or the owner or the applicant of the lineage. */
export function belongsTo(actor: Actor, contract: Omit<ContractFacts, 'state' | 'createdById' | 'brokerId'>): boolean {
  if (members(actor, contract.partyIds) || members(actor, contract.ownerIds) || members(actor, contract.applicantOrganisationIds)) return true
  return actor.accountId !== null && contract.applicantAccountIds.includes(actor.accountId)
}

/** Whoever may open the application and the pair that a contract came from: their two sides, the broker, the bureau; not every party. */
export function followsDeal(actor: Actor, contract: ContractFacts): boolean {
  return isStaff(actor) || isNamedBroker(actor, contract) || belongsTo(actor, { ...contract, partyIds: [] })
}

const isInsider = (actor: Actor, contract: ContractFacts) => belongsTo(actor, contract) || (actor.accountId !== null && actor.accountId === contract.createdById)
const isNamedBroker = (actor: Actor, contract: ContractFacts) => actor.brokerId !== null && actor.brokerId === contract.brokerId
/** The bureau sees what was reported; a draft is its writers' own. */
const isOfficial = (actor: Actor, contract: ContractFacts) => isStaff(actor) && contract.state !== 'draft'

const read: Policy<ContractFacts> = (actor, contract) => allowIf(actor, isInsider(actor, contract) || isNamedBroker(actor, contract) || isOfficial(actor, contract), 'hide')

/** Allows when the condition holds; those who may read are refused, to others nothing is there. */
function orRefuse(actor: Actor, contract: ContractFacts, condition: boolean): Decision {
  return condition ? 'allow' : read(actor, contract) === 'allow' ? 'forbid' : read(actor, contract)
}

export const contractPolicy = {
  read,
  /** Whoever belongs to an organisation, or answers to a need in person, may begin a draft; reporting it asks more. */
  create: ((actor) => allowIf(actor, isSignedIn(actor) && (actor.personId !== null || actor.memberships.some(({ role }) => role === 'enterprise' || role === 'institute' || role === 'publisher')))) satisfies Policy<unknown>,
  edit: ((actor, contract) => orRefuse(actor, contract, isInsider(actor, contract))) satisfies Policy<ContractFacts>,
  report: ((actor, contract) => orRefuse(actor, contract, isInsider(actor, contract))) satisfies Policy<ContractFacts>,
  /** Nobody reviews a contract of their own side. */
  review: ((actor, contract) => orRefuse(actor, contract, isOfficial(actor, contract) && !isInsider(actor, contract))) satisfies Policy<ContractFacts>,
  revoke: ((actor, contract) => orRefuse(actor, contract, isAdministrator(actor) && isOfficial(actor, contract) && !isInsider(actor, contract))) satisfies Policy<ContractFacts>,
}
