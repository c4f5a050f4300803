import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSearches } from '~/domain/saved-searches/service.server'
import { searchNames } from '~/domain/searching/names.server'
import { readSearchParams } from '~/domain/searching/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { searchWords } from '~/routes-parts/search/chosen'
import { SavedRow } from '~/routes-parts/search/saved-row'
import { Button, EmptyState, Notice, PageTitle, ResultList, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, t, url }) => {
  const searches = await Promise.all((await listSearches(actor, {}, call)).map(async (search) => ({ search, ...(await readSearchParams(new URLSearchParams(search.query))) })))
  const names = await searchNames(context.locale, searches.flatMap(({ query }) => query.industry))
  const rows = searches.map(({ search, query }) => ({ search, words: searchWords(query, names, t) }))
  return { title: t('saved.title'), rows, done: url.searchParams.get('done'), removed: url.searchParams.get('removed') }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function Searches() {
  const { title, rows, done, removed } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page crumbs={workspaceCrumbs(t, { label: t('account.title'), to: '/account' })}>
      <PageTitle title={title} lead={t('saved.lead')} />
      {done === 'changed' && <Notice tone="calm" role="status" className="mt-4">{t('saved.done.changed')}</Notice>}
      {removed !== null && <Notice tone="calm" role="status" className="mt-4" title={t('saved.done.removed')} actions={[{ to: removed ? `/search?${removed}#save` : '/search#save', label: t('saved.done.removed.back') }]} />}
      {rows.length === 0 ? (
        <EmptyState title={t('saved.empty')} actions={<Button to="/search">{t('saved.empty.action')}</Button>}>{t('saved.empty.next')}</EmptyState>
      ) : (
        <ResultList label={title}>
          {rows.map(({ search, words }) => (
            <SavedRow key={search.id} search={search} words={words} />
          ))}
        </ResultList>
      )}
    </Page>
  )
}
