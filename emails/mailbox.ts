import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, openSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createConnection } from 'node:net'
import { join } from 'node:path'

export type RunningMailbox = { smtpUrl: string; webUrl: string; pid: number; child: ChildProcess; stop: () => Promise<void> }

/** maildev exports no path to its program, so it is looked for where Node looks for packages. */
function program(): string {
  const folders = createRequire(import.meta.url).resolve.paths('maildev') ?? []
  const found = folders.map((folder) => join(folder, 'maildev', 'dist', 'bin', 'maildev.js')).find((path) => existsSync(path))
  if (!found) throw new Error('maildev is not installed: run npm ci')
  return found
}

/** Starts the development mailbox: an SMTP server that keeps what it gets, with a page to read it. Loopback only. */
export async function startMailbox(options: { dataDir: string; smtpPort: number; webPort: number }): Promise<RunningMailbox> {
  mkdirSync(join(options.dataDir, 'mail'), { recursive: true })
  const log = openSync(join(options.dataDir, 'mailbox.log'), 'a')
  const flags = ['--ip', '127.0.0.1', '--smtp', String(options.smtpPort), '--web-ip', '127.0.0.1', '--web', String(options.webPort), '--mail-directory', join(options.dataDir, 'mail'), '--silent']
  const child = spawn(process.execPath, [program(), ...flags], { stdio: ['ignore', log, log], detached: true })
  await untilListening(options.smtpPort, child)
  await untilListening(options.webPort, child)
  return {
    smtpUrl: `smtp://127.0.0.1:${options.smtpPort}`,
    webUrl: `http://127.0.0.1:${options.webPort}`,
    pid: child.pid!,
    child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise<void>((done) => child.once('exit', () => done()))
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function untilListening(port: number, child: ChildProcess) {
  for (const deadline = Date.now() + 30_000; ; ) {
    if (child.exitCode !== null) throw new Error('the development mailbox ended at once; see mailbox.log in the data folder')
    const open = await new Promise<boolean>((done) => {
      const socket = createConnection({ port, host: '127.0.0.1' })
      socket.once('connect', () => (socket.destroy(), done(true)))
      socket.once('error', () => done(false))
    })
    if (open) return
    if (Date.now() > deadline) throw new Error(`the development mailbox did not open port ${port}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}
