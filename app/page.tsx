import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from '~/root'
import { translator } from '~/i18n'
import { PageShell, type PageShellProps } from '~/ui'

type Props = Omit<PageShellProps, 'site' | 'viewer' | 'preferences' | 'sampleData'>

/** A page of the portal in its frame, with what the root knows: the district, who is signed in, how they like to read. */
export function Page(props: Props) {
  const root = useRouteLoaderData<typeof loader>('root')
  const t = translator(root?.locale ?? 'zh-CN')
  const site = root?.site ?? { name: t('site.name'), bureau: '', phone: '' }
  return <PageShell {...props} site={site} viewer={root?.viewer ?? null} preferences={root?.preferences} sampleData={root?.sampleData ?? false} />
}

type Match = { id: string; data: unknown }

/** A document's title: what the page is, then the portal's name. For a route's `meta`. */
export function titled(title: string, matches: readonly unknown[]): { title: string }[] {
  const root = (matches as Match[]).find((match) => match.id === 'root')?.data as { site?: { name: string } } | undefined
  return [{ title: root?.site ? `${title} · ${root.site.name}` : title }]
}
