import { computeMatches } from '~/domain/matching/compute.server'
import type { JobPayload } from '../catalogue'

/** Finds who and what can answer a published need or scenario, keeps what people decided, and tells those that fit well. */
export async function matchTarget({ kind, id }: JobPayload<'match.target'>): Promise<void> {
  await computeMatches(kind, id, { tell: true })
}
