import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { assistContractForm, readContract, reviewSettings, updateContract } from '~/domain/contracts/service.server'
import { industryChoices, termChoices } from '~/domain/district/service.server'
import { forbidden } from '~/domain/kernel/errors'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { Corrections } from '~/routes-parts/contracts/corrections'
import { ContractForm } from '~/routes-parts/contracts/form'
import { assisted } from '~/routes-parts/contracts/steps'
import { storedValues } from '~/routes-parts/contracts/stored'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, params, t }) => {
  const contract = await readContract(actor, { id: params.id ?? '' }, call)
  if (!contract.can.edit) throw forbidden()
  return {
    title: t('contract.form.edit'),
    contract,
    choices: { fields: await termChoices('field', context.locale), objectives: await termChoices('objective', context.locale), industries: await industryChoices(context.locale) },
    settings: await reviewSettings(),
  }
})
export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => titled(loaded?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  if (intent !== 'draft' && intent !== 'check') return data({ assisted: await assistContractForm(actor, { intent, values }, call) })
  const { id } = await updateContract(actor, { ...values, id: params.id }, call)
  return go(context, intent === 'check' ? `/workspace/contracts/${id}/check` : `/workspace/contracts/${id}?done=saved`)
})

export default function EditContract() {
  const { title, contract, choices, settings } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const back = returned(answer)
  const step = assisted(answer)
  const origin = contract.source !== 'outside' && contract.originTitle ? { source: contract.source, title: contract.originTitle, number: contract.needNumber ?? contract.scenarioSerial, broker: contract.broker?.name ?? null } : null
  return (
    <Page current="contracts" crumbs={workspaceCrumbs(t, { label: t('contract.own.title'), to: '/workspace/contracts' }, { label: contract.number ?? contract.projectName, to: `/workspace/contracts/${contract.id}` })}>
      <PageTitle title={title} sub={[contract.number, contract.projectName]} />
      <Corrections items={contract.corrections.filter((item) => !item.resolved)} />
      <ContractForm values={back?.values ?? step?.values ?? storedValues(contract)} back={back} found={step?.found ?? null} choices={choices} origin={origin} settings={settings} suspects={contract.suspects} correcting={contract.state === 'correction_requested'} />
    </Page>
  )
}
