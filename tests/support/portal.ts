import { spawn, type ChildProcess } from 'node:child_process'
import { childEnv } from '~/env.server'
import { freePort } from '~/server/ports'
import { freshDatabase } from './database'

export type Portal = {
  url: string
  values: Record<string, string>
  pid: () => number
  /** Kills the web process as a power cut would, and says when it is gone. */
  kill: () => Promise<void>
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
  let child: ChildProcess | null = null

  const start = async (more: Record<string, string> = options.more ?? {}) => {
    const started = spawn(process.execPath, ['--import', 'tsx', 'server.ts', 'web'], { env: childEnv({ ...values, ...more }), stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    child = started
    let said = ''
    started.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    started.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await new Promise<void>((ready, fail) => {
      started.once('message', () => ready())
      started.once('exit', (code) => fail(new Error(`the web process ended with ${code}:\n${said.slice(-2000)}`)))
    })
  }
  const end = async (signal: NodeJS.Signals) => {
    const running = child
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const gone = new Promise<void>((done) => running.once('exit', () => done()))
    running.kill(signal)
    await gone
  }
  await start()
  return {
    url,
    values,
    pid: () => child?.pid ?? 0,
    kill: () => end('SIGKILL'),
    start,
    stop: async () => {
      await end('SIGTERM')
      await fresh.drop()
    },
  }
}
