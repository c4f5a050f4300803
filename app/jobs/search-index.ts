import { searchClient, type SearchClient } from '#search/client'
import { useEmbedder } from '~/domain/searching/vectors.server'
import { env } from '~/env.server'

export function indexName(): string {
  return env().MEILISEARCH_INDEX
}

type Clients = { key: string; writing: SearchClient; checking: SearchClient }
let kept: Clients | null = null

function clients(): Clients {
  const { MEILISEARCH_HOST: host, MEILISEARCH_API_KEY: apiKey = '' } = env()
  if (!host) throw new Error('MEILISEARCH_HOST is not set: the launcher sets it when it starts Meilisearch')
  const key = JSON.stringify([host, apiKey])
  if (kept?.key !== key) kept = { key, writing: searchClient({ host, apiKey, timeoutMs: 30_000 }), checking: searchClient({ host, apiKey, timeoutMs: 2_000 }) }
  return kept
}

/** The client that writes: it waits longer than a page may. What it writes has vectors where there is an embedder. Throws when no Meilisearch is configured. */
export function writingClient(): SearchClient {
  useEmbedder()
  return clients().writing
}

/** The client that only asks whether the index can be used: a server that hangs is not waited for. */
export const checkingClient = (): SearchClient => clients().checking
