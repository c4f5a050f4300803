import { DomainError } from '~/domain/kernel/errors'

/** What the domain said no with; anything else that was thrown, or nothing, fails the test. */
export async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error: unknown = await work.then(() => null, (thrown: unknown) => thrown)
  if (error instanceof DomainError) return error
  throw error ?? new Error('it was not refused')
}
