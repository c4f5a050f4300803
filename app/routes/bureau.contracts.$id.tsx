import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { amendContract, approveFirst, mergeContract, readContract, refuseContract, registerContract, requestCorrection, revokeContract, setDisputed, startReview, terminateContract } from '~/domain/contracts/service.server'
import { unmergeContract } from '~/domain/contracts/apart.server'
import { siteOf } from '~/domain/district/service.server'
import { dayOf } from '~/domain/kernel/time'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { Corrections } from '~/routes-parts/contracts/corrections'
import { Duplicates } from '~/routes-parts/contracts/duplicates'
import { ContractPaper } from '~/routes-parts/contracts/paper'
import { ContractFacts, ContractStory } from '~/routes-parts/contracts/record'
import { ContractReview } from '~/routes-parts/contracts/review'
import { stateTone } from '~/routes-parts/contracts/row'
import { scoped } from '~/routes-parts/contracts/values'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, Sheet, StateTag, useT } from '~/ui'

export const loader = page('staff', async ({ actor, call, context, params, url }) => ({
  contract: await readContract(actor, { id: params.id ?? '' }, call),
  done: url.searchParams.get('done'),
  today: dayOf(context.now),
  office: (await siteOf('zh-CN')).bureau,
}))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.contract.projectName ?? '', matches)

const steps = { start: startReview, correction: requestCorrection, first: approveFirst, register: registerContract, refuse: refuseContract, dispute: setDisputed, merge: mergeContract, unmerge: unmergeContract, amend: amendContract, terminate: terminateContract, revoke: revokeContract } as const

export const action = acting('staff', async ({ actor, values, intent, params, call, context }) => {
  const step = steps[stepOf(steps, intent)]
  await (step as typeof startReview)(actor, { ...scoped(values, intent), id: params.id ?? '' }, call)
  return go(context, `/bureau/contracts/${params.id}?done=${intent === 'register' ? 'register_done' : intent}`)
})

export default function ReviewContract() {
  const { contract, done, today, office } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const said = `contract.done.${done}`
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }, { label: t('contract.queue.title'), to: '/bureau/contracts' }]}>
      <PageTitle title={contract.projectName} sub={[<StateTag key="state" tone={stateTone[contract.state]}>{t(`contract.state.${contract.state}`)}</StateTag>, contract.number]} />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said)}</Notice>}
      <Corrections items={contract.corrections.filter((item) => !item.resolved)} />
      <Sheet
        aside={
          <>
            <ContractReview contract={contract} back={back} today={today} office={office} />
            <Duplicates suspects={contract.suspects} base="/bureau/contracts" />
            <ContractFacts contract={contract} base="/bureau/contracts" />
          </>
        }
      >
        <ContractPaper contract={contract} />
        <ContractStory contract={contract} />
      </Sheet>
    </Page>
  )
}
