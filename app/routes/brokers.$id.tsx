import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { brokerPage } from '~/domain/desk/broker.server'
import { labels } from '~/domain/district/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { BrokerFacts, BrokerFigures } from '~/routes-parts/brokers/record'
import { Notice, PageTitle, Part, ProseText, Sheet, SideActions, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, context, params }) => ({ ...(await brokerPage(actor, { id: params.id ?? '' }, call)), fieldNames: Object.fromEntries(await labels('field', context.locale)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.broker.name ?? '', matches)

export default function Detail() {
  const { broker, figures, fieldNames } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page current="achievements" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('directory.brokers'), to: '/brokers' }]}>
      <PageTitle title={broker.name} sub={[t(`broker.kind.${broker.kind}`), t(`grade.${broker.grade}`), broker.number]} />
      {!broker.public && <Notice className="mt-4">{t('broker.only_you')}</Notice>}
      <Sheet
        aside={
          <>
            <BrokerFacts broker={broker} fieldNames={fieldNames} />
            {broker.can.edit && <SideActions links={[{ to: '/workspace/broker', label: t('common.edit') }]} />}
          </>
        }
      >
        {broker.summary && <Part title={t('directory.summary')}><ProseText text={broker.summary} /></Part>}
        <Part title={t('broker.figures')}><BrokerFigures figures={figures} /></Part>
      </Sheet>
    </Page>
  )
}
