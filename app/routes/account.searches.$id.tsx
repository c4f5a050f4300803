import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeSearch, readSearch, removeSearch } from '~/domain/saved-searches/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { SearchFields } from '~/routes-parts/search/save'
import { returned } from '~/routes-parts/shared/refused'
import { Button, FormEnd, HiddenField, Link, Note, PageTitle, Section, useFormat, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, t }) => {
  const search = await readSearch(actor, { id: params.id ?? '' }, call)
  return { title: t('saved.edit.title', { name: search.name }), search, email: actor.email ?? '' }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const steps = { change: changeSearch, remove: removeSearch }

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  const id = params.id ?? ''
  if (stepOf(steps, intent) === 'remove') {
    const { query } = await removeSearch(actor, { id }, call)
    return go(context, `/account/searches?removed=${encodeURIComponent(query)}`)
  }
  await changeSearch(actor, { ...values, id }, call)
  return go(context, '/account/searches?done=changed')
})

export default function EditSearch() {
  const { title, search, email } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const format = useFormat()
  return (
    <Page crumbs={workspaceCrumbs(t, { label: t('account.title'), to: '/account' }, { label: t('saved.title'), to: '/account/searches' })}>
      <PageTitle title={title} sub={[search.mailedAt ? t('saved.mailed', { time: format.dateTime(new Date(search.mailedAt)), count: format.count(search.mailedCount) }) : t('saved.mailed.never'), <Link key="open" to={search.query ? `/search?${search.query}` : '/search'}>{t('saved.edit.open')}</Link>]} />
      <form method="post" noValidate className="mt-6 max-w-measure">
        <HiddenField name="version" value={String(search.version)} />
        <SearchFields back={back?.intent === 'change' ? back : null} name={search.name} frequency={search.frequency} />
        <FormEnd note={t(`saved.when.${search.frequency}`, { email })}>
          <Button variant="main" name="intent" value="change">{t('common.save')}</Button>
        </FormEnd>
      </form>
      <Section title={t('saved.remove')} id="remove">
        <form method="post" className="max-w-measure">
          <Note className="mt-3">{t('saved.remove.note')}</Note>
          <Button variant="stop" name="intent" value="remove" className="mt-4">{t('saved.remove.action')}</Button>
        </form>
      </Section>
    </Page>
  )
}
