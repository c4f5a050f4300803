import { wrongState } from './errors'

/** A state machine as a table: from each state, the states that may follow. */
export type Machine<S extends string> = { entity: string; next: Record<S, readonly S[]> }

export function canMove<S extends string>(machine: Machine<S>, from: S, to: S): boolean {
  return machine.next[from].includes(to)
}

/** Throws a conflict that names both states when the step is not allowed. */
export function assertMove<S extends string>(machine: Machine<S>, from: S, to: S): void {
  if (!canMove(machine, from, to)) throw wrongState(machine.entity, from, to)
}
