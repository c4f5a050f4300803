import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { applicationStates } from '~/domain/applications/schema'
import { applicationQueue } from '~/domain/applications/service.server'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { ApplicationRows } from '~/routes-parts/applications/rows'
import { withParams } from '~/routes-parts/shared/lists'
import { EmptyState, PageTitle, Pagination, Tabs, useFormat, useT, useUi } from '~/ui'

export const loader = page('staff', async ({ actor, call, request, t }) => ({ title: t('application.queue.title'), ...(await applicationQueue(actor, queryValues(request.url), call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function ApplicationQueue() {
  const { rows, total, pages, filter, title } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const { search } = useUi()
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }]}>
      <PageTitle title={title} lead={t('application.queue.count', { count: format.count(total) })} />
      <Tabs small label={t('application.queue.state')} items={[{ to: '/bureau/applications', label: t('common.all'), current: filter.state === null }, ...applicationStates.filter((state) => state !== 'draft').map((state) => ({ to: `/bureau/applications?state=${state}`, label: t(`application.state.${state}`), current: filter.state === state }))]} />
      {rows.length === 0 ? <EmptyState title={t('application.queue.empty')}>{t('application.queue.empty.next')}</EmptyState> : <ApplicationRows rows={rows} />}
      <Pagination page={filter.page} pages={pages} total={total} from={(filter.page - 1) * 20 + 1} to={Math.min(filter.page * 20, total)} hrefFor={(number) => withParams('/bureau/applications', search, { page: number === 1 ? null : String(number) })} />
    </Page>
  )
}
