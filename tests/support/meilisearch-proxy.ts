import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands between the portal and its Meilisearch, and what it does to it. */
export type Fault = 'none' | 'hang' | 'error' | 'refuse' | 'wrong key' | 'page of a proxy'
export type Proxy = { url: string; set: (fault: Fault) => void; requests: () => number; stop: () => Promise<void> }

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}

/** A way to the real Meilisearch that can hang, fail, refuse every connection, or lose the key. */
export async function startProxy(target: string): Promise<Proxy> {
  let fault: Fault = 'none'
  let requests = 0
  const server: Server = createServer((request, response) => {
    requests++
    if (fault === 'hang') return
    if (fault === 'error') return void response.writeHead(500, { 'Content-Type': 'application/json' }).end('{"message":"broken","code":"internal","type":"internal","link":""}')
    if (fault === 'page of a proxy') return void response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>')
    const key = fault === 'wrong key' ? 'Bearer a-key-that-was-changed' : (request.headers.authorization ?? '')
    void bodyOf(request).then(async (body) => {
      const answer = await fetch(target + request.url, { method: request.method, headers: { Authorization: key, 'Content-Type': request.headers['content-type'] ?? 'application/json' }, body: body.length > 0 ? body : undefined })
      response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? 'application/json' }).end(Buffer.from(await answer.arrayBuffer()))
    }).catch(() => response.destroy())
  })
  server.on('connection', (socket) => {
    if (fault === 'refuse') socket.destroy()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next) => {
      fault = next
      // Connections that are kept open would not notice that new ones are refused.
      if (fault === 'refuse') server.closeAllConnections()
    },
    requests: () => requests,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
