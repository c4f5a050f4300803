import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forbidden } from '~/domain/kernel/errors'
import { peopleDesk, profileChoices } from '~/domain/people/read.server'
import { addResearcher } from '~/domain/people/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { PersonForm } from '~/routes-parts/people/form'
import { newPerson } from '~/routes-parts/people/stored'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, t }) => {
  const { organisation, can } = await peopleDesk(actor, { organisationId: params.id ?? '' }, call)
  if (!can.add) throw forbidden()
  return { title: t('person.of.add'), organisation, choices: await profileChoices(actor, {}, call), stored: newPerson({ listed: organisation.verified ? 'on' : '' }) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, params, call, context }) => {
  const { number } = await addResearcher(actor, { ...values, organisationId: params.id }, call)
  return go(context, `/workspace/organisation/${params.id}/people?done=added&number=${number}`)
})

export default function AddPerson() {
  const { title, organisation, choices, stored } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const path = `/workspace/organisation/${organisation.id}`
  return (
    <Page crumbs={workspaceCrumbs(t, { label: organisation.name, to: path }, { label: t('person.of.title'), to: `${path}/people` })}>
      <PageTitle title={title} lead={t('person.of.add.lead', { name: organisation.name })} />
      <PersonForm stored={stored} choices={choices} back={back} fixed={organisation} save={t('person.of.add.save')} note={t('person.of.note')} />
    </Page>
  )
}
