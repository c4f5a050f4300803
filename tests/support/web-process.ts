import { spawn } from 'node:child_process'
import { childEnv } from '~/env.server'
import { webArguments } from '~/server/web-arguments'

export type WebProcess = { pid: number; end: (signal: NodeJS.Signals) => Promise<void> }

/** The build in a process of its own, as a supervisor starts it; resolves when it serves. Throws with what it said when it ends before. */
export async function startWeb(values: Record<string, string>): Promise<WebProcess> {
  const child = spawn(process.execPath, webArguments, { env: childEnv(values), stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let said = ''
  const keep = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000))
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  await new Promise<void>((ready, fail) => {
    child.once('message', () => ready())
    child.once('exit', (code) => fail(new Error(`the web process ended with ${code}:\n${said}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise<void>((done) => child.once('exit', () => done()))
    child.kill(signal)
    await gone
  }
  return { pid: child.pid ?? 0, end }
}
