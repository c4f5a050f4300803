import type { FunnelRow } from '~/domain/matching/funnel'
import { DataTable, Note, useFormat, useT } from '~/ui'

/** From the suggestion to the contract: how many pairs came so far, what share of the step before, and how long it took. */
export function BrokerFunnel({ rows }: { rows: FunnelRow[] }) {
  const t = useT()
  const format = useFormat()
  if ((rows[0]?.count ?? 0) === 0) return <p>{t('broker.funnel.empty')}</p>
  const before = (row: FunnelRow) => rows[rows.indexOf(row) - 1]?.count ?? 0
  return (
    <>
      <DataTable
        caption={t('broker.funnel')}
        hideCaption
        rows={rows}
        rowKey={({ step }) => step}
        columns={[
          { key: 'step', head: t('broker.funnel.step'), cell: ({ step }) => t(`broker.funnel.${step}`) },
          { key: 'count', head: t('match.report.pairs'), align: 'right', cell: ({ count }) => format.count(count) },
          { key: 'share', head: t('broker.funnel.share'), align: 'right', soft: true, cell: (row) => (before(row) === 0 ? t('ui.none') : format.percent(row.count / before(row), 0)) },
          { key: 'days', head: t('broker.funnel.days'), align: 'right', soft: true, cell: ({ days }) => (days === null ? t('ui.none') : t('broker.funnel.days.of', { days })) },
        ]}
      />
      <Note className="mt-2">{t('broker.funnel.note')}</Note>
    </>
  )
}
