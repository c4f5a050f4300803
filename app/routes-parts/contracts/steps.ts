import type { Assisted } from '~/domain/contracts/assist.server'

/** What a step within the form answered: the values to show next, and the organisations that were found. */
export function assisted(answer: unknown): Assisted | null {
  return typeof answer === 'object' && answer !== null && 'assisted' in answer ? (answer.assisted as Assisted) : null
}
