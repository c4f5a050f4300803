import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, it } from 'vitest'
import { childEnv } from '~/env.server'
import { freePort } from '~/server/ports'
import { until } from '#tests/support/until'

/*
 * What `npm start` hands over to: the supervisor with its own PostgreSQL and Meilisearch, in a folder with a space in its
 * name. In production mode, so that no sample is loaded; the sample has its own tests.
 */

const dataDir = join(mkdtempSync(join(tmpdir(), 'portal start ')), 'data folder')
chmodSync(join(dataDir, '..'), 0o755)
const running = new Set<ChildProcess>()
type Started = { child: ChildProcess; said: () => string; ended: Promise<number | null> }
type Run = { url: string; processes: Record<string, number>; supervisor: number }

function start(more: Record<string, string> = {}): Started {
  const values = { DATABASE_URL: '', MEILISEARCH_HOST: '', MEILISEARCH_API_KEY: '', SMTP_URL: inject('services').smtpUrl, PORTAL_MODE: 'production', SESSION_SECRET: 'a-secret-for-this-test', PORTAL_DATA_DIR: dataDir, NODE_ENV: 'production', PORT: '', PUBLIC_URL: '', LOG_LEVEL: 'error', ...more }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], { env: childEnv(values), stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => (running.delete(child), done(code))))
  return { child, said: () => text, ended }
}

const run = () => JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as Run
const answers = async (url: string) => fetch(`${url}/readyz`).then((response) => response.ok, () => false)
/** Who answers a search: the index, or the database in its place; null when nobody does. */
const searched = async (url: string) => fetch(`${url}/api/v1/search`).then(async (response) => ((await response.json()) as { source?: string }).source ?? null, () => null)
const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
const oneLine = (text: string) => text.trim().split('\n').length === 1

afterAll(async () => {
  for (const child of running) child.kill('SIGTERM')
  await until(async () => running.size === 0, 'the portal to stop')
  rmSync(join(dataDir, '..'), { recursive: true, force: true })
})

let first: Started

it('starts every part, moves off a taken port and says where all of it is', async () => {
  const taken = createServer()
  await new Promise<void>((ready) => taken.once('error', () => ready()).listen(3000, '127.0.0.1', ready))
  first = start()
  await until(async () => first.said().includes('is running'), 'the portal to run', 90)
  taken.close()
  const { url, processes } = run()
  expect(first.said()).toContain(url)
  expect(first.said()).toContain('port 3000 is taken')
  expect(url).not.toContain(':3000')
  expect(Object.keys(processes).sort()).toEqual(['meilisearch', 'postgres', 'web'])
  expect(await answers(url)).toBe(true)
})

it('ends a second start on the same data with one line that names the first', async () => {
  const second = start()
  expect(await second.ended).toBe(1)
  expect(oneLine(second.said())).toBe(true)
  expect(second.said()).toContain(run().url)
})

it('ends a start on a taken port, or with a wrong variable, with one line', async () => {
  const port = new URL(run().url).port
  const elsewhere = { PORTAL_DATA_DIR: `${dataDir} elsewhere` }
  const busy = start({ ...elsewhere, PORT: port })
  expect(await busy.ended).toBe(1)
  expect(oneLine(busy.said())).toBe(true)
  expect(busy.said()).toContain(`PORT: ${port} is taken`)
  for (const [name, value] of [['PORT', 'eighty'], ['SESSION_SECRET', 'short'], ['SMTP_URL', 'mail.example.com'], ['WORKER', 'maybe']]) {
    const wrong = start({ ...elsewhere, [name!]: value! })
    expect(await wrong.ended).toBe(1)
    expect(oneLine(wrong.said())).toBe(true)
    expect(wrong.said()).toMatch(new RegExp(`^${name}: .*example: `))
  }
})

it.each(['web', 'meilisearch', 'postgres'])('brings a killed %s back within ten seconds', async (part) => {
  const before = run().processes[part] ?? 0
  process.kill(before, 'SIGKILL')
  await until(async () => run().processes[part] !== before && (await answers(run().url)) && (await searched(run().url)) === 'index', `${part} to be back`, 10)
  expect(alive(before)).toBe(false)
})

it('takes over what a killed start left behind, and finds its data again', async () => {
  const left = run()
  first.child.kill('SIGKILL')
  await first.ended
  const again = start({ PORT: String(await freePort(0)) })
  await until(async () => again.said().includes('is running'), 'the portal to run again', 60)
  expect(run().supervisor).toBe(again.child.pid)
  for (const part of ['web', 'meilisearch']) expect(alive(left.processes[part] ?? 0)).toBe(false)
  expect(await answers(run().url)).toBe(true)
  const { processes } = run()
  again.child.kill('SIGINT')
  expect(await again.ended).toBe(0)
  for (const pid of Object.values(processes)) expect(alive(pid)).toBe(false)
})
