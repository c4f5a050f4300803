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

/** An address inside the portal, in the language of the request. */
export function localPath(context: AppLoadContext, path: string): string {
  return context.locale === 'en' ? `/en${path === '/' ? '' : path}` : path
}
