import { TryLinks, useFormat, useT } from '~/ui'

export type PopularSearch = { q: string; count: number }

/** What many look for, or examples under a label of their own, each with what it finds; nothing where there is none. */
export function Popular({ searches, label }: { searches: PopularSearch[]; label?: string }) {
  const t = useT()
  const format = useFormat()
  if (searches.length === 0) return null
  const links = searches.map(({ q, count }) => ({ to: `/search?q=${encodeURIComponent(q)}`, label: q, note: t('search.try.count', { count: format.count(count) }) }))
  return <TryLinks label={label ?? t('search.popular')} links={links} />
}
