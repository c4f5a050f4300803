import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer, isRouteErrorResponse } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { warmSearch } from '~/domain/searching/service.server'
import { translator, type Locale, type MessageKey, type MessageParams } from '~/i18n'
import { logger } from '~/log.server'
import { titleWords } from '~/server/title-words'
import { TitleWords } from '~/ui'

/** Pages are complete HTML: nothing is streamed later and nothing is hydrated, so a page is the same with JavaScript off. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, _context: AppLoadContext) {
  const html = renderToStaticMarkup(
    <TitleWords of={titleWords}>
      <RemixServer context={remix} url={request.url} />
    </TitleWords>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  // Every page names its reader or their wishes: no cache but the reader's own keeps it, and that one asks again.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  return new Response('<!doctype html>' + html, { status, headers })
}

/** What went wrong inside is logged with its request; the visitor sees a number to tell. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  logger().error({ requestId: context.requestId, path: context.path, err: error }, 'unexpected error')
}

/** What must be read before anyone waits is read in the build, which has modules of its own beside the server's. */
export const warm = (): void => warmSearch()

/** What the server itself says, before Remix sees a request or after it failed. */
export function words(locale: Locale, key: MessageKey, params?: MessageParams): string {
  return translator(locale)(key, params)
}
