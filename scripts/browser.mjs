// Finds a Chromium for the tests, or installs one where apt serves it.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

function onPath(name) {
  const found = (process.env.PATH ?? '').split(':').map((folder) => join(folder, name)).find((file) => existsSync(file))
  return found ?? null
}

function playwrightsOwn() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(cache)) return null
  const folder = readdirSync(cache).filter((name) => name.startsWith('chromium-')).sort().at(-1)
  const file = folder && join(cache, folder, 'chrome-linux', 'chrome')
  return file && existsSync(file) ? file : null
}

export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file)) ?? onPath('chromium') ?? onPath('google-chrome') ?? onPath('google-chrome-stable') ?? playwrightsOwn()
}

/** The browser's path. Installs Debian's where there is none and apt serves; otherwise says in one line what to do and ends. */
export function browser() {
  const found = findBrowser()
  if (found) return found
  if (process.env.CHROMIUM_PATH) {
    console.error(`CHROMIUM_PATH: there is no file ${process.env.CHROMIUM_PATH}`)
    process.exit(1)
  }
  if (onPath('apt-get') && process.getuid?.() === 0) {
    console.log('installing a browser for the tests (chromium, fonts-noto-cjk)')
    const run = (args) => spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    run(['update'])
    run(['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'])
  } else {
    spawnSync(process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], { stdio: 'ignore' })
  }
  const installed = findBrowser()
  if (installed) return installed
  console.error('No browser for the end-to-end tests: install Chromium and a Chinese font (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH')
  process.exit(1)
}
