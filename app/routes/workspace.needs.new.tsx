import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { needChoices } from '~/domain/needs/choices.server'
import { createNeed } from '~/domain/needs/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { NeedForm } from '~/routes-parts/needs/form'
import { newNeedValues } from '~/routes-parts/needs/stored'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, t }) => {
  const { choices, deadline } = await needChoices(actor, {}, call)
  return { title: t('need.new.title'), choices, stored: newNeedValues(t, new Date(deadline)) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, intent, call, context }) => {
  const { number } = await createNeed(actor, values, call)
  return go(context, intent === 'check' ? `/workspace/needs/${number}/check` : `/workspace/needs/${number}?done=saved`)
})

export default function NewNeed() {
  const { title, choices, stored } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page current="needs" crumbs={workspaceCrumbs(t, { label: t('need.own.title'), to: '/workspace/needs' })}>
      <PageTitle title={title} />
      <NeedForm stored={stored} choices={choices} back={back} />
    </Page>
  )
}
