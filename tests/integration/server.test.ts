import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setEnv } from '~/env.server'
import { closeDb } from '~/domain/kernel/db.server'
import { reindex } from '~/cli/reindex'
import { startPortal, type Portal } from '#tests/support/portal'

let portal: Portal

beforeAll(async () => {
  portal = await startPortal({
    prepare: async (values) => {
      setEnv(values)
      await reindex()
      await closeDb()
    },
  })
})
afterAll(() => portal.stop())

const get = (path: string, headers: Record<string, string> = {}) => fetch(portal.url + path, { headers, redirect: 'manual' })
const post = (path: string, headers: Record<string, string>) => fetch(portal.url + path, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers }, body: 'theme=dark&to=/', redirect: 'manual' })

describe('every answer', () => {
  it('carries a policy with a fresh nonce, and no name of the server', async () => {
    const [first, second] = [await get('/'), await get('/')]
    const nonce = (response: Response) => /'nonce-([^']+)'/.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1]
    expect(nonce(first)).toMatch(/^.{20,}$/)
    expect(nonce(first)).not.toBe(nonce(second))
    expect(first.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(first.headers.get('X-Powered-By')).toBeNull()
    expect(first.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(first.headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin')
  })

  it('holds no script and no style attribute that the policy would refuse', async () => {
    const html = await (await get('/')).text()
    expect(html).not.toMatch(/<script(?![^>]*nonce=)/)
    expect(html).not.toMatch(/ style="/)
    expect(html).not.toMatch(/ on[a-z]+="/)
  })
})

describe('a change from elsewhere', () => {
  it.each([
    ['a missing origin', {}],
    ['a null origin', { Origin: 'null' }],
    ['a foreign origin', { Origin: 'https://evil.example' }],
  ])('is refused with %s before the application sees it', async (_name, headers) => {
    const response = await post('/preferences', headers as Record<string, string>)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('没有处理')
    expect(response.headers.get('Set-Cookie')).toBeNull()
  })

  it('passes with our own, also by the name localhost', async () => {
    for (const origin of [portal.url, portal.url.replace('127.0.0.1', 'localhost')]) expect((await post('/preferences', { Origin: origin })).status).toBe(303)
  })
})

describe('health', () => {
  it('names every part with state, latency and the version of Meilisearch', async () => {
    const response = await get('/readyz')
    expect(response.status).toBe(200)
    const { ready, parts } = (await response.json()) as { ready: boolean; parts: Record<string, { state: string; latencyMs: number; version?: string }> }
    expect(ready).toBe(true)
    expect(Object.keys(parts)).toEqual(['postgresql', 'meilisearch', 'mail', 'queue'])
    for (const part of Object.values(parts)) expect(part).toMatchObject({ state: 'up', latencyMs: expect.any(Number) })
    expect(parts.meilisearch?.version).toBe('1.21.0')
  })

  it('says alive without asking anybody', async () => expect(await (await get('/healthz')).text()).toBe('ok'))
})

describe('pages', () => {
  it('answers 404 in words for what is not there', async () => {
    const response = await get('/no/such/page')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('没有找到')
  })

  it('sends a visitor to the log-in page and back to where they wanted to go', async () => {
    const response = await get('/workspace/scenarios?x=1')
    expect(response.status).toBe(302)
    expect(response.headers.get('Location')).toBe('/login?to=%2Fworkspace%2Fscenarios%3Fx%3D1')
  })

  it('speaks English under /en, with links that stay there', async () => {
    const html = await (await get('/en/scenarios')).text()
    expect(html).toContain('<html lang="en"')
    expect(html).toContain('href="/en/needs"')
  })

  it.each(['/search?q=%22', '/search?q=' + 'x'.repeat(9000), '/search?page=1000000000', '/search?type=%22%20OR%201=1', '/search?q=%00%01', '/scenarios?page=-1&year=abc', '/search?field[$ne]=1'])('survives %s', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(200)
  })
})

describe('the API', () => {
  it('answers problems as RFC 9457, with the fields', async () => {
    const response = await get('/api/v1/scenarios?limit=101')
    expect(response.status).toBe(422)
    expect(response.headers.get('Content-Type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ code: 'invalid', status: 422, errors: [{ path: 'limit' }] })
  })

  it('is 404 for what is not there', async () => expect((await get('/api/v1/scenarios/1999-01-001')).status).toBe(404))

  it('describes itself by OpenAPI 3.1, and knows an ETag again', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as { openapi: string; paths: Record<string, unknown> }
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/scenarios', '/needs', '/search', '/statistics/targets']))
    const first = await get('/api/v1/scenarios')
    expect((await get('/api/v1/scenarios', { 'If-None-Match': first.headers.get('ETag') ?? '' })).status).toBe(304)
  })
})
