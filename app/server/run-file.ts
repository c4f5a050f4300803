import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What runs on a data folder: written by the supervisor, read by a second start and by the commands of `package.json`. */
export type RunFile = {
  supervisor: number
  url: string
  databaseUrl: string
  meilisearchHost: string
  meilisearchKey: string
  smtpUrl: string
  mailboxUrl: string | null
  /** Processes by part. */
  processes: Record<string, number>
}

const file = (dataDir: string) => join(dataDir, 'run.json')

export function readRunFile(dataDir: string): RunFile | null {
  try {
    return JSON.parse(readFileSync(file(dataDir), 'utf8')) as RunFile
  } catch {
    return null
  }
}

export function writeRunFile(dataDir: string, run: RunFile): void {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(`${file(dataDir)}.new`, JSON.stringify(run, null, 2), { mode: 0o600 })
  renameSync(`${file(dataDir)}.new`, file(dataDir))
}

export function removeRunFile(dataDir: string): void {
  rmSync(file(dataDir), { force: true })
}

/** True while a process with this number lives and, where that can be seen, is one of ours. */
export function isOurs(pid: number, mark: string): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(mark)
  } catch {
    return process.platform !== 'linux'
  }
}
