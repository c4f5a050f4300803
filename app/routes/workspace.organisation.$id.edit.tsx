import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { placeChoices } from '~/domain/district/choices.server'
import { forbidden } from '~/domain/kernel/errors'
import { readOrganisation } from '~/domain/organisations/read.server'
import { updateOrganisation } from '~/domain/organisations/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { OrganisationForm } from '~/routes-parts/organisations/form'
import { formValuesOf } from '~/routes-parts/organisations/stored'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, params, t }) => {
  const organisation = await readOrganisation(actor, { id: params.id ?? '' }, call)
  if (!organisation.can.edit) throw forbidden()
  return { title: t('organisation.edit.title'), id: organisation.id, name: organisation.name, verified: organisation.verification === 'verified', version: organisation.version, stored: formValuesOf(organisation), choices: await placeChoices(context.locale) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, params, call, context }) => {
  const { again } = await updateOrganisation(actor, { ...values, id: params.id }, call)
  return go(context, `/workspace/organisation/${params.id}?done=${again ? 'again' : 'updated'}`)
})

export default function EditOrganisation() {
  const { title, id, name, verified, version, stored, choices } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page crumbs={workspaceCrumbs(t, { label: t('organisation.own.title'), to: '/workspace/organisation' }, { label: name, to: `/workspace/organisation/${id}` })}>
      <PageTitle title={title} />
      <OrganisationForm stored={stored} choices={choices} back={back} version={version} note={verified ? t('organisation.edit.note') : undefined} />
    </Page>
  )
}
