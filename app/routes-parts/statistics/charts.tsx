import type { CumulativePoint, QuarterColumn } from '~/domain/statistics/page.server'
import type { Table } from '~/domain/statistics/service.server'
import type { Standing } from '~/domain/statistics/targets.server'
import { daysIn } from '~/domain/statistics/pace'
import { ChartFigure, ColumnChart, DataTable, LineChart, useUi, type Column } from '~/ui'
import { verdictOf } from './words'

const textColumns = (heads: string[]): Column<string[]>[] => heads.map((head, index) => ({ key: head, head, align: index > 0 ? 'right' : undefined, cell: (row) => row[index] }))
const keyOf = (row: string[]) => row[0] ?? ''

/** The running count against the even pace to the target, month by month; its table year by year. */
export function CumulativeChart({ points, target, today }: { points: CumulativePoint[]; target: Standing; today: string }) {
  const { t, format } = useUi()
  const { from, to } = target.period
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, index) => String(Number(from.slice(0, 4)) + index))
  const days = daysIn(from, to)
  const last = today < to ? today : to
  const verdict = verdictOf(target, t, format).text
  let before = 0
  const rows = years.flatMap((year) => {
    const end = `${year}-12-31` < last ? `${year}-12-31` : last
    const point = points.filter(({ month }) => month !== '' && month.slice(0, 4) === year).at(-1)
    if (!point) return []
    const even = Math.round((Number(target.target) * daysIn(from, end)) / days)
    const row = [year, format.count(point.count - before), format.count(point.count), format.count(even), format.signed(point.count - even, 0)]
    before = point.count
    return [row]
  })
  const title = t('statistics.chart.line')
  const heads = ['year', 'this_year', 'sum', 'expected', 'difference'] as const
  return (
    <ChartFigure
      full
      number={1}
      title={title}
      note={t('statistics.chart.line.note', { from: format.month(from), to: format.date(last, { year: true }) })}
      chart={
        <LineChart
          label={t('statistics.chart.line.label', { date: format.date(last, { year: true }), current: format.count(target.current), pace: format.count(target.pace), verdict })}
          unit={t('statistics.unit.item')}
          stretches={years}
          points={points.map(({ at, count }) => ({ at, value: count }))}
          last={{ label: t('statistics.chart.line.actual', { count: format.count(target.current) }), note: verdict }}
          target={{ value: Number(target.target), label: t('statistics.chart.line.target', { count: format.count(target.target) }), paceLabel: t('statistics.chart.line.pace') }}
        />
      }
      table={<DataTable hideCaption caption={title} columns={textColumns(heads.map((head) => t(`statistics.chart.line.${head}`)))} rows={rows} rowKey={keyOf} />}
    />
  )
}

/** 成交额 of the last eight quarters in 万元; the one that is not over is hatched. */
export function QuarterChart({ quarters }: { quarters: QuarterColumn[] }) {
  const { t, format } = useUi()
  const shown = quarters.map((column) => {
    const [year = '', quarter = ''] = column.key.split('-Q')
    const text = column.hidden ? t('statistics.chart.hidden.mark') : format.inWan(column.amount, 0)
    return { ...column, year, label: t('statistics.chart.quarters.q', { quarter }), name: t('statistics.quarter', { year, quarter }), text, said: column.hidden ? t('statistics.chart.hidden') : text }
  })
  const title = t('statistics.chart.quarters')
  return (
    <ChartFigure
      number={2}
      title={title}
      note={t('statistics.chart.quarters.note')}
      chart={<ColumnChart label={t('statistics.chart.quarters.label', { list: shown.map(({ name, said }) => `${name} ${said}`).join(t('ui.list.separator')) })} columns={shown.map(({ label, year, amount, text, partial, hidden }) => ({ label, group: year, value: hidden ? 0 : Number(amount), text, partial }))} />}
      table={<DataTable hideCaption caption={title} columns={textColumns([t('statistics.chart.quarter'), `${t('statistics.head.amount')}（${t('statistics.unit.wan')}）`])} rows={shown.map(({ name, said }) => [name, said])} rowKey={keyOf} />}
    />
  )
}

/** Contracts by type in the chosen period. */
export function TypeChart({ table, period }: { table: Table; period: { from: string; to: string } }) {
  const { t, format } = useUi()
  const title = t('statistics.chart.types')
  return (
    <ChartFigure
      number={3}
      title={title}
      note={t('statistics.chart.types.note', { from: format.date(period.from), to: format.date(period.to) })}
      chart={<ColumnChart label={t('statistics.chart.types.label', { list: table.rows.map(({ label, count }) => `${label} ${format.count(count)}`).join(t('ui.list.separator')) })} columns={table.rows.map(({ key, label, count }) => ({ label: key === 'suppressed' ? t('statistics.chart.hidden') : label, value: count, text: format.count(count) }))} />}
      table={<DataTable hideCaption caption={title} columns={textColumns([t('statistics.group.type'), t('statistics.head.count')])} rows={table.rows.map(({ label, count }) => [label, format.count(count)])} rowKey={keyOf} />}
    />
  )
}
