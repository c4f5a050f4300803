// Benchmarks need what a start needs, the build among it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'

await prepare()
const child = spawn(process.execPath, ['--import', 'tsx', join('tests', 'bench', 'main.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
child.once('exit', (code) => (process.exitCode = code ?? 1))
