import { action as acting, go, page } from '~/http/guard.server'
import { changedPreferences } from '~/http/preferences.server'

export const loader = page('public', async ({ context }) => {
  throw go(context, '/')
})

/** Large type, light or dark, keys; back to the page where it was chosen, whose address carries its language. */
export const action = acting('public', async ({ request, context, values }) => {
  const to = typeof values.to === 'string' ? values.to : '/'
  return go(context, to, { 'Set-Cookie': await changedPreferences(request, values) })
})
