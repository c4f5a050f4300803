import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { searchClient, type SearchClient } from '#search/client'
import { documentOf, type SearchDocument } from '#search/document'
import { checkMeilisearch, startMeilisearch, type EmbeddedMeilisearch } from '#search/embedded'
import { ensureIndex, putDocuments, waitForTask } from '#search/index-writer'
import { emptyQuery, search, type SearchQuery, type SearchResult } from '#search/query'
import { sampleSources } from '#search/testing/samples'
import { freePort } from '~/server/ports'

export const now = new Date('2026-06-15T04:00:00Z')
export const key = 'a-key-for-tests-only'
export const index = 'records'
export const documents = (): SearchDocument[] => sampleSources.map((source) => documentOf(source, now))
export const ids = (result: SearchResult) => result.hits.map((hit) => hit.recordId)

/** A Meilisearch of the file's own, filled with the sample records; stopped at its end, when nothing of it may answer any more. */
export function useFilledIndex() {
  const own = {} as { client: SearchClient; server: EmbeddedMeilisearch }
  let dataDir: string
  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'search query '))
    own.server = await startMeilisearch({ dataDir, port: await freePort(0), masterKey: key, log: () => undefined })
    own.client = searchClient({ host: own.server.host, apiKey: key, timeoutMs: 5_000 })
    expect(await ensureIndex(own.client, index)).toEqual({ created: true, stale: false })
    await waitForTask(own.client, (await putDocuments(own.client, index, documents())).taskUid)
  }, 60_000)
  afterAll(async () => {
    await own.server.stop()
    await expect(checkMeilisearch(own.server.host, key)).rejects.toThrow()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return { own, find: (query: Partial<SearchQuery>): Promise<SearchResult> => search(own.client, index, { ...emptyQuery, ...query }, { now }) }
}
