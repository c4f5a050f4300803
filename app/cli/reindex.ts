import { pathToFileURL } from 'node:url'
import { Presets, SingleBar } from 'cli-progress'
import { ensureIndex } from '#search/index-writer'
import { SETTINGS_VERSION } from '#search/settings'
import { closeDb, db } from '~/domain/kernel/db.server'
import { fillRowsIfNone, reindex } from '~/jobs/reindex'
import { indexName, writingClient } from '~/jobs/search-index'
import { withParts } from './with-parts'

export { reindex }

/** Rebuilds when the index was never filled, was filled with other settings, or was emptied; fills the rows when there are none. Says whether it rebuilt. */
export async function reindexIfStale(): Promise<boolean> {
  const state = await db().indexState.findUnique({ where: { name: indexName() } })
  const { created, stale } = await ensureIndex(writingClient(), indexName())
  if (state && state.version === SETTINGS_VERSION && !created && !stale) {
    await fillRowsIfNone()
    return false
  }
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
