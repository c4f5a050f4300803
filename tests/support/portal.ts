import { freePort } from '~/server/ports'
import { freshDatabase } from './database'
import { startWeb, type WebProcess } from './web-process'

export type Portal = {
  url: string
  values: Record<string, string>
  pid: () => number
  /** Ends the web process, as a power cut would unless the signal lets it finish, and says when it is gone. */
  kill: (signal?: NodeJS.Signals) => Promise<void>
  /** Starts the web process (again). */
  start: (more?: Record<string, string>) => Promise<void>
  stop: () => Promise<void>
}

/** The portal as it is served to people: the build, in a process of its own, with the real worker, on a fresh database. */
export async function startPortal(options: { sample?: boolean; prepare?: (values: Record<string, string>) => Promise<void>; more?: Record<string, string> } = {}): Promise<Portal> {
  const fresh = await freshDatabase({ sample: options.sample })
  const port = await freePort(0)
  const url = `http://127.0.0.1:${port}`
  const values = { ...fresh.values, PORT: String(port), PUBLIC_URL: url, NODE_ENV: 'production' }
  await options.prepare?.(values)
  let web: WebProcess | null = null
  const start = async (more: Record<string, string> = options.more ?? {}) => void (web = await startWeb({ ...values, ...more }))
  await start()
  return {
    url,
    values,
    pid: () => web?.pid ?? 0,
    kill: async (signal = 'SIGKILL') => web?.end(signal),
    start,
    stop: async () => {
      await web?.end('SIGTERM')
      await fresh.drop()
    },
  }
}
