import { resolve } from 'node:path'
import { startMailbox } from '#emails/mailbox'
import { startPostgres } from '#prisma/embedded'
import { startMeilisearch } from '#search/embedded'
import { setEnv, type Env } from '~/env.server'
import { freePort } from './ports'
import { keptSecrets } from './secrets'

export type PartName = 'postgres' | 'meilisearch' | 'mailbox'
export type Part = { pid: number; exited: Promise<unknown>; stop: () => Promise<void> }

/** What was started here, by name, and how to start one again on the same port after it died. */
export type Parts = {
  values: Record<string, string>
  running: Map<PartName, Part>
  start: Record<PartName, (() => Promise<Part>) | undefined>
  notes: string[]
  mailboxUrl: string | null
}

const exit = (child: { once: (event: 'exit', done: () => void) => unknown }) => new Promise<void>((done) => child.once('exit', () => done()))

/**
 * Starts every part that the environment does not name, and makes what was started part of the environment. A default
 * port that is taken moves to a free one, and `notes` says so.
 */
export async function startParts(env: Env, options: { postgresFlags?: string[]; say?: (line: string) => void } = {}): Promise<Parts> {
  const dataDir = resolve(env.PORTAL_DATA_DIR)
  const secrets = keptSecrets(dataDir)
  const notes: string[] = []
  const running = new Map<PartName, Part>()
  const values: Record<string, string> = {}
  const start: Parts['start'] = { postgres: undefined, meilisearch: undefined, mailbox: undefined }
  const say = options.say ?? (() => {})

  const port = async (name: string, wanted: number) => {
    const found = await freePort(wanted)
    if (found !== wanted) notes.push(`${name}: port ${wanted} is taken, using ${found}`)
    return found
  }
  const begin = async (name: PartName, make: () => Promise<Part>) => {
    say(`starting ${name}`)
    start[name] = make
    running.set(name, await make())
  }

  if (!env.DATABASE_URL) {
    const on = await port('PostgreSQL', 5433)
    await begin('postgres', async () => {
      const server = await startPostgres({ dataDir, port: on, flags: options.postgresFlags })
      values.DATABASE_URL = server.url
      if (server.moved && !notes.some((note) => note.startsWith('PostgreSQL cannot'))) notes.push(`PostgreSQL cannot read ${dataDir} as an ordinary user; its files are in ${server.moved}`)
      return { pid: server.pid, exited: exit(server.child), stop: server.stop }
    })
  }
  if (!env.MEILISEARCH_HOST) {
    const on = await port('Meilisearch', 7700)
    await begin('meilisearch', async () => {
      const server = await startMeilisearch({ dataDir, port: on, masterKey: secrets.meilisearch, log: () => {} })
      values.MEILISEARCH_HOST = server.host
      values.MEILISEARCH_API_KEY = secrets.meilisearch
      return { pid: server.pid, exited: server.exited, stop: server.stop }
    })
  }
  let mailboxUrl: string | null = null
  if (!env.SMTP_URL) {
    const smtpPort = await port('SMTP', 1025)
    const webPort = await port('mailbox', 1080)
    await begin('mailbox', async () => {
      const server = await startMailbox({ dataDir, smtpPort, webPort })
      values.SMTP_URL = server.smtpUrl
      values.MAILBOX_URL = server.webUrl
      mailboxUrl = server.webUrl
      return { pid: server.pid, exited: exit(server.child), stop: server.stop }
    })
  }
  if (!env.SESSION_SECRET) values.SESSION_SECRET = secrets.session
  if (!env.SAMPLE_PASSWORD) values.SAMPLE_PASSWORD = secrets.samplePassword
  setEnv(values)
  return { values, running, start, notes, mailboxUrl }
}

/** Stops what was started, the database last. */
export async function stopParts(parts: Parts): Promise<void> {
  for (const name of ['mailbox', 'meilisearch', 'postgres'] as const) await parts.running.get(name)?.stop()
  parts.running.clear()
}
