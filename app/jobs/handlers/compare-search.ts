import { mendDrift } from '../reindex'

/** Compares every document with its record and mends what differs. Fails while Meilisearch is away, and is tried again. */
export async function compareSearch(): Promise<void> {
  await mendDrift(new Date())
}
