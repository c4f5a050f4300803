import { createCookie, type AppLoadContext } from '@remix-run/node'
import { actorOfSession } from '~/domain/auth/service.server'
import type { Actor } from '~/domain/kernel/actor'
import { env } from '~/env.server'

/** Over https (or in production) the cookie carries the host prefix; on loopback http the plain name. */
function secure(): boolean {
  return (env().PUBLIC_URL ?? '').startsWith('https:')
}

function cookie() {
  const secrets = env().SESSION_SECRET
  if (!secrets) throw new Error('SESSION_SECRET is not set: the launcher makes one')
  return createCookie(secure() ? '__Host-session' : 'session', { httpOnly: true, sameSite: 'lax', path: '/', secure: secure(), secrets })
}

export async function sessionToken(request: Request): Promise<string | null> {
  const value: unknown = await cookie().parse(request.headers.get('Cookie'))
  return typeof value === 'string' ? value : null
}

export function sessionCookie(token: string, maxAgeSeconds: number): Promise<string> {
  return cookie().serialize(token, { maxAge: maxAgeSeconds })
}

export function endedSessionCookie(): Promise<string> {
  return cookie().serialize('', { maxAge: 0 })
}

const actors = new WeakMap<AppLoadContext, Promise<Actor>>()

/** Who asks, looked up once a request, in the language of the page. */
export function actorOf(request: Request, context: AppLoadContext): Promise<Actor> {
  const known = actors.get(context)
  if (known) return known
  const found = sessionToken(request)
    .then((token) => actorOfSession(context.bearer ? null : token, context.now))
    .then((actor) => ({ ...actor, locale: context.locale }))
  actors.set(context, found)
  return found
}
