import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contractsFrom } from '~/domain/contracts/service.server'
import { decidePhase, readApplication, returnApplication, scoreApplication, shortlistApplication, takeUnderReview, withdrawApplication } from '~/domain/applications/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { LinkedContracts } from '~/routes-parts/contracts/linked'
import { ApplicationDesk } from '~/routes-parts/applications/desk'
import { ApplicationFacts, ApplicationText } from '~/routes-parts/applications/record'
import { applicationTone } from '~/routes-parts/applications/rows'
import { ApplicationWay } from '~/routes-parts/applications/way'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, Sheet, StateTag, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, url }) => {
  const read = await readApplication(actor, { id: params.id ?? '' }, call)
  return { ...read, contracts: await contractsFrom(actor, { from: 'applicationId', id: read.application.id }, call), done: url.searchParams.get('done') }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.application.number ?? '', matches)

const steps = { withdraw: withdrawApplication, return: returnApplication, takeOn: takeUnderReview, shortlist: shortlistApplication, score: scoreApplication, phase: decidePhase } as const
const done = { withdraw: 'withdrawn', return: 'returned', takeOn: 'takenOn', shortlist: 'shortlisted', score: 'scored', phase: 'phase' } as const

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, { ...values, id: params.id }, call)
  return go(context, `/workspace/applications/${params.id}?done=${done[step]}`)
})

export default function ApplicationPage() {
  const data = useLoaderData<typeof loader>()
  const { application, contact, can, scores, way } = data
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const said = `application.done.${data.done}`
  const { target } = application
  // Who chooses came from the need or scenario, the applicant from their list.
  const from = can.ownDesk ? { label: target.title, to: `/workspace/${target.kind === 'need' ? 'needs' : 'scenarios'}/${target.address}` } : { label: t('application.own.title'), to: '/workspace/applications' }
  return (
    <Page crumbs={workspaceCrumbs(t, from)}>
      <PageTitle title={application.target.title} sub={[<StateTag key="state" tone={applicationTone[application.state]}>{t(`application.state.${application.state}`)}</StateTag>, application.applicant, application.number]} />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said, { number: application.number })}</Notice>}
      {application.reason && (application.state === 'returned' || application.state === 'not_selected') && <Notice tone="stop" className="mt-4" title={t('application.reason')}>{application.reason}</Notice>}
      <Sheet aside={<><ApplicationDesk application={application} can={{ ...can, contract: can.contract && data.contracts.length === 0 }} scores={scores} back={back} /><ApplicationFacts application={application} contact={contact} /></>}>
        <ApplicationWay way={way} steps={data.steps} state={application.state} answerBy={data.answerBy} open={data.open} deadline={application.target.deadline} />
        <ApplicationText application={application} />
        <LinkedContracts contracts={data.contracts} />
      </Sheet>
    </Page>
  )
}
