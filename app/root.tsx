import { Meta, Outlet, isRouteErrorResponse, type useLoaderData, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { siteOf } from '~/domain/district/service.server'
import { isStaff, isSignedIn, rolesOf } from '~/domain/kernel/actor'
import { page } from '~/http/guard.server'
import { preferencesOf } from '~/http/preferences.server'
import { translator } from '~/i18n'
import { ErrorPage } from '~/error-page'
import { UiProvider } from '~/ui'
import './styles/app.css'
import styles from './styles/app.css?url'

export const loader = page('public', async ({ request, context, actor, t }) => {
  const { sampleData, ...site } = await siteOf(context.locale)
  const [role] = rolesOf(actor).slice(-1)
  return {
    locale: context.locale,
    path: context.path,
    search: context.search,
    now: context.now.toISOString(),
    requestId: context.requestId,
    nonce: context.nonce,
    site,
    sampleData,
    preferences: await preferencesOf(request),
    viewer: isSignedIn(actor) ? { name: actor.name, roleLabel: t(`role.${role ?? 'visitor'}`), staff: isStaff(actor) } : null,
  }
})

export type RootData = ReturnType<typeof useLoaderData<typeof loader>>

/** The frame of every document, also of errors; works without the loader's data. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const locale = root?.locale ?? 'zh-CN'
  return (
    <html lang={locale === 'zh-CN' ? 'zh-Hans-CN' : 'en'} data-theme={root?.preferences.theme === 'auto' ? undefined : root?.preferences.theme} data-type={root?.preferences.type === 'large' ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={styles} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        {root && root.preferences.keys !== 'off' && <script src="/keys.js" nonce={root.nonce} defer />}
      </head>
      <body>
        <UiProvider locale={locale} path={root?.path ?? '/'} search={root?.search ?? ''} now={root ? new Date(root.now) : new Date(0)} nonce={root?.nonce}>
          {children}
        </UiProvider>
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const root = useRouteLoaderData<typeof loader>('root')
  const t = translator(root?.locale ?? 'zh-CN')
  if (isRouteErrorResponse(error)) {
    const said = typeof error.data === 'object' && error.data !== null && 'message' in error.data ? String(error.data.message) : null
    const kind = error.status === 403 ? 'forbidden' : error.status === 404 || error.status === 405 ? 'not_found' : 'unexpected'
    if (kind !== 'unexpected') return <ErrorPage status={error.status} title={t(`error.${kind}.title`)} text={said ?? t(`error.${kind}`)} />
    if (said) return <ErrorPage status={error.status} title={t('error.title')} text={said} />
  }
  return <ErrorPage status={500} title={t('error.title')} text={t('error.unexpected', { requestId: root?.requestId ?? '—' })} />
}
