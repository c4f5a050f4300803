import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { disagreementReport } from '~/domain/matching/report.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { FairnessTable, PartsTable, ReasonsTable } from '~/routes-parts/matching/report'
import { MatchRows } from '~/routes-parts/matching/rows'
import { EmptyState, Keep, PageTitle, Section, useFormat, useT } from '~/ui'

export const loader = page('staff', async ({ actor, call, t }) => ({ title: t('match.report.title'), ...(await disagreementReport(actor, {}, call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function MatchReport() {
  const { title, counts, least, whole, parts, takenLow, refusedHigh, reasons, fairness, weightsVersion } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const enough = whole !== null
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }, { label: t('match.queue.title'), to: '/bureau/matches' }]}>
      <PageTitle title={title} lead={t('match.report.lead', { taken: format.count(counts.taken), refused: format.count(counts.refused), version: weightsVersion })} />
      <Section id="parts" title={t('match.report.parts')} actions={<Keep links={[{ to: '/bureau/matches/report.csv', label: t('statistics.csv') }]} />}>
        {enough ? <PartsTable parts={parts} whole={whole} older={counts.older} /> : <EmptyState title={t('match.report.few', { least })}>{t('match.report.few.next', { taken: format.count(counts.taken), refused: format.count(counts.refused) })}</EmptyState>}
      </Section>
      {[
        { id: 'taken-low', head: t('match.report.taken_low'), note: t('match.report.taken_low.note'), list: takenLow },
        { id: 'refused-high', head: t('match.report.refused_high'), note: t('match.report.refused_high.note'), list: refusedHigh },
      ].map(({ id, head, note, list }) => (
        <Section key={id} id={id} title={t('match.report.count', { name: head, count: format.count(list.total) })}>
          <p className="mt-2">{list.total === 0 ? t('match.report.none') : note}</p>
          {list.rows.length > 0 && <MatchRows rows={list.rows} show="both" to={(row) => `/bureau/matches/${row.id}`} />}
        </Section>
      ))}
      <Section id="reasons" title={t('match.report.reasons')}>
        {reasons.length === 0 ? <p className="mt-2">{t('match.report.none')}</p> : <ReasonsTable reasons={reasons} />}
      </Section>
      <Section id="fairness" title={t('match.report.fairness')}>
        <FairnessTable fairness={fairness} />
      </Section>
    </Page>
  )
}
