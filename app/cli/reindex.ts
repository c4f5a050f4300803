import { pathToFileURL } from 'node:url'
import { Presets, SingleBar } from 'cli-progress'
import { documentOf, type SearchDocument } from '#search/document'
import { ensureIndex, rebuild } from '#search/index-writer'
import { SETTINGS_VERSION } from '#search/settings'
import { closeDb, db } from '~/domain/kernel/db.server'
import { indexName, writingClient } from '~/jobs/search-index'
import { sources } from '~/jobs/search-sources'
import { withParts } from './with-parts'

const batchSize = 500

async function* allDocuments(): AsyncIterable<SearchDocument[]> {
  for (const source of Object.values(sources)) {
    for (let after: string | null = null; ; ) {
      const batch: Awaited<ReturnType<typeof source.list>> = await source.list(db(), after, batchSize)
      if (batch.sources.length > 0) yield batch.sources.map(documentOf)
      if (!batch.lastId) break
      after = batch.lastId
    }
  }
}

/** Fills a new index and swaps it in. What changed meanwhile is indexed by its own jobs, which wait in the database. */
export async function reindex(onProgress?: (progress: { handedOver: number; indexed: number }) => void): Promise<number> {
  const started = new Date()
  const { documents } = await rebuild({ client: writingClient(), indexName: indexName(), sources: allDocuments(), changedSince: async function* () {}, now: started, onProgress })
  await db().indexState.upsert({ where: { name: indexName() }, create: { name: indexName(), version: SETTINGS_VERSION, indexedAt: started }, update: { version: SETTINGS_VERSION, indexedAt: started } })
  return documents
}

/** Rebuilds when the index was never filled, was filled with other settings, or was emptied. Says whether it did. */
export async function reindexIfStale(): Promise<boolean> {
  const state = await db().indexState.findUnique({ where: { name: indexName() } })
  const { created, stale } = await ensureIndex(writingClient(), indexName())
  if (state && state.version === SETTINGS_VERSION && !created && !stale) return false
  await withBar((onProgress) => reindex(onProgress))
  return true
}

async function withBar<T>(work: (onProgress: (progress: { handedOver: number; indexed: number }) => void) => Promise<T>): Promise<T> {
  const bar = new SingleBar({ format: 'search index [{bar}] {value}/{total} documents', clearOnComplete: false }, Presets.shades_classic)
  bar.start(1, 0)
  try {
    return await work(({ handedOver, indexed }) => {
      bar.setTotal(handedOver)
      bar.update(indexed)
    })
  } finally {
    bar.stop()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await withParts(async () => {
    const documents = await withBar((onProgress) => reindex(onProgress))
    console.log(`${documents} documents indexed`)
    await closeDb()
  })
}
