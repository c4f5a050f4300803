import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { matchQueue } from '~/domain/matching/read.server'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { MatchRows } from '~/routes-parts/matching/rows'
import { withParams } from '~/routes-parts/shared/lists'
import { Button, EmptyState, ListBar, PageTitle, Pagination, Tabs, useFormat, useT, useUi } from '~/ui'

export const loader = page('staff', async ({ actor, call, request, t }) => ({ title: t('match.queue.title'), ...(await matchQueue(actor, queryValues(request.url), call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const states = ['suggested', 'notified', 'accepted', 'excluded'] as const

export default function MatchQueue() {
  const { rows, total, page, pageSize, state, title } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const { search } = useUi()
  const [first] = rows
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }]}>
      <PageTitle title={title} />
      <Tabs label={t('match.fact.state')} items={[{ to: '/bureau/matches', label: t('common.all'), current: state === null }, ...states.map((one) => ({ to: `/bureau/matches?state=${one}`, label: t(`match.state.${one}`), current: state === one }))]} />
      <ListBar id="results-title" title={t('match.queue.count', { count: format.count(total) })} />
      {first && (state === null || state === 'suggested' || state === 'notified') && (
        <p className="mt-4">
          <Button variant="main" to={`/bureau/matches/${first.id}`}>{t('match.queue.first')}</Button>
        </p>
      )}
      {rows.length === 0 ? <EmptyState title={t('match.queue.empty')}>{t('match.queue.empty.next')}</EmptyState> : <MatchRows rows={rows} show="both" to={(row) => `/bureau/matches/${row.id}`} />}
      <Pagination page={page} pages={Math.ceil(total / pageSize)} total={total} from={(page - 1) * pageSize + 1} to={Math.min(page * pageSize, total)} hrefFor={(number) => withParams('/bureau/matches', search, { page: number === 1 ? null : String(number) })} />
    </Page>
  )
}
