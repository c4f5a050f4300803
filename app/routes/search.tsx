import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { labels } from '~/domain/district/service.server'
import { searchPortal } from '~/domain/searching/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { SearchResults } from '~/routes-parts/search/results'

export const loader = page('public', async ({ url, call, context, t }) => {
  const { query, ignored, result, source } = await searchPortal(url.searchParams, call.now ?? context.now)
  const names = async (scheme: 'theme' | 'field' | 'area') => Object.fromEntries(await labels(scheme, context.locale))
  return {
    title: query.q ? t('search.title.of', { q: query.q.slice(0, 40) }) : t('search.title'),
    query,
    ignored: ignored.map(({ param, value }) => `${param}=${value}`),
    fromDatabase: source === 'database',
    result: result && JSON.parse(JSON.stringify(result)) as Jsonified<typeof result>,
    names: { theme: await names('theme'), field: await names('field'), area: await names('area') },
  }
})
type Jsonified<T> = T extends Date ? string : T extends (infer Item)[] ? Jsonified<Item>[] : T extends object ? { [K in keyof T]: Jsonified<T[K]> } : T
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function Search() {
  const { query, ignored, result, fromDatabase, names } = useLoaderData<typeof loader>()
  return (
    <Page>
      <SearchResults query={query} ignored={ignored} result={result} fromDatabase={fromDatabase} names={names} />
    </Page>
  )
}
