import { resolve } from 'node:path'
import { EnvError, env, setEnv } from '~/env.server'
import { migrate } from '~/server/migrate'
import { startParts, stopParts } from '~/server/parts'
import { isOurs, readRunFile } from '~/server/run-file'
import { keptSecrets } from '~/server/secrets'

/** Runs a command's work with the parts that run on the data folder, or with parts of its own that stop with it. Sets the exit code. */
export async function withParts(work: () => Promise<void>): Promise<void> {
  try {
    const dataDir = resolve(env().PORTAL_DATA_DIR)
    const run = readRunFile(dataDir)
    if (run && isOurs(run.supervisor, 'server.ts')) {
      const secrets = keptSecrets(dataDir)
      setEnv({ DATABASE_URL: run.databaseUrl, MEILISEARCH_HOST: run.meilisearchHost, MEILISEARCH_API_KEY: run.meilisearchKey, SMTP_URL: run.smtpUrl, SESSION_SECRET: secrets.session, SAMPLE_PASSWORD: secrets.samplePassword, PUBLIC_URL: run.url })
      return await work()
    }
    const parts = await startParts(env())
    try {
      await migrate(env().DATABASE_URL!)
      await work()
    } finally {
      await stopParts(parts)
    }
  } catch (error) {
    console.error(error instanceof EnvError ? error.message : error)
    process.exitCode = 1
  }
}
