import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reapplyAsBroker } from '~/domain/brokers/service.server'
import { brokerDesk } from '~/domain/desk/broker.server'
import { labels } from '~/domain/district/service.server'
import { notFound } from '~/domain/kernel/errors'
import { action as acting, go, page } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { BrokerDeals } from '~/routes-parts/brokers/deals'
import { BrokerFunnel } from '~/routes-parts/brokers/funnel'
import { BrokerFacts, BrokerFigures, BrokerTag } from '~/routes-parts/brokers/record'
import { StepLog } from '~/routes-parts/organisations/detail'
import { returned } from '~/routes-parts/shared/refused'
import { ActionPanel, Button, EmptyState, Notice, PageTitle, Part, ProseText, Sheet, SideActions, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, t, url }) => ({ title: t('broker.own.title'), desk: await brokerDesk(actor, {}, call), fieldNames: Object.fromEntries(await labels('field', context.locale)), done: url.searchParams.get('done') }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, call, context }) => {
  const desk = await brokerDesk(actor, {}, call)
  if (!desk) throw notFound()
  await reapplyAsBroker(actor, { id: desk.broker.number }, call)
  return go(context, '/workspace/broker?done=reapplied')
})

export default function OwnBroker() {
  const { title, desk, fieldNames, done } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  if (!desk) {
    return (
      <Page crumbs={workspaceCrumbs(t)}>
        <PageTitle title={title} />
        <EmptyState title={t('broker.own.empty')} actions={<Button variant="main" to="/workspace/broker/edit">{t('broker.own.apply')}</Button>}>{t('broker.own.empty.next')}</EmptyState>
      </Page>
    )
  }
  const { broker, figures, funnel, ...deals } = desk
  const { state, can } = broker
  const said = `broker.done.${done}`
  return (
    <Page crumbs={workspaceCrumbs(t)}>
      <PageTitle title={broker.name} sub={[<BrokerTag key="state" state={state} />, t(`grade.${broker.grade}`), broker.number]} />
      {!back && isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said, { number: broker.number })}</Notice>}
      {back && <Notice tone="stop" role="alert" className="mt-4">{back.message}</Notice>}
      {state === 'suspended' && broker.stateReason && <Notice tone="stop" className="mt-4" title={t('broker.reason.title')}>{broker.stateReason}</Notice>}
      <Sheet
        aside={
          <>
            <ActionPanel title={t('ui.next')} note={t(`broker.state.${state}.next`)}>
              <form method="post" className="flex flex-wrap gap-3">
                {can.reapply && <Button variant="main">{t('broker.own.reapply')}</Button>}
                <Button variant={state === 'expired' ? 'main' : 'plain'} to="/workspace/broker/edit">{t(state === 'expired' ? 'broker.own.renew' : 'broker.own.edit')}</Button>
              </form>
            </ActionPanel>
            <BrokerFacts broker={broker} fieldNames={fieldNames} />
            {broker.public && <SideActions links={[{ to: `/brokers/${broker.number}`, label: t('person.own.public') }]} />}
          </>
        }
      >
        <Part title={t('broker.figures')}><BrokerFigures figures={figures} /></Part>
        <Part title={t('broker.funnel')} id="funnel"><BrokerFunnel rows={funnel} /></Part>
        {broker.summary && <Part title={t('directory.summary')}><ProseText text={broker.summary} /></Part>}
        {broker.steps.length > 0 && <Part title={t('organisation.log')}><StepLog steps={broker.steps} entity="broker" /></Part>}
      </Sheet>
      <BrokerDeals {...deals} active={state === 'active'} />
    </Page>
  )
}
