// `npm start`: prepares, then hands over to server.ts, which starts, supervises and stops everything else.
import { spawn } from 'node:child_process'
import { prepare, root } from './prepare.mjs'

await prepare()
const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
