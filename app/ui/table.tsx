import type { ReactNode } from 'react'
import { Link, useT } from './context'
import { cx } from './text'

export type Column<Row> = {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand right. */
  align?: 'left' | 'right'
  /** The spanner head above neighbouring columns. */
  span?: string
  soft?: boolean
}

export type DataTableProps<Row> = {
  caption: ReactNode
  captionNote?: ReactNode
  hideCaption?: boolean
  /** The table's name in plain words, for its scrolling region; needed where the caption is not plain text. */
  label?: string
  /** The first column names the row. */
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** The cells of the last, summing row, one a column. */
  foot?: ReactNode[]
  /** Many columns in spanned groups, as in the provincial bulletins: the first column stays, and a phone shows one group at a time. */
  wide?: boolean
  /** Unique on the page; needed with `wide`. */
  id?: string
}

type Group = { name: string | undefined; size: number; number: number }

function groupsOf<Row>(columns: Column<Row>[]): Group[] {
  const groups: Group[] = []
  for (const column of columns) {
    const last = groups.at(-1)
    if (last && column.span && last.name === column.span) last.size += 1
    else groups.push({ name: column.span, size: 1, number: groups.filter((group) => group.name).length + (column.span ? 1 : 0) })
  }
  return groups
}

/** A table with three rules, as in print; it slides sideways by itself where it is too wide. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionNote, hideCaption, columns, rows, rowKey, foot, wide, id = 'table' } = props
  const t = useT()
  const groups = groupsOf(columns)
  const spanned = groups.filter((group) => group.name)
  const numberOf = columns.map((column) => spanned.find((group) => group.name === column.span)?.number)
  const classOf = (index: number) => {
    const column = columns[index]
    return cx(column?.align === 'right' && 'r', column?.soft && 'soft', wide && numberOf[index] !== undefined && `group-${numberOf[index]}`)
  }
  const name = props.label ?? (typeof caption === 'string' ? caption : undefined)
  const switching = wide && spanned.length > 1 && spanned.length <= 3
  const table = (
    <div className="scroller" tabIndex={0} role="region" aria-label={name && t('ui.table.scroll', { name })}>
      <table className={cx('tbl', wide && 'tbl-wide')}>
        <caption className={cx(hideCaption && 'sr-only')}>
          <span>
            {caption}
            {captionNote && <small>{captionNote}</small>}
          </span>
        </caption>
        <TableHead columns={columns} groups={groups} classOf={classOf} wide={wide} />
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">{column.cell(row)}</th>
                ) : (
                  <td key={column.key} className={classOf(index)}>{column.cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {foot.map((cell, index) =>
                index === 0 ? <th key={index} scope="row">{cell}</th> : <td key={index} className={classOf(index)}>{cell}</td>,
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
  if (!wide) return table
  return (
    <div className="table-switch">
      {switching && <MeasureSwitch id={id} groups={spanned} />}
      <p className="swipe mb-1.5 text-sm text-ink-soft">{t('ui.table.swipe')}</p>
      {table}
    </div>
  )
}

type HeadProps<Row> = { columns: Column<Row>[]; groups: Group[]; classOf: (index: number) => string | undefined; wide?: boolean }

function TableHead<Row>({ columns, groups, classOf, wide }: HeadProps<Row>) {
  const spanning = groups.some((group) => group.name)
  const heads = columns.map((column, index) => ({ column, index }))
  const cells = (shown: typeof heads, rowSpan?: number) =>
    shown.map(({ column, index }) => (
      <th key={column.key} scope="col" rowSpan={rowSpan} className={cx(classOf(index), wide && index === 0 && 'first corner')}>
        {column.head}
      </th>
    ))
  if (!spanning) {
    return (
      <thead>
        <tr>{cells(heads)}</tr>
      </thead>
    )
  }
  let at = 0
  return (
    <thead>
      <tr>
        {groups.map((group) => {
          const start = at
          at += group.size
          if (!group.name) return cells(heads.slice(start, at), 2)
          return (
            <th key={`${group.name}-${start}`} scope="colgroup" colSpan={group.size} className={wide ? `group-${group.number}` : undefined}>
              <span>{group.name}</span>
            </th>
          )
        })}
      </tr>
      <tr>{cells(heads.filter(({ column }) => column.span))}</tr>
    </thead>
  )
}

/** Chooses the group of columns that a phone shows, without a script. */
function MeasureSwitch({ id, groups }: { id: string; groups: Group[] }) {
  const t = useT()
  return (
    <fieldset className="measures">
      <legend className="sr-only">{t('ui.table.measures')}</legend>
      {groups.map((group) => (
        <span key={group.number}>
          <input className={`sr-only show-${group.number}`} type="radio" name={`${id}-group`} id={`${id}-group-${group.number}`} defaultChecked={group.number === 1} />
          <label htmlFor={`${id}-group-${group.number}`}>{group.name}</label>
        </span>
      ))}
    </fieldset>
  )
}

/** A figure that opens the rows behind it. */
export function FigureLink({ to, children, label }: { to: string; children: ReactNode; label?: string }) {
  return (
    <Link className="fig" to={to} aria-label={label}>
      {children}
    </Link>
  )
}
