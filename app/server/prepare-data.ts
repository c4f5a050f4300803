import { closeDb, db } from '~/domain/kernel/db.server'
import { env } from '~/env.server'
import { seedIfEmpty } from '#prisma/seed'
import { reindexIfStale } from '~/cli/reindex'

/** Loads the sample district into an empty database (never in production, which gets the bare district) and fills the search index. */
export async function prepareData(): Promise<void> {
  try {
    await seedIfEmpty(db(), { sample: env().PORTAL_MODE === 'demo' })
    await reindexIfStale()
  } finally {
    await closeDb()
  }
}
