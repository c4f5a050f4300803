import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readContract, reportContract, resubmitContract } from '~/domain/contracts/service.server'
import { wrongState } from '~/domain/kernel/errors'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { Duplicates } from '~/routes-parts/contracts/duplicates'
import { ContractPaper } from '~/routes-parts/contracts/paper'
import { errorList } from '~/routes-parts/contracts/values'
import { returned } from '~/routes-parts/shared/refused'
import { Button, Checkbox, ErrorSummary, FormEnd, HiddenField, PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, t }) => {
  const contract = await readContract(actor, { id: params.id ?? '' }, call)
  if (!contract.can.report && !contract.can.resubmit) throw wrongState('contract', contract.state, 'reported')
  return { contract, title: t('contract.check.title') }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  const input = { ...values, id: params.id }
  if (stepOf({ report: reportContract, resubmit: resubmitContract }, intent) === 'resubmit') {
    await resubmitContract(actor, input, call)
    return go(context, `/workspace/contracts/${params.id}?done=resubmitted`)
  }
  const { number } = await reportContract(actor, input, call)
  return go(context, `/workspace/contracts/${number}?done=reported`)
})

export default function CheckContract() {
  const { contract, title } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const editTo = `/workspace/contracts/${contract.id}/edit`
  const labels = { 'seller.name': t('contract.side.seller'), 'buyer.name': t('contract.side.buyer'), confirmed: t('contract.check.title') }
  return (
    <Page current="contracts" crumbs={workspaceCrumbs(t, { label: t('contract.own.title'), to: '/workspace/contracts' }, { label: contract.number ?? contract.projectName, to: `/workspace/contracts/${contract.id}` })}>
      <PageTitle title={title} sub={[contract.number, contract.projectName]} />
      <div className="mt-4 max-w-[44em]">
        <ErrorSummary errors={errorList(back, labels).map((error) => (error.field === 'confirmed' ? error : { ...error, field: '' }))} title={t('contract.check.missing')} />
        <Duplicates suspects={contract.suspects} base="/workspace/contracts" />
        <ContractPaper contract={contract} editTo={editTo} />
        <form method="post" noValidate className="mt-8">
          <HiddenField name="version" value={String(contract.version)} />
          <Checkbox name="confirmed" label={t('contract.check.confirm')} error={back?.errors.confirmed} required />
          <FormEnd note={t('contract.check.note', { days: contract.reviewDays })}>
            <Button variant="main" name="intent" value={contract.can.resubmit ? 'resubmit' : 'report'}>{t(contract.can.resubmit ? 'contract.check.resubmit' : 'contract.check.report')}</Button>
            <Button to={editTo}>{t('contract.check.back')}</Button>
          </FormEnd>
        </form>
      </div>
    </Page>
  )
}
