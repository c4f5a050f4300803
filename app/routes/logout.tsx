import { signOut } from '~/domain/auth/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { endedSessionCookie, sessionToken } from '~/http/session.server'
import { barePath } from '~/routes-parts/accounts/paths'

/** Leaving is a post: a link or a picture of another page must not sign anyone out. */
export const loader = page('public', async ({ context }) => {
  throw go(context, '/')
})

export const action = acting('public', async ({ request, context, values }) => {
  const token = await sessionToken(request)
  if (token) await signOut(token)
  const to = typeof values.to === 'string' && /^\/en(?=[/?#]|$)/.test(values.to) ? '/en' : barePath(values.to, '/')
  return go(context, to, { 'Set-Cookie': await endedSessionCookie() })
})
