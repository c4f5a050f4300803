import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { childEnv, env } from '~/env.server'
import { migrate } from './migrate'
import { startParts, stopParts, type PartName, type Parts } from './parts'
import { freePort, isFree } from './ports'
import { prepareData, recoverSearch } from './prepare-data'
import { isOurs, readRunFile, removeRunFile, writeRunFile } from './run-file'
import { announce } from './announce'
import { webArguments } from './web-arguments'

const restartAfter = [200, 500, 1_000, 2_000, 4_000]

/** A start that cannot go on, said in one line. */
export class StartError extends Error {}

/** Refuses a second start on the same data, and ends what a killed one left behind. */
async function takeOver(dataDir: string): Promise<void> {
  const earlier = readRunFile(dataDir)
  if (!earlier) return
  if (earlier.supervisor !== process.pid && isOurs(earlier.supervisor, 'server.ts')) throw new StartError(`The portal already runs on this data folder: ${earlier.url}`)
  // PostgreSQL ends its own leftover by its pid file; the others are known by their number and what they were started as.
  const marks: Record<string, string> = { web: 'server.ts', meilisearch: 'meilisearch', mailbox: 'maildev' }
  for (const [part, pid] of Object.entries(earlier.processes)) {
    const mark = marks[part]
    if (!mark || !isOurs(pid, mark)) continue
    process.kill(pid, 'SIGTERM')
    for (let waited = 0; isOurs(pid, mark) && waited < 10_000; waited += 50) await new Promise((done) => setTimeout(done, 50))
  }
  removeRunFile(dataDir)
}

async function webPort(): Promise<{ port: number; note: string | null }> {
  const { PORT, HOST } = env()
  if (PORT) {
    if (!(await isFree(PORT, HOST))) throw new StartError(`PORT: ${PORT} is taken; choose another, e.g. PORT=3001 npm start`)
    return { port: PORT, note: null }
  }
  const port = await freePort(3000, HOST)
  return { port, note: port === 3000 ? null : `portal: port 3000 is taken, using ${port}` }
}

/** Starts every part, brings the data up to date, serves, and keeps all of it running until it is told to stop. */
export async function supervise(): Promise<void> {
  const first = env()
  const dataDir = resolve(first.PORTAL_DATA_DIR)
  await takeOver(dataDir)
  const { port, note } = await webPort()
  const parts = await startParts(first)
  if (note) parts.notes.push(note)
  const url = first.PUBLIC_URL ?? `http://${first.HOST}:${port}`
  const values: Record<string, string> = { ...parts.values, PORT: String(port), PUBLIC_URL: url, NODE_ENV: 'production' }
  let stopping = false
  let web: ChildProcess | null = null

  const record = () => {
    const { DATABASE_URL, MEILISEARCH_HOST, MEILISEARCH_API_KEY, SMTP_URL } = env()
    const processes = Object.fromEntries([...parts.running].map(([name, part]) => [name, part.pid]))
    if (web?.pid) processes.web = web.pid
    writeRunFile(dataDir, { supervisor: process.pid, url, databaseUrl: DATABASE_URL ?? '', meilisearchHost: MEILISEARCH_HOST ?? '', meilisearchKey: MEILISEARCH_API_KEY ?? '', smtpUrl: SMTP_URL ?? '', mailboxUrl: parts.mailboxUrl, processes })
  }

  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    if (web && web.exitCode === null && web.signalCode === null) {
      const ended = new Promise<void>((done) => web!.once('exit', () => done()))
      web.kill('SIGTERM')
      await ended
    }
    await stopParts(parts)
    removeRunFile(dataDir)
    process.exit(code)
  }
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))
  process.on('SIGHUP', () => void stop(0))

  record()
  try {
    await migrate(env().DATABASE_URL!)
    await prepareData()
  } catch (error) {
    console.error((error as Error).message)
    return stop(1)
  }

  let deaths = 0
  const serve = () => {
    const child = spawn(process.execPath, webArguments, { env: childEnv(values), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    web = child
    const started = Date.now()
    record()
    child.once('exit', () => {
      if (stopping) return
      deaths = Date.now() - started > 30_000 ? 0 : deaths + 1
      setTimeout(serve, restartAfter[Math.min(deaths, restartAfter.length - 1)])
    })
    return new Promise<void>((ready) => child.once('message', () => ready()))
  }
  for (const name of parts.running.keys()) watch(parts, name, () => stopping, record)
  await serve()
  announce({ url, values, parts })
}

/** Starts a part again whenever it dies, on the port that everyone knows it by. */
function watch(parts: Parts, name: PartName, stopping: () => boolean, record: () => void): void {
  const part = parts.running.get(name)
  const start = parts.start[name]
  if (!part || !start) return
  let attempt = 0
  const again = async (): Promise<void> => {
    if (stopping()) return
    try {
      parts.running.set(name, await start())
      console.error(`${name} had died and runs again`)
      record()
      watch(parts, name, stopping, record)
      if (name === 'meilisearch') await recoverSearch().catch((error) => console.error(`the search index is not compared: ${(error as Error).message}`))
    } catch (error) {
      console.error(`${name} does not start again: ${(error as Error).message}`)
      setTimeout(() => void again(), restartAfter[Math.min(attempt++, restartAfter.length - 1)])
    }
  }
  void part.exited.then(() => setTimeout(() => void again(), restartAfter[0]))
}
