import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '~/env.server'

/*
 * A link of a mail that does one thing without a log-in. It is signed, so nothing of it is kept, and it holds as long as
 * the secret that signed it: a mail can be years old when its reader has had enough. `purpose` keeps links apart: one that stops the mails
 * of a search stops nothing else.
 */

function secrets(): string[] {
  const found = env().SESSION_SECRET
  if (!found) throw new Error('SESSION_SECRET is not set: the launcher makes one')
  return found
}

const signature = (purpose: string, id: string, secret: string) => createHmac('sha256', secret).update(`${purpose}:${id}`).digest('base64url')

/** What a link carries: the id and the signature. */
export function signedToken(purpose: string, id: string): string {
  const [newest = ''] = secrets()
  return `${id}.${signature(purpose, id, newest)}`
}

/** The id that a link is for; null when none of our secrets signed it for this purpose. */
export function idOfToken(purpose: string, token: string): string | null {
  const [, id, signed] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(token) ?? []
  if (!id || !signed) return null
  const fits = secrets().some((secret) => timingSafeEqual(Buffer.from(signature(purpose, id, secret)), Buffer.from(signed)))
  return fits ? id : null
}
