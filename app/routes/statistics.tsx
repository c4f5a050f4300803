import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countMeasure } from '~/domain/contracts/service.server'
import { district } from '~/domain/district/service.server'
import { isStaff } from '~/domain/kernel/actor'
import { addDays } from '~/domain/kernel/time'
import { recentWeeks } from '~/domain/statistics/pace'
import { statisticsPage } from '~/domain/statistics/page.server'
import { pageCuts } from '~/domain/statistics/tables'
import { targets } from '~/domain/statistics/targets.server'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { CumulativeChart, QuarterChart, TypeChart } from '~/routes-parts/statistics/charts'
import { Targets } from '~/routes-parts/statistics/measures'
import { PeriodForm } from '~/routes-parts/statistics/period'
import { BulletinTable } from '~/routes-parts/statistics/tables'
import { answerOf, answerParts, leadOf } from '~/routes-parts/statistics/words'
import { withParams } from '~/routes-parts/shared/lists'
import { Charts, Keep, Link, Note, PageTitle, Section, Tabs, useUi } from '~/ui'

export const loader = page('public', async ({ actor, call, context, request, url, t }) => {
  const all = await targets(actor, {}, call)
  const periods = [...new Map(all.map(({ period }) => [`${period.from}_${period.to}`, period])).entries()].map(([key, period]) => ({ key, ...period }))
  const chosen = periods.find(({ key }) => key === url.searchParams.get('target')) ?? periods[0] ?? null
  const standings = all.filter(({ period }) => period.from === chosen?.from && period.to === chosen.to)
  const shown = await statisticsPage(actor, { ...queryValues(request.url), trend: chosen?.from, trendTo: chosen?.to }, call)
  return {
    ...shown,
    title: t('statistics.title'),
    standings,
    others: periods.filter(({ key }) => key !== chosen?.key),
    staff: isStaff(actor),
    measure: await countMeasure(),
    technology: (await district()).contractAmount === 'technology',
    since: addDays(shown.today, 1 - recentWeeks * 7),
    asOf: context.now.toISOString(),
  }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function Statistics() {
  const { standings, others, staff, measure, technology, today, since, asOf, tables, types, quarters, points, period, year, quarter, by, years } = useLoaderData<typeof loader>()
  const { t, format, search } = useUi()
  const count = standings.find((standing) => standing.measure === 'count') ?? null
  const amount = standings.find((standing) => standing.measure === 'amount') ?? null
  const range = (from: string, to: string) => t('statistics.period', { from: format.date(from, { year: true }), to: format.date(to, { year: true }) })
  return (
    <Page current="statistics" dataAsOf={new Date(asOf)}>
      <PageTitle title={answerOf(count, amount, t, format)} segments={answerParts(count, amount, t, format)} lead={leadOf(count, amount, t, format)}>
        <Note className="mt-1.5">
          {t(`statistics.kicker.${measure}`, { amount: t(technology ? 'statistics.measure.technology' : 'statistics.short.amount'), time: format.dateTime(asOf, { year: true }) })}
          <Link to="/help#measures">{t('statistics.kicker.link')}</Link>
        </Note>
      </PageTitle>
      <Targets standings={standings} staff={staff} today={today} since={since} />
      {others.length > 0 && (
        <Note className="mt-4">
          {t('statistics.other_periods')}{' '}
          {others.map(({ key, from, to }) => <Link key={key} className="mr-4 whitespace-nowrap" to={withParams('/statistics', search, { target: key })}>{range(from, to)}</Link>)}
        </Note>
      )}
      <Section id="tables" title={t('statistics.tables')} actions={<Keep links={[{ to: withParams('/statistics.csv', search, { target: null }), label: t('statistics.csv') }]} />}>
        <PeriodForm year={year} quarter={quarter} by={by} years={years} />
        <div className="mt-5">
          <Tabs small label={t('statistics.cuts')} items={pageCuts.map((group) => ({ to: withParams('/statistics', search, { by: group }), label: t(`statistics.group.${group}`), current: (by ?? 'type') === group }))} />
        </div>
        {tables.map((table, index) => <BulletinTable key={table.group} table={table} number={index + 1} period={period} staff={staff} />)}
      </Section>
      <Section id="trend" title={t('statistics.trend')}>
        <Charts>
          {count && points.length > 1 && <CumulativeChart points={points} target={count} today={today} />}
          <QuarterChart quarters={quarters} />
          {types && <TypeChart table={types} period={period} />}
        </Charts>
      </Section>
    </Page>
  )
}
