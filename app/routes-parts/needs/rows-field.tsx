import { useT } from '~/ui'
import type { Returned } from '../shared/refused'

type Props = { name: string; legend: string; hint: string; columns: { key: string; label: string; figures?: boolean }[]; count: number; stored: Record<string, string>[]; back: Returned | null }

/** A small table to fill in: each cell is a field of its own (`criteria[0][name]`), with its label for those who cannot see the column. */
export function RowsField({ name, legend, hint, columns, count, stored, back }: Props) {
  const t = useT()
  const typedRows = back?.values[name]
  const list = Array.isArray(typedRows) ? typedRows : typeof typedRows === 'object' && typedRows !== null ? Object.values(typedRows) : []
  const value = (row: number, key: string) => {
    if (!back) return stored[row]?.[key] ?? ''
    const given = list[row] as Record<string, unknown> | undefined
    return typeof given?.[key] === 'string' ? given[key] : ''
  }
  const own = back?.errors[name]
  return (
    <fieldset className="field" id={`field-${name}`}>
      <legend className="field-label">{legend}</legend>
      <p className="field-hint mb-2">{hint}</p>
      {own && <p className="field-error mb-2" role="alert"><span>{own}</span></p>}
      <div className="scroller" tabIndex={0} role="region" aria-label={legend}>
        <table className="tbl tbl-typed">
          <thead>
            <tr>{columns.map((column) => <th key={column.key} scope="col" className={column.figures ? 'w-24' : undefined}>{column.label}</th>)}</tr>
          </thead>
          <tbody>
            {Array.from({ length: count }, (_one, row) => (
              <tr key={row}>
                {columns.map((column) => {
                  const id = `${name}-${row}-${column.key}`
                  const error = back?.errors[`${name}.${row}.${column.key}`]
                  return (
                    <td key={column.key} data-label={column.label}>
                      <input id={`field-${id}`} className="input" name={`${name}[${row}][${column.key}]`} defaultValue={value(row, column.key)} aria-label={`${t('need.form.row', { n: row + 1 })} ${column.label}`} aria-invalid={error ? true : undefined} aria-describedby={error ? `error-${id}` : undefined} />
                      {error && <p className="field-error" id={`error-${id}`}><span>{error}</span></p>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}
