import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { needChoices } from '~/domain/needs/choices.server'
import { needForm, updateNeed } from '~/domain/needs/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { NeedForm } from '~/routes-parts/needs/form'
import { storedNeed } from '~/routes-parts/needs/stored'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, t }) => {
  const { need, contact, confidential } = await needForm(actor, { id: params.id ?? '' }, call)
  const { choices } = await needChoices(actor, {}, call)
  return { title: t('need.edit.title'), number: need.number, heading: need.title, version: need.version, published: need.status === 'published' || need.status === 'closed', choices, stored: storedNeed(need, contact, confidential) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  await updateNeed(actor, { ...values, id: params.id }, call)
  return go(context, intent === 'check' ? `/workspace/needs/${params.id}/check` : `/workspace/needs/${params.id}?done=${intent === 'save' && values.published === 'on' ? 'updated' : 'saved'}`)
})

export default function EditNeed() {
  const { title, number, heading, version, published, choices, stored } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page current="needs" crumbs={workspaceCrumbs(t, { label: t('need.own.title'), to: '/workspace/needs' }, { label: heading, to: `/workspace/needs/${number}` })}>
      <PageTitle title={title} />
      <NeedForm stored={stored} choices={choices} back={back} version={version} published={published} />
    </Page>
  )
}
