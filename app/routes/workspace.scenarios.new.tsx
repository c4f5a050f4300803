import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { yearOf, quarterOf } from '~/domain/kernel/time'
import { scenarioChoices } from '~/domain/scenarios/read.server'
import { createScenario } from '~/domain/scenarios/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { ScenarioForm } from '~/routes-parts/scenarios/form'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, t, context }) => {
  const choices = await scenarioChoices(actor, {}, call)
  const texts: Record<string, string> = { year: String(yearOf(context.now)), batch: String(quarterOf(context.now)), side: 'government' }
  const [only] = choices.leads.length === 1 ? choices.leads : []
  if (only) texts.leadId = only.value
  return { title: t('scenario.new.title'), choices, stored: { texts, responsibleIds: [] } }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, call, context }) => {
  const { id } = await createScenario(actor, values, call)
  return go(context, `/workspace/scenarios/${id}?done=saved`)
})

export default function NewScenario() {
  const { title, choices, stored } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page current="scenarios" crumbs={workspaceCrumbs(t, { label: t('scenario.own.title'), to: '/workspace/scenarios' })}>
      <PageTitle title={title} />
      <ScenarioForm stored={stored} choices={choices} back={back} />
    </Page>
  )
}
