import { computeMatches } from '~/domain/matching/compute.server'
import { noteFailure } from '~/domain/matching/run.server'
import type { JobPayload } from '../catalogue'

/** Finds who and what can answer a published need or scenario, keeps what people decided, and tells those that fit well. */
export async function matchTarget({ kind, id }: JobPayload<'match.target'>): Promise<void> {
  try {
    await computeMatches(kind, id, { tell: true })
  } catch (error) {
    await noteFailure(kind, id, error)
    throw error
  }
}
