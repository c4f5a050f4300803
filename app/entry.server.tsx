import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer, isRouteErrorResponse } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { translator, type Locale } from '~/i18n'
import { logger } from '~/log.server'
import { titleWords } from '~/server/title-words'
import { TitleWords } from '~/ui'

/** Pages are complete HTML: nothing is streamed later and nothing is hydrated, so a page is the same with JavaScript off. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, _context: AppLoadContext) {
  const html = renderToString(
    <TitleWords of={titleWords}>
      <RemixServer context={remix} url={request.url} />
    </TitleWords>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response('<!doctype html>' + html, { status, headers })
}

/** What went wrong inside is logged with its request; the visitor sees a number to tell. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  logger().error({ requestId: context.requestId, path: context.path, err: error }, 'unexpected error')
}

/** What a foreign form gets, in words; asked by the server before Remix sees the request. */
export function foreignOrigin(locale: Locale): string {
  return translator(locale)('error.origin')
}
