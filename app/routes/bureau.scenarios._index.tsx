import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { reviewQueue } from '~/domain/scenarios/read.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { ScenarioRow } from '~/routes-parts/scenarios/row'
import { EmptyState, PageTitle, ResultList, useT, useUi } from '~/ui'

export const loader = page('staff', async ({ actor, call, t }) => ({ title: t('scenario.review.title'), rows: await reviewQueue(actor, {}, call) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function ScenarioQueue() {
  const { rows, title } = useLoaderData<typeof loader>()
  const t = useT()
  const { now } = useUi()
  const waited = (since: string) => Math.max(0, Math.floor((now.getTime() - new Date(since).getTime()) / 86_400_000))
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }]}>
      <PageTitle title={title} />
      {rows.length === 0 ? (
        <EmptyState title={t('scenario.review.empty')} />
      ) : (
        <ResultList>
          {rows.map((scenario) => (
            <ScenarioRow key={scenario.id} scenario={scenario} to={`/bureau/scenarios/${scenario.id}`} workspace note={scenario.submittedAt ? t('scenario.review.waiting', { days: waited(scenario.submittedAt) }) : undefined} />
          ))}
        </ResultList>
      )}
    </Page>
  )
}
