import { followChanges } from '~/domain/matching/changes.server'

/** Looks at the candidates that changed since the last time, and matches again what they can affect. */
export async function matchCandidates(): Promise<void> {
  await followChanges(new Date())
}
