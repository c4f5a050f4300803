import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { childEnv } from '~/env.server'

/** Runs Prisma's own command line with the schema engine that npm delivered. Rejects with what it printed. */
export function prismaCli(args: string[], databaseUrl: string, inherit = false): Promise<string> {
  const program = join(dirname(createRequire(resolve('package.json')).resolve('prisma/package.json')), 'build', 'index.js')
  const env = childEnv({
    DATABASE_URL: databaseUrl,
    PRISMA_SCHEMA_ENGINE_BINARY: resolve('scripts/prisma-engine.mjs'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  })
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], { env, stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', fail)
    child.once('exit', (code) => (code === 0 ? done(said) : fail(new Error(`prisma ${args.join(' ')} ended with ${code}:\n${said}`))))
  })
}

async function pendingMigrations(databaseUrl: string): Promise<boolean> {
  const folder = resolve('prisma/migrations')
  const wanted = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql'))).map((entry) => entry.name)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ migration_name: string }>('select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null')
    const done = new Set(rows.map((row) => row.migration_name))
    return wanted.some((name) => !done.has(name))
  } catch (error) {
    if ((error as { code?: string }).code === '42P01') return true
    throw error
  } finally {
    await client.end()
  }
}

/** Brings the database to the present schema, the job queue's tables included; quick when nothing is left to do. */
export async function migrate(databaseUrl: string): Promise<void> {
  if (await pendingMigrations(databaseUrl)) await prismaCli(['migrate', 'deploy'], databaseUrl)
  await runMigrations({ connectionString: databaseUrl })
}
