import { createServer } from 'node:net'

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(port, host, () => probe.close(() => done(true)))
  })
}

function anyFree(host: string): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, host, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => done(port))
    })
  })
}

/** The wanted port, or a free one in its place; 0 asks for any. */
export async function freePort(wanted: number, host = '127.0.0.1'): Promise<number> {
  return wanted !== 0 && (await isFree(wanted, host)) ? wanted : anyFree(host)
}

export { isFree }
