import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { brokerPage } from '~/domain/desk/broker.server'
import { labels } from '~/domain/district/service.server'
import { similarTo } from '~/domain/searching/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { BrokerFacts, BrokerFigures } from '~/routes-parts/brokers/record'
import { Near } from '~/routes-parts/search/near'
import { Notice, PageTitle, Part, ProseText, Sheet, SideActions, useT } from '~/ui'

/** A broker is like another in what they say first, in characters. */
const said = 80

export const loader = page('public', async ({ actor, call, context, params }) => {
  const read = await brokerPage(actor, { id: params.id ?? '' }, call)
  const { number, summary, fields } = read.broker
  // Records are written in Chinese, whatever the reader's language.
  const written = await labels('field', 'zh-CN')
  const near = read.broker.public ? await similarTo({ type: 'broker', id: number, title: summary.slice(0, said), keywords: fields.map((field) => written.get(field) ?? '') }, context.now, { types: ['broker'] }) : []
  return { ...read, near, fieldNames: Object.fromEntries(await labels('field', context.locale)) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.broker.name ?? '', matches)

export default function Detail() {
  const { broker, near, figures, fieldNames } = useLoaderData<typeof loader>()
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
        <Near hits={near} />
      </Sheet>
    </Page>
  )
}
