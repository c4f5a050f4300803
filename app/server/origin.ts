import type { IncomingMessage } from 'node:http'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Stops the mails of a signed link, for mail programs that post without Origin and cookie (RFC 8058): the signature is the right to it. */
export function isOneClick(method: string | undefined, path: string): boolean {
  return method === 'POST' && path === '/unsubscribe'
}

/**
 * Whether a request that changes something comes from a page of our own: its Origin must be present and ours. With a
 * Bearer key cookies are ignored, so no page of another site gains anything; those pass. On loopback `localhost` and
 * `127.0.0.1` are both ours.
 */
export function originIsOurs(request: Pick<IncomingMessage, 'method' | 'headers'>, publicUrl: string | undefined): boolean {
  if (safe.has(request.method ?? '')) return true
  if (/^Bearer \S+$/.test(request.headers.authorization ?? '')) return true
  const { origin } = request.headers
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false
  const given = new URL(origin)
  if (publicUrl && given.origin === new URL(publicUrl).origin) return true
  const host = request.headers.host
  if (publicUrl && !loopback.has(new URL(publicUrl).hostname)) return false
  if (!host || !URL.canParse(`http://${host}`)) return false
  const asked = new URL(`http://${host}`)
  return given.protocol === 'http:' && loopback.has(given.hostname) && loopback.has(asked.hostname) && given.port === asked.port
}
