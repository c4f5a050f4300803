import { createPrisma, type PrismaClient } from '#prisma/client'
import { env } from '~/env.server'

const kept = globalThis as { portalPrisma?: { url: string; client: PrismaClient } }

/** The client of this process. Throws when no database is configured. */
export function db(): PrismaClient {
  const url = env().DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: the launcher sets it when it starts PostgreSQL')
  if (kept.portalPrisma?.url !== url) kept.portalPrisma = { url, client: createPrisma(url) }
  return kept.portalPrisma.client
}

/** Closes the connections of this process. */
export async function closeDb(): Promise<void> {
  await kept.portalPrisma?.client.$disconnect()
  delete kept.portalPrisma
}
