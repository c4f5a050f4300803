import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applicationsOf } from '~/domain/applications/service.server'
import { contractsFrom } from '~/domain/contracts/service.server'
import { forbidden } from '~/domain/kernel/errors'
import { matchesOfTarget } from '~/domain/matching/read.server'
import { standingOfTarget } from '~/domain/matching/standing.server'
import { accessRequests, answerQuestion, cancelNeed, decideAccess, markUnsuccessful, readNeed, withdrawNeed } from '~/domain/needs/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { ApplicationRows } from '~/routes-parts/applications/rows'
import { LinkedContracts } from '~/routes-parts/contracts/linked'
import { TargetPairs } from '~/routes-parts/matching/target'
import { AccessDesk, NeedDesk, QuestionDesk } from '~/routes-parts/needs/desk'
import { NeedFacts, NeedLog, NeedText } from '~/routes-parts/needs/detail'
import { needTone } from '~/routes-parts/needs/row'
import { returned } from '~/routes-parts/shared/refused'
import { EmptyState, Notice, PageTitle, Part, Sheet, StateTag, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, url }) => {
  const read = await readNeed(actor, { id: params.id ?? '' }, call)
  if (!read.can.owner) throw forbidden()
  const { need } = read
  const listed = need.publishedAt !== null
  return {
    ...read,
    done: url.searchParams.get('done'),
    applications: listed ? await applicationsOf(actor, { kind: 'need', target: need.number }, call) : null,
    requests: need.confidentialSummary ? await accessRequests(actor, { id: need.id }, call) : [],
    contracts: await contractsFrom(actor, { from: 'needId', id: need.id }, call),
    pairs: listed ? await matchesOfTarget(actor, { kind: 'need', id: need.id }, call) : [],
    standing: listed ? await standingOfTarget(actor, { kind: 'need', id: need.id }, call) : null,
  }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.need.title ?? '', matches)

const steps = { withdraw: withdrawNeed, cancel: cancelNeed, markUnsuccessful, answer: answerQuestion, access: decideAccess } as const
const done = { withdraw: 'withdrawn', cancel: 'cancelled', markUnsuccessful: 'unsuccessful', answer: 'answered', access: 'decided' } as const

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, { ...values, id: params.id }, call)
  return go(context, `/workspace/needs/${params.id}?done=${done[step]}`)
})

export default function OwnNeed() {
  const data = useLoaderData<typeof loader>()
  const { need, labels, contact, can, applications, pairs, standing } = data
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const said = `need.done.${data.done}`
  const winner = need.status === 'awarded' && data.contracts.length === 0 ? (applications?.rows.find(({ state }) => state === 'selected')?.number ?? null) : null
  return (
    <Page current="needs" crumbs={workspaceCrumbs(t, { label: t('need.own.title'), to: '/workspace/needs' })}>
      <PageTitle title={need.title} sub={[<StateTag key="state" tone={needTone[need.status]}>{t(`need.state.${need.status}`)}</StateTag>, need.organisation.name, need.number]} />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said, { number: need.number })}</Notice>}
      {need.status === 'changes_requested' && need.reason && <Notice tone="stop" className="mt-4" title={t('need.review.changed')}>{need.reason}</Notice>}
      <Sheet aside={<><NeedDesk need={need} can={can} mayChoose={applications?.mayChoose ?? false} winner={winner} back={back} /><NeedFacts need={need} labels={labels} contact={contact} /></>}>
        <LinkedContracts contracts={data.contracts} />
        {applications && (
          <Part title={t('need.desk.applications')}>
            {applications.rows.length === 0 ? <EmptyState title={t('need.desk.applications.none')}>{t('need.desk.applications.none.next')}</EmptyState> : <ApplicationRows rows={applications.rows} here />}
          </Part>
        )}
        <TargetPairs pairs={pairs} standing={standing} base="/workspace/matches" />
        <QuestionDesk questions={data.questions} times={data.questionTimes} back={back} />
        {need.confidentialSummary && <AccessDesk requests={data.requests} back={back} />}
        <NeedText need={need} />
        <NeedLog log={data.log} />
      </Sheet>
    </Page>
  )
}
