import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readContract } from '~/domain/contracts/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { Corrections } from '~/routes-parts/contracts/corrections'
import { Duplicates } from '~/routes-parts/contracts/duplicates'
import { ContractPaper } from '~/routes-parts/contracts/paper'
import { ContractFacts, ContractStory } from '~/routes-parts/contracts/record'
import { stateTone } from '~/routes-parts/contracts/row'
import { ActionPanel, Button, Confirmation, Notice, PageTitle, Sheet, StateTag, useFormat, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, url }) => ({ contract: await readContract(actor, { id: params.id ?? '' }, call), done: url.searchParams.get('done') }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.contract.projectName ?? '', matches)

export default function OwnContract() {
  const { contract, done } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const base = `/workspace/contracts/${contract.id}`
  const crumbs = workspaceCrumbs(t, { label: t('contract.own.title'), to: '/workspace/contracts' })
  if (done === 'reported' && contract.state === 'reported') {
    return (
      <Page current="contracts" crumbs={crumbs}>
        <Confirmation
          title={t('contract.done.title')}
          number={contract.number}
          numberLabel={t('contract.done.number')}
          steps={[
            { what: t('contract.done.review'), when: contract.reviewDueOn && t('contract.done.review.when', { date: format.date(contract.reviewDueOn) }) },
            { what: t('contract.done.register') },
            { what: t('contract.done.counted') },
          ]}
        >
          <p className="mt-6"><Button to={base}>{t('contract.done.view')}</Button></p>
        </Confirmation>
      </Page>
    )
  }
  const { can } = contract
  return (
    <Page current="contracts" crumbs={crumbs}>
      <PageTitle title={contract.projectName} sub={[<StateTag key="state" tone={stateTone[contract.state]}>{t(`contract.state.${contract.state}`)}</StateTag>, contract.number]} />
      {done === 'saved' && <Notice tone="calm" role="status" className="mt-4">{t('contract.done.saved')}</Notice>}
      {done === 'resubmitted' && <Notice tone="calm" role="status" className="mt-4">{t('contract.done.resubmitted')}</Notice>}
      <Corrections items={contract.corrections.filter((item) => !item.resolved)} />
      <Sheet
        aside={
          <>
            {can.edit && (
              <ActionPanel title={t('contract.check.title')} action={{ to: `${base}/check`, label: t(can.resubmit ? 'contract.check.resubmit' : 'contract.form.check') }} note={t('contract.check.note', { days: contract.reviewDays })}>
                <p className="mt-3"><Button to={`${base}/edit`}>{t('common.edit')}</Button></p>
              </ActionPanel>
            )}
            <ContractFacts contract={contract} base="/workspace/contracts" />
            <Duplicates suspects={contract.suspects} base="/workspace/contracts" />
          </>
        }
      >
        <ContractPaper contract={contract} />
        <ContractStory contract={contract} />
      </Sheet>
    </Page>
  )
}
