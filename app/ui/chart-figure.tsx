import { useId, type ReactNode } from 'react'
import { useT } from './context'
import { cx } from './text'

type ChartFigureProps = {
  title: string
  note?: ReactNode
  /** The figure's number on the page. */
  number?: number
  chart: ReactNode
  /** The same data as a DataTable: always in the page, shown by the tab. */
  table: ReactNode
  source?: ReactNode
  /** Takes both columns of the charts. */
  full?: boolean
}

/** A chart and its table behind two tabs without a script; where tabs cannot work, and in print, both are shown. */
export function ChartFigure({ title, note, number, chart, table, source, full }: ChartFigureProps) {
  const t = useT()
  const id = `chart${useId().replaceAll(':', '-')}`
  return (
    <figure className={cx('chart', full && 'full')}>
      <div className="chart-head">
        <figcaption>
          {number === undefined ? title : t('ui.chart.figure', { number, title })}
          {note && <small>{note}</small>}
        </figcaption>
        <fieldset className="chart-tabs">
          <legend className="sr-only">{`${t('ui.chart.view')}: ${title}`}</legend>
          <span>
            <input className="sr-only show-chart" type="radio" name={id} id={`${id}-chart`} defaultChecked />
            <label htmlFor={`${id}-chart`}>{t('ui.chart.chart')}</label>
          </span>
          <span>
            <input className="sr-only show-table" type="radio" name={id} id={`${id}-table`} />
            <label htmlFor={`${id}-table`}>{t('ui.chart.table')}</label>
          </span>
        </fieldset>
      </div>
      <div className="as-chart">{chart}</div>
      <div className="as-table">{table}</div>
      {source && <p className="mt-2 text-sm text-ink-soft">{source}</p>}
    </figure>
  )
}

/** Charts in two columns. */
export function Charts({ children }: { children: ReactNode }) {
  return <div className="charts">{children}</div>
}
