import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getEventListeners } from 'node:events'
import { MeilisearchApiError, MeilisearchRequestTimeOutError } from 'meilisearch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asAnswered, searchClient } from './client'
import { askOverHttp } from './http'

const answers: Record<string, { status: number; body: string }> = {
  '/version': { status: 200, body: '{"pkgVersion":"1.0.0"}' },
  '/stats': { status: 403, body: '{"message":"The provided API key is invalid.","code":"invalid_api_key","type":"auth","link":""}' },
  '/health': { status: 502, body: '<html>bad gateway</html>' },
}
let server: Server
let host: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers[request.url ?? '']
    if (answer) response.writeHead(answer.status).end(answer.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('asking over kept connections', () => {
  const client = () => searchClient({ host, apiKey: 'key', timeoutMs: 100 })
  const thrown = (asked: Promise<unknown>) => asked.then(() => null, asAnswered)

  it('gives what was answered, and throws what was refused, with its reason', async () => {
    expect(await client().getVersion()).toEqual({ pkgVersion: '1.0.0' })
    const refused = await thrown(client().getStats())
    expect(refused).toBeInstanceOf(MeilisearchApiError)
    expect(refused).toMatchObject({ message: expect.stringMatching(/API key/) as string, cause: { code: 'invalid_api_key' }, response: { status: 403 } })
  })

  it('throws for an answer that is no JSON, for silence after its time, and where nobody listens', async () => {
    expect(await thrown(client().health())).toMatchObject({ cause: expect.any(SyntaxError) as SyntaxError })
    expect(await thrown(client().getIndexes())).toMatchObject({ cause: expect.any(MeilisearchRequestTimeOutError) as Error })
    expect(await thrown(searchClient({ host: 'http://127.0.0.1:1', apiKey: 'key', timeoutMs: 100 }).getVersion())).toMatchObject({ cause: { code: 'ECONNREFUSED' } })
  })

  it('leaves no listener behind on a signal that watches over many questions', async () => {
    const { signal } = new AbortController()
    for (let asked = 0; asked < 20; asked++) await askOverHttp(`${host}/version`, { signal })
    expect(getEventListeners(signal, 'abort').length).toBeLessThan(3)
  })
})
