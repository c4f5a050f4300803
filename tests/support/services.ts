import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '#prisma/embedded'
import { createPrisma } from '#prisma/client'
import { seedBase } from '#prisma/seed/base'
import { startMeilisearch } from '#search/embedded'
import { migrate } from '~/server/migrate'
import { freePort } from '~/server/ports'
import { startCapture } from './capture'

export type Services = { postgresUrl: string; template: string; meilisearchHost: string; meilisearchKey: string; smtpUrl: string; captureUrl: string; sampleTemplate?: string }

declare module 'vitest' {
  interface ProvidedContext {
    services: Services
  }
}

/**
 * The real services, once a run: PostgreSQL with a migrated template database, Meilisearch, an SMTP server that keeps what
 * it gets. `more` may add templates of its own.
 */
export default async function setup(project: TestProject, more: (services: Services) => Promise<Partial<Services>> = async () => ({})) {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-test-'))
  chmodSync(dataDir, 0o755)
  // A test database need not survive a power cut.
  const postgres = await startPostgres({ dataDir, port: await freePort(0), database: 'template_portal', flags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] })
  const meilisearchKey = 'a-key-for-tests-only'
  const meilisearch = await startMeilisearch({ dataDir, port: await freePort(0), masterKey: meilisearchKey, log: () => {} })
  const capture = await startCapture()
  await migrate(postgres.url)
  const client = createPrisma(postgres.url, 2)
  await seedBase(client)
  await client.$disconnect()
  const services: Services = { postgresUrl: postgres.url, template: 'template_portal', meilisearchHost: meilisearch.host, meilisearchKey, smtpUrl: capture.smtpUrl, captureUrl: capture.url }
  project.provide('services', { ...services, ...(await more(services)) })
  return async () => {
    await capture.stop()
    await meilisearch.stop()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
