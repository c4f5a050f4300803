import { createHash } from 'node:crypto'

/** Readers of feeds and calendars may keep an answer this long, in seconds, before they ask again. */
const fresh = 300

/** A text with its ETag; 304 without a body when the asker has it already. For anyone to keep, unless `keeping` says otherwise. */
export function cachedAnswer(request: Request, body: string, type: string, keeping = `public, max-age=${fresh}`): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { ETag: etag, 'Cache-Control': keeping }
  const known = (request.headers.get('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': type } })
}
