import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { certificateHistory } from '~/domain/brokers/read.server'
import { activateBroker, suspendBroker, verifyBroker } from '~/domain/brokers/service.server'
import { brokerFunnel, brokerPage } from '~/domain/desk/broker.server'
import { labels } from '~/domain/district/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { bureauCrumbs } from '~/routes-parts/accounts/crumbs'
import { BrokerFunnel } from '~/routes-parts/brokers/funnel'
import { BrokerFacts, BrokerFigures, BrokerTag, CertificateLog } from '~/routes-parts/brokers/record'
import { StepLog } from '~/routes-parts/organisations/detail'
import { ReviewPanel, type Decision } from '~/routes-parts/organisations/review'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, Part, ProseText, Sheet, SideActions, useT } from '~/ui'

export const loader = page('staff', async ({ actor, call, context, params, url }) => {
  const id = params.id ?? ''
  return { ...(await brokerPage(actor, { id }, call)), funnel: await brokerFunnel(actor, { id }, call), changes: await certificateHistory(actor, { id }, call), fieldNames: Object.fromEntries(await labels('field', context.locale)), done: url.searchParams.get('done') }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.broker.name ?? '', matches)

const steps = { verify: verifyBroker, activate: activateBroker, suspend: suspendBroker } as const

export const action = acting('staff', async ({ actor, values, intent, params, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, { id: params.id ?? '', version: values.version, reason: values.reason }, call)
  return go(context, `/bureau/brokers/${params.id}?done=${step}`)
})

export default function ReviewBroker() {
  const { broker, figures, funnel, changes, fieldNames, done } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const { can, state } = broker
  const said = `broker.done.${done}`
  const decisions: Decision[] = []
  if (can.verify) decisions.push({ intent: 'verify', label: t('broker.action.verify') })
  if (can.activate) decisions.push({ intent: 'activate', label: t('broker.action.activate') })
  if (can.suspend) decisions.push({ intent: 'suspend', label: t(state === 'applied' ? 'broker.action.refuse' : 'broker.action.suspend'), reason: true, stop: true })
  return (
    <Page current="bureau" crumbs={bureauCrumbs(t, { label: t('broker.desk.title'), to: '/bureau/brokers' })}>
      <PageTitle title={broker.name} sub={[<BrokerTag key="state" state={state} />, t(`broker.kind.${broker.kind}`), broker.number]} />
      {!back && isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4" actions={[{ to: '/bureau/brokers', label: t('review.next') }]}>{t(said, { number: broker.number })}</Notice>}
      {state === 'expired' && <Notice className="mt-4">{t('broker.review.expired')}</Notice>}
      {state === 'suspended' && broker.stateReason && <Notice tone="stop" className="mt-4" title={t('broker.reason.title')}>{broker.stateReason}</Notice>}
      <Sheet
        aside={
          <>
            <ReviewPanel version={broker.version} decisions={decisions} back={back} note={t('broker.review.note')} nothing={t('organisation.review.nothing')} />
            <BrokerFacts broker={broker} fieldNames={fieldNames} />
            {broker.public && <SideActions links={[{ to: `/brokers/${broker.number}`, label: t('organisation.public_page') }]} />}
          </>
        }
      >
        {changes.length > 0 && <Part title={t('broker.changes')}><CertificateLog entries={changes} /></Part>}
        <Part title={t('directory.summary')}>{broker.summary ? <ProseText text={broker.summary} /> : <p className="text-ink-soft">{t('organisation.summary.empty')}</p>}</Part>
        <Part title={t('broker.figures')}><BrokerFigures figures={figures} /></Part>
        <Part title={t('broker.funnel')} id="funnel"><BrokerFunnel rows={funnel} /></Part>
        {broker.steps.length > 0 && <Part title={t('organisation.log')}><StepLog steps={broker.steps} entity="broker" /></Part>}
      </Sheet>
    </Page>
  )
}
