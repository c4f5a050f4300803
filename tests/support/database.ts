import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDb } from '~/domain/kernel/db.server'
import { setEnv } from '~/env.server'
import { closeMailer } from '~/jobs/handlers/send-mail'
import { onServer } from './database-server'

/** A fresh database and a fresh search index for this file; `sample` gives the one with the sample district. */
export async function freshDatabase(options: { sample?: boolean } = {}): Promise<{ url: string; values: Record<string, string>; drop: () => Promise<void> }> {
  const services = inject('services')
  const name = `test_${randomBytes(6).toString('hex')}`
  const template = options.sample ? services.sampleTemplate : services.template
  if (!template) throw new Error('no sample template: this project starts with services.ts, not services-with-sample.ts')
  await onServer(services.postgresUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = new URL(services.postgresUrl)
  url.pathname = `/${name}`
  const values = {
    DATABASE_URL: url.href,
    MEILISEARCH_HOST: services.meilisearchHost,
    MEILISEARCH_API_KEY: services.meilisearchKey,
    MEILISEARCH_INDEX: name,
    SMTP_URL: services.smtpUrl,
    SESSION_SECRET: 'a-secret-for-tests-only',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    LOG_LEVEL: 'error',
  }
  return { url: url.href, values, drop: () => onServer(services.postgresUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

/** For the top of a test file. */
export function useDatabase(): void {
  let drop: () => Promise<void>
  beforeAll(async () => {
    const fresh = await freshDatabase()
    setEnv(fresh.values)
    drop = fresh.drop
  })
  afterAll(async () => {
    closeMailer()
    await closeDb()
    await drop()
  })
}
