import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { labels } from '~/domain/district/service.server'
import { peopleDesk } from '~/domain/people/read.server'
import { setListing } from '~/domain/people/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { PeopleRow } from '~/routes-parts/people/rows'
import { returned } from '~/routes-parts/shared/refused'
import { Button, EmptyState, Notice, PageTitle, ResultList, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, params, t, url }) => {
  const desk = await peopleDesk(actor, { organisationId: params.id ?? '' }, call)
  const { done, number } = Object.fromEntries(url.searchParams)
  return { ...desk, title: t('person.of', { name: desk.organisation.name }), fields: Object.fromEntries(await labels('field', context.locale)), done, number: number ?? '' }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, params, call, context }) => {
  const { number } = await setListing(actor, { id: String(values.person ?? ''), version: values.version, listed: values.listed }, call)
  return go(context, `/workspace/organisation/${params.id}/people?done=${values.listed === 'on' ? 'listed' : 'unlisted'}&number=${number}`)
})

export default function OrganisationPeople() {
  const { title, organisation, people, can, fields, done, number } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const said = `person.done.${done}`
  const path = `/workspace/organisation/${organisation.id}`
  const add = can.add && <Button variant="main" to={`${path}/people/new`}>{t('person.of.add')}</Button>
  return (
    <Page crumbs={workspaceCrumbs(t, { label: t('organisation.own.title'), to: '/workspace/organisation' }, { label: organisation.name, to: path })}>
      <PageTitle title={title} lead={t('person.of.lead')} />
      {!back && isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said, { number })}</Notice>}
      {back && <Notice tone="stop" role="alert" className="mt-4">{back.errors.listed ?? back.message}</Notice>}
      {!organisation.verified && <Notice className="mt-4">{t('person.organisation_not_verified')}</Notice>}
      {people.length === 0 ? (
        <EmptyState title={t('person.of.empty')} actions={add}>{t(can.add ? 'person.of.empty.next' : 'person.of.ask')}</EmptyState>
      ) : (
        <>
          {add && <p className="mt-6">{add}</p>}
          <ResultList label={title}>
            {people.map((person) => (
              <PeopleRow key={person.id} person={person} fields={fields} to={can.edit ? `${path}/people/${person.number}` : `/experts/${person.number}`} canEdit={can.edit} />
            ))}
          </ResultList>
        </>
      )}
    </Page>
  )
}
