import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { termChoices } from '~/domain/district/service.server'
import { matchQueue } from '~/domain/matching/read.server'
import { acceptMatches, excludeMatches } from '~/domain/matching/service.server'
import { queryValues } from '~/http/form.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { DecideTicked, QueueFilters, useChosen } from '~/routes-parts/matching/queue'
import { MatchRows } from '~/routes-parts/matching/rows'
import { withParams } from '~/routes-parts/shared/lists'
import { returned, typedList } from '~/routes-parts/shared/refused'
import { Button, Chip, Chips, ChoiceRow, EmptyState, FilterOpen, Found, ListBar, Notice, PageTitle, Pagination, SideActions, useFormat, useT, useUi } from '~/ui'

export const loader = page('staff', async ({ actor, call, context, request, t, url }) => ({
  ...(await matchQueue(actor, queryValues(request.url), call)), title: t('match.queue.title'), fields: await termChoices('field', context.locale), done: url.searchParams.get('done'), count: url.searchParams.get('count') ?? '',
}))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const steps = { accept: acceptMatches, exclude: excludeMatches } as const
const path = '/bureau/matches'

/** Decides what is ticked, and comes back to the same list. */
export const action = acting('staff', async ({ actor, values, intent, url, call, context }) => {
  const step = stepOf(steps, intent)
  const count = await steps[step](actor, values, call)
  return go(context, withParams(path, url.search, { done: step, count: String(count) }))
})

export default function MatchQueue() {
  const { rows, total, pageSize, filter, fields, title, done, count } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const format = useFormat()
  const { search } = useUi()
  const chosen = useChosen(filter, fields)
  const ticked = typedList(back, 'ids', [])
  const [first] = rows
  const waiting = filter.state === null || filter.state === 'suggested' || filter.state === 'notified'
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }]}>
      <PageTitle title={title} />
      {(done === 'accept' || done === 'exclude') && !back && <Notice tone="calm" role="status" className="mt-4">{t(`match.many.done.${done}`, { count })}</Notice>}
      <SideActions links={[{ to: '/bureau/matches/new', label: t('match.add.title') }, { to: '/bureau/matches/report', label: t('match.report.open') }, { to: '/bureau/matches/run', label: t('match.run.title') }]} />
      <Found>
        <QueueFilters filter={filter} fields={fields} total={total} />
        <section id="results" aria-labelledby="results-title">
          <ListBar id="results-title" title={t(filter.state === null ? 'match.queue.count' : 'match.queue.found', { count: format.count(total) })}>
            <FilterOpen active={chosen.length} />
          </ListBar>
          {chosen.length > 0 && <Chips clearTo={path}>{chosen.map(({ name, label }) => <Chip key={name} to={withParams(path, search, { [name]: null, done: null, count: null })}>{label}</Chip>)}</Chips>}
          {first && waiting && <p className="mt-4"><Button variant="main" to={`${path}/${first.id}`}>{t('match.queue.first')}</Button></p>}
          {rows.length === 0 ? (
            <EmptyState title={t('match.queue.empty')}>{t(chosen.length > 0 ? 'match.queue.empty.filtered' : 'match.queue.empty.next')}</EmptyState>
          ) : (
            <form method="post" noValidate>
              <MatchRows rows={rows} show="both" inside to={(row) => `${path}/${row.id}`}>
                {waiting ? (row, index) => <ChoiceRow type="checkbox" id={`tick-${index}`} name="ids[]" value={row.id} label={t('match.many.tick')} checked={ticked.includes(row.id)} /> : undefined}
              </MatchRows>
              <Pagination page={filter.page} pages={Math.ceil(total / pageSize)} total={total} from={(filter.page - 1) * pageSize + 1} to={Math.min(filter.page * pageSize, total)} hrefFor={(number) => withParams(path, search, { page: number === 1 ? null : String(number), done: null, count: null })} />
              {waiting && <DecideTicked back={back} />}
            </form>
          )}
        </section>
      </Found>
    </Page>
  )
}
