import type { CandidateKind } from './schema'

/** What must hold before a pair is scored at all (domain.md, section 5). */
export type Hard = {
  ownerIds: readonly string[]
  candidateOrganisationIds: readonly string[]
  /** Pairs of organisations that declared a conflict, either way. */
  conflicts: ReadonlySet<string>
  kind: CandidateKind
  /** Accepted and running pairs of the candidate, and how many it takes; null is no limit. */
  load: number
  maxLoad: number | null
  availableFrom: Date | null
  /** When the target needs the candidate: its deadline. */
  neededAt: Date | null
}
export type HardCheck = { check: 'own' | 'conflict' | 'load' | 'available'; ok: boolean }

export const conflictKey = (one: string, other: string) => [one, other].sort().join(' ')

/** Every condition and whether it is met: an excluded pair can say why. */
export function hardChecks(facts: Hard): HardCheck[] {
  const own = facts.candidateOrganisationIds.some((id) => facts.ownerIds.includes(id))
  const conflict = facts.candidateOrganisationIds.some((id) => facts.ownerIds.some((owner) => facts.conflicts.has(conflictKey(id, owner))))
  return [
    { check: 'own', ok: !own },
    { check: 'conflict', ok: !conflict },
    { check: 'load', ok: facts.maxLoad === null || facts.load < facts.maxLoad },
    { check: 'available', ok: facts.availableFrom === null || facts.neededAt === null || facts.availableFrom <= facts.neededAt },
  ]
}

export function allowed(facts: Hard): boolean {
  return hardChecks(facts).every((check) => check.ok)
}
