import { describe, expect, it } from 'vitest'
import { isOneClick, originIsOurs } from './origin'

const asked = (method: string, headers: Record<string, string>) => ({ method, headers: { host: '127.0.0.1:3000', ...headers } })

describe('origin of a state change', () => {
  it.each([
    ['GET needs none', asked('GET', {}), undefined, true],
    ['a missing one is refused', asked('POST', {}), undefined, false],
    ['null is refused', asked('POST', { origin: 'null' }), undefined, false],
    ['a foreign one is refused', asked('POST', { origin: 'https://evil.example' }), undefined, false],
    ['our own passes', asked('POST', { origin: 'http://127.0.0.1:3000' }), undefined, true],
    ['localhost is 127.0.0.1', asked('POST', { origin: 'http://localhost:3000' }), undefined, true],
    ['another port is foreign', asked('POST', { origin: 'http://127.0.0.1:3001' }), undefined, false],
    ['the public address passes', asked('POST', { host: 'inner:80', origin: 'https://portal.example.com' }), 'https://portal.example.com', true],
    ['loopback is foreign to a public address', asked('POST', { origin: 'http://127.0.0.1:3000' }), 'https://portal.example.com', false],
    ['a suffix of our name is foreign', asked('POST', { origin: 'https://portal.example.com.evil.example' }), 'https://portal.example.com', false],
    ['a Bearer key needs none', asked('POST', { authorization: 'Bearer abc' }), undefined, true],
    ['DELETE is a change', asked('DELETE', { origin: 'https://evil.example' }), undefined, false],
  ] as const)('%s', (_name, request, publicUrl, ours) => {
    expect(originIsOurs(request, publicUrl)).toBe(ours)
  })
})

it('needs no origin to stop mails by a signed link, and for nothing else', () => {
  expect(isOneClick('POST', '/unsubscribe')).toBe(true)
  for (const [method, path] of [['DELETE', '/unsubscribe'], ['POST', '/unsubscribe/x'], ['POST', '/account'], ['POST', '/'], ['POST', '//unsubscribe']] as const) expect(isOneClick(method, path)).toBe(false)
})
