import { randomUUID } from 'node:crypto'
import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { assistContractForm, createContract, prefillContract, reviewSettings } from '~/domain/contracts/service.server'
import { industryChoices, termChoices } from '~/domain/district/service.server'
import { queryValues } from '~/http/form.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { ContractForm } from '~/routes-parts/contracts/form'
import { newValues } from '~/routes-parts/contracts/stored'
import { assisted } from '~/routes-parts/contracts/steps'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, request, t }) => {
  const origin = await prefillContract(actor, queryValues(request.url), call)
  return {
    title: t('contract.form.new'),
    values: newValues(randomUUID(), origin),
    origin: origin && { source: origin.source === 'need' ? ('need' as const) : ('scenario' as const), title: origin.title, number: origin.needNumber ?? origin.scenarioSerial, broker: origin.broker?.name ?? null },
    choices: { fields: await termChoices('field', context.locale), objectives: await termChoices('objective', context.locale), industries: await industryChoices(context.locale) },
    settings: await reviewSettings(),
  }
})
export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => titled(loaded?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, intent, call, context }) => {
  if (intent !== 'draft' && intent !== 'check') return data({ assisted: await assistContractForm(actor, { intent, values }, call) })
  const { id } = await createContract(actor, values, call)
  return go(context, intent === 'check' ? `/workspace/contracts/${id}/check` : `/workspace/contracts/${id}?done=saved`)
})

export default function NewContract() {
  const { title, values, origin, choices, settings } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const back = returned(answer)
  const step = assisted(answer)
  return (
    <Page current="contracts" crumbs={workspaceCrumbs(t, { label: t('contract.own.title'), to: '/workspace/contracts' })}>
      <PageTitle title={title} />
      <ContractForm values={back?.values ?? step?.values ?? values} back={back} found={step?.found ?? null} choices={choices} origin={origin} settings={settings} />
    </Page>
  )
}
