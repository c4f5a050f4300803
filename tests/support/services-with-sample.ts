import type { TestProject } from 'vitest/node'
import { seedSample } from '#prisma/seed'
import { closeDb, db } from '~/domain/kernel/db.server'
import { setEnv } from '~/env.server'
import { onServer, samplePassword } from './database-server'
import setupServices from './services'

export const sampleTemplate = 'template_sample'

/** The services, and beside the bare template one with the sample district, for tests that walk through its pages. */
export default async function setup(project: TestProject) {
  const stop = await setupServices(project, async ({ postgresUrl, template }) => {
    await onServer(postgresUrl, `CREATE DATABASE ${sampleTemplate} TEMPLATE ${template}`)
    const url = new URL(postgresUrl)
    url.pathname = `/${sampleTemplate}`
    setEnv({ DATABASE_URL: url.href, SAMPLE_PASSWORD: samplePassword, LOG_LEVEL: 'error' })
    await seedSample(db())
    await closeDb()
    return { sampleTemplate }
  })
  return stop
}
