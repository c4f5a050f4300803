import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forbidden } from '~/domain/kernel/errors'
import { readScenario, scenarioChoices } from '~/domain/scenarios/read.server'
import { updateScenario } from '~/domain/scenarios/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { ScenarioForm } from '~/routes-parts/scenarios/form'
import { formValuesOf } from '~/routes-parts/scenarios/stored'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, t }) => {
  const scenario = await readScenario(actor, { id: params.id ?? '' }, call)
  if (!scenario.can.edit) throw forbidden()
  return { title: t('scenario.edit.title'), id: scenario.recordId, version: scenario.version, stored: formValuesOf(scenario), choices: await scenarioChoices(actor, {}, call) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, params, call, context }) => {
  await updateScenario(actor, { ...values, id: params.id }, call)
  return go(context, `/workspace/scenarios/${params.id}?done=updated`)
})

export default function EditScenario() {
  const { title, id, version, choices, stored } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page current="scenarios" crumbs={workspaceCrumbs(t, { label: t('scenario.own.title'), to: '/workspace/scenarios' }, { label: stored.texts.title ?? '', to: `/workspace/scenarios/${id}` })}>
      <PageTitle title={title} />
      <ScenarioForm stored={stored} choices={choices} back={back} version={version} />
    </Page>
  )
}
