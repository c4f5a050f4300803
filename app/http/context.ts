import type { AppLoadContext } from '@remix-run/node'
import type { Locale } from '~/i18n'

/** What the server knows of a request before Remix sees it (see `app/server/web.ts`). */
declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string
    requestId: string
    locale: Locale
    /** The path as the visitor sees it without the language prefix, and the query with its `?`. */
    path: string
    search: string
    address: string
    now: Date
    /** A key of the API was sent: cookies are ignored. */
    bearer: string | null
  }
}

/**
 * A path of our own as a browser will read it; anything that would lead elsewhere (`//host`, `/\\host`, a tab between the
 * slashes, another scheme) is `/`. What a header cannot carry is percent-encoded.
 */
export function ownPath(path: string): string {
  const here = 'http://portal'
  if (!path.startsWith('/') || !URL.canParse(path, here)) return '/'
  const { origin, pathname, search, hash } = new URL(path, here)
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : '/'
}

/** An address inside the portal, in the language of the request. */
export function localPath(context: AppLoadContext, path: string): string {
  return context.locale === 'en' ? `/en${path === '/' ? '' : path}` : path
}
