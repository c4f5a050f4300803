import { closeDb, db } from '~/domain/kernel/db.server'
import { env } from '~/env.server'
import { seedIfEmpty } from '#prisma/seed'
import { reindexIfStale } from '~/cli/reindex'
import { askForRecovery } from '~/domain/searching/index-guard.server'

/** Lets the worker bring a search index that died up to date: what changed meanwhile, or all of it when its data is gone. */
export async function recoverSearch(): Promise<void> {
  try {
    await askForRecovery()
  } finally {
    await closeDb()
  }
}

/** Loads the sample district into an empty database (never in production, which gets the bare district) and fills the search index. */
export async function prepareData(): Promise<void> {
  try {
    await seedIfEmpty(db(), { sample: env().PORTAL_MODE === 'demo' })
    await reindexIfStale()
  } finally {
    await closeDb()
  }
}
