import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { labels } from '~/domain/district/service.server'
import { needQueue } from '~/domain/needs/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { NeedRow } from '~/routes-parts/needs/row'
import { EmptyState, PageTitle, ResultList, Section, useT, useUi } from '~/ui'

export const loader = page('staff', async ({ actor, call, t, context }) => ({ title: t('need.review.title'), ...(await needQueue(actor, {}, call)), fields: Object.fromEntries(await labels('field', context.locale)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function NeedQueue() {
  const { waiting, returned, latest, fields, title } = useLoaderData<typeof loader>()
  const t = useT()
  const { now } = useUi()
  const waited = (since: string) => Math.floor((now.getTime() - new Date(since).getTime()) / 86_400_000)
  const list = (rows: typeof waiting) => (
    <ResultList>
      {rows.map((need) => (
        <NeedRow key={need.id} need={need} fields={fields} to={`/bureau/needs/${need.number}`} note={need.status === 'submitted' && need.submittedAt ? (waited(need.submittedAt) > 0 ? t('need.review.waiting', { days: waited(need.submittedAt) }) : t('need.review.today')) : undefined} />
      ))}
    </ResultList>
  )
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }]}>
      <PageTitle title={title} lead={t('need.review.due')} />
      {waiting.length === 0 ? <EmptyState title={t('need.review.empty')}>{t('need.review.empty.next')}</EmptyState> : list(waiting)}
      {returned.length > 0 && <Section id="returned" title={t('need.review.returned')}>{list(returned)}</Section>}
      {latest.length > 0 && <Section id="latest" title={t('need.review.latest')}>{list(latest)}</Section>}
    </Page>
  )
}
