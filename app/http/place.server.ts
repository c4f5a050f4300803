import type { AppLoadContext } from '@remix-run/node'
import { siteOf } from '~/domain/district/service.server'
import { env } from '~/env.server'
import { localPath } from './context'

/** Where whole addresses of an answer begin, in the language of the request, and what the portal is called there. */
export async function placeOf(url: URL, context: AppLoadContext) {
  const { name: site, bureau } = await siteOf(context.locale)
  const root = (env().PUBLIC_URL ?? url.origin).replace(/\/$/, '')
  return { base: root + localPath(context, '/').replace(/\/$/, ''), site, bureau, locale: context.locale }
}
