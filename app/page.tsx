import { useActionData, useRouteLoaderData } from '@remix-run/react'
import type { loader } from '~/root'
import { translator } from '~/i18n'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageShell, type PageShellProps } from '~/ui'

type Props = Omit<PageShellProps, 'site' | 'viewer' | 'preferences' | 'sampleData'>

/**
 * A page of the portal in its frame, with what the root knows: the district, who is signed in, how they like to read. Whoever
 * was too late for a step reads so at the top: the form that they sent may be gone.
 */
export function Page({ children, ...props }: Props) {
  const root = useRouteLoaderData<typeof loader>('root')
  const t = translator(root?.locale ?? 'zh-CN')
  const site = root?.site ?? { name: t('site.name'), bureau: '', phone: '' }
  const back = returned(useActionData())
  return (
    <PageShell {...props} site={site} viewer={root?.viewer ?? null} preferences={root?.preferences} sampleData={root?.sampleData ?? false}>
      {back?.moved && <Notice tone="stop" role="alert" className="mt-4">{back.message}</Notice>}
      {children}
    </PageShell>
  )
}

type Match = { id: string; data: unknown }

/** A document's title: what the page is, then the portal's name. For a route's `meta`. */
export function titled(title: string, matches: readonly unknown[]): { title: string }[] {
  const root = (matches as Match[]).find((match) => match.id === 'root')?.data as { site?: { name: string } } | undefined
  return [{ title: root?.site ? `${title} · ${root.site.name}` : title }]
}
