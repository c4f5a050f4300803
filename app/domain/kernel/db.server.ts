import { createPrisma, type PrismaClient } from '#prisma/client'
import { env } from '~/env.server'

const kept = globalThis as { portalPrisma?: { url: string; client: PrismaClient; reference: PrismaClient } }

/** The client of this process. Throws when no database is configured. */
export function db(): PrismaClient {
  const url = env().DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: the launcher sets it when it starts PostgreSQL')
  if (kept.portalPrisma?.url !== url) kept.portalPrisma = { url, client: createPrisma(url), reference: createPrisma(url, 1) }
  return kept.portalPrisma.client
}

/**
 * A connection of its own for what every operation may need to know (the district, its lists) while its transaction is open:
 * from the same pool, as many transactions as it has connections would wait for one more for ever.
 */
export function referenceDb(): PrismaClient {
  db()
  if (!kept.portalPrisma) throw new Error('there is no database client')
  return kept.portalPrisma.reference
}

/** Closes the connections of this process. */
export async function closeDb(): Promise<void> {
  await kept.portalPrisma?.client.$disconnect()
  await kept.portalPrisma?.reference.$disconnect()
  delete kept.portalPrisma
}
