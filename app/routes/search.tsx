import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isSignedIn } from '~/domain/kernel/actor'
import { canonicalQuery } from '~/domain/saved-searches/canonical.server'
import { isAsAsked } from '~/domain/saved-searches/rules'
import { savedSearchOf, saveSearch } from '~/domain/saved-searches/service.server'
import { noteSearch, popularSearches } from '~/domain/popular-searches/service.server'
import { industriesOf, searchNames } from '~/domain/searching/names.server'
import { readSearchParams, searchPortal } from '~/domain/searching/service.server'
import { isPerson } from '~/http/asker.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { searchWords } from '~/routes-parts/search/chosen'
import { SearchResults } from '~/routes-parts/search/results'
import { SaveSearch } from '~/routes-parts/search/save'
import { subscriptions } from '~/routes-parts/search/subscriptions'
import { returned } from '~/routes-parts/shared/refused'
import { localPath, useT } from '~/ui'

export const loader = page('public', async ({ request, actor, url, call, context, t }) => {
  const { query, ignored, result, source } = await searchPortal(url.searchParams, call.now ?? context.now)
  if (isPerson(request)) noteSearch(query, result, context.now)
  const names = await searchNames(context.locale, industriesOf(query.industry, result?.facets.industry ?? []))
  const canonical = canonicalQuery(query)
  return {
    title: query.q ? t('search.title.of', { q: query.q.slice(0, 40) }) : t('search.title'),
    query,
    ignored: ignored.map(({ param, value }) => `${param}=${value}`),
    fromDatabase: source === 'database',
    result: result && JSON.parse(JSON.stringify(result)) as Jsonified<typeof result>,
    names,
    popular: !query.q || result?.total === 0 ? await popularSearches(context.now, 6) : [],
    email: isSignedIn(actor) ? actor.email : null,
    saved: isSignedIn(actor) ? await savedSearchOf(actor, { query: canonical }, call) : null,
    words: searchWords(query, names, t),
    feeds: subscriptions(canonical),
    atom: { title: t('feed.atom'), href: localPath(subscriptions(canonical).atom, context.locale) },
  }
})
type Jsonified<T> = T extends Date ? string : T extends (infer Item)[] ? Jsonified<Item>[] : T extends object ? { [K in keyof T]: Jsonified<T[K]> } : T
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [...titled(data?.title ?? '', matches), ...(data ? [{ tagName: 'link', rel: 'alternate', type: 'application/atom+xml', ...data.atom }] : [])]

/** Saves the search of the page's own address. Whoever is not signed in any more comes back to it from the log-in. */
export const action = acting('public', async ({ actor, url, values, call, context }) => {
  const here = `/search${url.search}#save`
  if (!isSignedIn(actor)) return go(context, `/login?to=${encodeURIComponent(here)}`)
  const { query } = await readSearchParams(url.searchParams)
  await saveSearch(actor, { ...values, query: canonicalQuery(query) }, call)
  return go(context, here)
})

export default function Search() {
  const { query, ignored, result, fromDatabase, names, popular, email, saved, words, feeds } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const widened = result !== null && !isAsAsked(result.step)
  const keep = [{ to: '#save', label: t(saved ? 'saved.keep' : 'saved.save') }, { to: feeds.atom, label: t('feed.atom') }, { to: feeds.calendar, label: t('feed.calendar') }]
  return (
    <Page>
      <SearchResults query={query} ignored={ignored} result={result} fromDatabase={fromDatabase} names={names} popular={popular} keep={keep} save={<SaveSearch email={email} saved={saved} words={words} widened={widened} back={back} />} />
    </Page>
  )
}
