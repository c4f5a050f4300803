import { Meilisearch, MeilisearchApiError, MeilisearchRequestError } from 'meilisearch'
import { askOverHttp } from './http'

export type SearchClient = Meilisearch
export type SearchClientOptions = {
  host: string
  apiKey: string
  /** A request that takes longer is given up, in milliseconds. */
  timeoutMs: number
}

/** What Meilisearch itself said: the client hides it in an error of the way to it, wherever that way is not its own. Anything else as it is. */
export function asAnswered(error: unknown): unknown {
  return error instanceof MeilisearchRequestError && error.cause instanceof MeilisearchApiError ? error.cause : error
}

/**
 * The Meilisearch client. It refuses compressed replies: on the same machine compression costs ten times what it saves.
 * Every call throws a `MeilisearchError` when the server is away, slow or refuses.
 */
export function searchClient({ host, apiKey, timeoutMs }: SearchClientOptions): SearchClient {
  return new Meilisearch({ host, apiKey, timeout: timeoutMs, httpClient: askOverHttp, requestInit: { headers: { 'Accept-Encoding': 'identity' } } })
}
