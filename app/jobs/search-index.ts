import { searchClient, type SearchClient } from '#search/client'
import { env } from '~/env.server'

export function indexName(): string {
  return env().MEILISEARCH_INDEX
}

let client: { host: string; client: SearchClient } | null = null

/** The client that writes: it waits longer than a page may. Throws when no Meilisearch is configured. */
export function writingClient(): SearchClient {
  const { MEILISEARCH_HOST: host, MEILISEARCH_API_KEY: apiKey = '' } = env()
  if (!host) throw new Error('MEILISEARCH_HOST is not set: the launcher sets it when it starts Meilisearch')
  if (client?.host !== host) client = { host, client: searchClient({ host, apiKey, timeoutMs: 30_000 }) }
  return client.client
}
