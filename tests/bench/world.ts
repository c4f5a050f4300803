import { resolve } from 'node:path'
import { closeDb } from '~/domain/kernel/db.server'
import { env, setEnv } from '~/env.server'
import { migrate } from '~/server/migrate'
import { startParts, stopParts, type Parts } from '~/server/parts'
import { freePort } from '~/server/ports'
import { prepareData } from '~/server/prepare-data'
import { startWeb } from '#tests/support/web-process'

/** A portal of its own with the sample district, on a data folder that later runs use again. */
export type World = {
  dataDir: string
  parts: Parts
  /** Serves the build in one process, without a worker unless it is asked for. */
  serve: (values?: Record<string, string>) => Promise<{ url: string; pid: number; stop: () => Promise<void> }>
  close: () => Promise<void>
}

/** Opens the world of a name below `.data/bench`, and makes it when it is not there. */
export async function openWorld(name: string): Promise<World> {
  const dataDir = resolve('.data/bench', name)
  setEnv({ PORTAL_DATA_DIR: dataDir, LOG_LEVEL: 'error', NODE_ENV: 'production' })
  const parts = await startParts(env())
  const values = { ...parts.values, PORTAL_DATA_DIR: dataDir, LOG_LEVEL: 'error', NODE_ENV: 'production' }
  setEnv(values)
  try {
    await migrate(env().DATABASE_URL ?? '')
    await prepareData()
  } catch (error) {
    await stopParts(parts)
    throw error
  }
  return {
    dataDir,
    parts,
    serve: async (more = {}) => {
      const port = await freePort(0)
      const url = `http://127.0.0.1:${port}`
      const web = await startWeb({ ...values, PORT: String(port), PUBLIC_URL: url, WORKER: 'off', ...more })
      return { url, pid: web.pid, stop: () => web.end('SIGTERM') }
    },
    close: async () => {
      await closeDb()
      await stopParts(parts)
    },
  }
}
