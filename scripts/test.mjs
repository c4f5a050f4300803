// `npm test`: types, lint, architecture, then every test against the real services; ends with one line of figures.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browser } from './browser.mjs'
import { prepare, root } from './prepare.mjs'

await prepare()
const env = { ...process.env, CHROMIUM_PATH: browser(), NO_COLOR: '1', FORCE_COLOR: '0' }
const bin = (name) => join(root, 'node_modules', name)
const results = mkdtempSync(join(tmpdir(), 'portal-results-'))

/** A check counts as one test. */
const checks = [
  ['types', [bin('typescript/bin/tsc'), '--noEmit', '-p', '.']],
  ['lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  ['architecture', [bin('dependency-cruiser/bin/dependency-cruise.mjs'), 'app', 'prisma', 'search', 'emails', 'server.ts', '--config', '.dependency-cruiser.cjs']],
  ['sizes of files', [join(root, 'scripts', 'check-files.mjs')]],
]
const sum = { passed: 0, failed: 0, skipped: 0 }

/** What a check says comes in one piece when it ends: all of them run at once. */
function check([name, args]) {
  const started = Date.now()
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, env })
    const said = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
    child.once('close', (status) => {
      process.stdout.write(Buffer.concat(said))
      console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s`)
      sum[status === 0 ? 'passed' : 'failed']++
      done()
    })
  })
}
await Promise.all(checks.map(check))

for (const project of ['unit', 'integration', 'e2e']) {
  const file = join(results, `${project}.json`)
  const args = [bin('vitest/vitest.mjs'), 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${file}`]
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    sum.passed += report.numPassedTests
    sum.failed += report.numFailedTests
    sum.skipped += report.numPendingTests + report.numTodoTests
    // A file that could not even be loaded, or an error outside any test, has no failed test of its own.
    if (status !== 0 && report.numFailedTests === 0) sum.failed++
  } catch {
    sum.failed++
  }
}
rmSync(results, { recursive: true, force: true })
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exit(sum.failed === 0 ? 0 : 1)
