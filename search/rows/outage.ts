import { MeilisearchApiError, MeilisearchError, MeilisearchRequestError, MeilisearchRequestTimeOutError, MeilisearchTaskTimeOutError } from 'meilisearch'
import { asAnswered, type SearchClient } from '../client'

/** The index answers, and has nothing although it should: it is being filled, or its data was lost. */
export class EmptiedIndexError extends Error {
  override name = 'EmptiedIndexError'
}

const refusals = [401, 403, 404, 408, 429]
/** Several queries in one request name a missing index with the status of a bad query. */
const isMissing = (error: unknown) => error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found'

/**
 * Whether an error means that Meilisearch cannot be used now, and how surely: `slow` may be a moment's load, `away` is not
 * (no connection, an error of the server, a key that is refused, an index that is missing or empty). Null for anything else.
 */
export function outageOf(thrown: unknown): 'slow' | 'away' | null {
  const error = asAnswered(thrown)
  if (error instanceof MeilisearchTaskTimeOutError) return 'slow'
  if (error instanceof MeilisearchRequestError) return error.cause instanceof MeilisearchRequestTimeOutError ? 'slow' : 'away'
  // What stands before a server that is away answers with a page of its own, and that is no JSON.
  if (error instanceof EmptiedIndexError || error instanceof SyntaxError) return 'away'
  if (error instanceof MeilisearchApiError) return isMissing(error) || error.response.status >= 500 || refusals.includes(error.response.status) ? 'away' : null
  return null
}

/** Whether Meilisearch, or the way to it, says that something went wrong; anything else is a mistake of ours. */
export const isOfMeilisearch = (error: unknown): boolean => error instanceof MeilisearchError || error instanceof EmptiedIndexError || error instanceof SyntaxError

/** How many documents an index has; null when there is no such index. */
export async function documentsIn(client: SearchClient, indexName: string): Promise<number | null> {
  try {
    return (await client.index(indexName).getStats()).numberOfDocuments
  } catch (error) {
    if (isMissing(asAnswered(error))) return null
    throw error
  }
}
