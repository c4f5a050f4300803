import type { Table, TableRow } from '~/domain/statistics/service.server'
import { DataTable, FigureLink, Note, VisuallyHidden, useUi, type Column } from '~/ui'
import { drill } from './drill'

type Props = { table: Table; number: number; period: { from: string; to: string }; staff: boolean }
type Shown = Omit<TableRow, 'key' | 'label'> & { key: string | null; label: string }

/** A table in the layout of the provincial bulletins: contracts, 成交额 and 技术交易额, each with its change against the year before. */
export function BulletinTable({ table, number, period, staff }: Props) {
  const { t, format } = useUi()
  const group = t(`statistics.group.${table.group}`)
  const link = (row: Shown, text: string, name: string) => {
    if (!staff || row.key === 'suppressed' || row.count === 0) return text
    const to = drill({ ...period, counted: 'on', ...(row.key !== null && { [table.group]: row.key }) })
    return <FigureLink to={to} label={`${row.label} ${name} ${text}`}>{text}</FigureLink>
  }
  const change = (value: string | null) => (value === null ? <><span aria-hidden="true">{t('ui.none')}</span><VisuallyHidden>{t('ui.none.spoken')}</VisuallyHidden></> : format.signed(value))
  const pair = (name: 'count' | 'amount' | 'technology', value: (row: Shown) => string, changed: (row: Shown) => string | null): Column<Shown>[] => {
    const span = t(`statistics.head.${name}`)
    return [
      { key: name, head: t(name === 'count' ? 'statistics.head.item' : 'statistics.head.yi'), span, align: 'right', cell: (row) => link(row, value(row), span) },
      { key: `${name}-change`, head: t('statistics.head.change'), span, align: 'right', soft: true, cell: (row) => change(changed(row)) },
    ]
  }
  const columns: Column<Shown>[] = [
    { key: 'name', head: group, cell: (row) => row.label },
    ...pair('count', (row) => format.count(row.count), (row) => row.countChange),
    ...pair('amount', (row) => format.inYi(row.amount), (row) => row.amountChange),
    ...pair('technology', (row) => format.inYi(row.technologyAmount), (row) => row.technologyChange),
  ]
  const total: Shown = { ...table.total, key: null, label: t('statistics.total') }
  const caption = t('ui.chart.tableNumber', { number, title: t('statistics.by', { group }) })
  return (
    <div className="mt-6">
      <DataTable
        wide
        id={`by-${table.group}`}
        caption={caption}
        captionNote={t('statistics.signed', { from: format.date(period.from, { year: true }), to: format.date(period.to, { year: true }) })}
        columns={columns}
        rows={table.rows}
        rowKey={(row) => row.label}
        foot={columns.map((column) => column.cell(total))}
      />
      <Note className="mt-2">
        {staff && t('statistics.note.staff')}
        {t('statistics.note.change')}
        {table.pending > 0 && t('statistics.note.pending', { count: format.count(table.pending) })}
        {table.merged > 0 && t('statistics.note.merged', { count: table.merged })}
      </Note>
    </div>
  )
}
