import { useId } from 'react'
import { percent, runsOf } from './scale'

const top = 28
const base = 210

export type ChartColumn = {
  label: string
  /** The name under a bracket of neighbouring columns, such as the year. */
  group?: string
  /** For the height alone; `text` is what is read. */
  value: number
  text: string
  /** A stretch that is not over: hatched. */
  partial?: boolean
}

/** Columns from zero with their figures on them; brackets name the years. */
export function ColumnChart({ label, columns }: { label: string; columns: ChartColumn[] }) {
  const hatch = `hatch${useId().replaceAll(':', '-')}`
  const highest = Math.max(...columns.map((column) => column.value), 0) || 1
  const pitch = 1 / Math.max(columns.length, 1)
  const inset = pitch * 0.16
  // Long names stand in two rows by turns, so that neighbours keep apart on a phone.
  const turns = columns.some((column) => column.label.length > 9) && columns.every((column) => !column.group)
  return (
    <svg className="figure-svg" height="256" role="img" aria-label={label}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="f-paper" />
          <rect width="2.5" height="6" className="f-tea" />
        </pattern>
      </defs>
      {columns.map((column, index) => {
        const height = Math.round((Math.max(column.value, 0) / highest) * (base - top))
        const middle = percent((index + 0.5) * pitch)
        return (
          <g key={`${column.group ?? ''}${column.label}`}>
            <rect
              x={percent(index * pitch + inset)}
              width={percent(pitch - inset * 2)}
              y={base - height}
              height={height}
              className={column.partial ? 's-tea' : 'f-tea'}
              fill={column.partial ? `url(#${hatch})` : undefined}
              strokeWidth={column.partial ? 1.5 : undefined}
            />
            <text x={middle} y={base - height - 7} textAnchor="middle" className={column.partial ? 't-bold' : undefined}>{column.text}</text>
            <text x={middle} y={turns && index % 2 === 1 ? 248 : 229} textAnchor="middle" className="t-soft">{column.label}</text>
          </g>
        )
      })}
      {runsOf(columns.map((column) => column.group)).map((run) => (
        <g key={`${run.name}-${run.from}`}>
          <line x1={percent(run.from * pitch + inset)} x2={percent((run.to + 1) * pitch - inset)} y1="235.5" y2="235.5" className="s-strong" shapeRendering="crispEdges" />
          <text x={percent(((run.from + run.to + 1) / 2) * pitch)} y="250" textAnchor="middle" className="t-soft">{run.name}</text>
        </g>
      ))}
      <line x1="0" x2="100%" y1="210.5" y2="210.5" className="s-rule" shapeRendering="crispEdges" />
    </svg>
  )
}

export type ChartPair = { label: string; values: [number, number]; texts: [string, string] }
type PairedColumnsProps = { label: string; series: [string, string]; pairs: ChartPair[]; footnote?: string }

/** Two series side by side: the first filled with tea, the second dotted and in indigo; each is named on its first column. */
export function PairedColumns({ label, series, pairs, footnote }: PairedColumnsProps) {
  const dots = `dots${useId().replaceAll(':', '-')}`
  const highest = Math.max(...pairs.flatMap((pair) => pair.values), 0) || 1
  const pitch = 1 / Math.max(pairs.length, 1)
  const wide = pitch * 0.37
  const inset = pitch * 0.12
  const heightOf = (value: number) => Math.round((Math.max(value, 0) / highest) * (base - top - 3))
  return (
    <svg className="figure-svg" height="256" role="img" aria-label={label}>
      <defs>
        <pattern id={dots} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" className="f-indigo-wash" />
          <circle cx="3" cy="3" r="1.3" className="f-indigo" />
        </pattern>
      </defs>
      {pairs.map((pair, index) => {
        const [first, second] = [heightOf(pair.values[0]), heightOf(pair.values[1])]
        const left = index * pitch + inset
        const right = left + wide + pitch * 0.02
        const named = index === 0
        return (
          <g key={pair.label}>
            <rect x={percent(left)} width={percent(wide)} y={base - first} height={first} className="f-tea" />
            <rect x={percent(right)} width={percent(wide)} y={base - second} height={second} className="s-indigo" fill={`url(#${dots})`} strokeWidth="1.5" />
            <text x={percent(left + wide / 2)} y={base - first - 7} textAnchor="middle" className="t-tea">{pair.texts[0]}</text>
            <text x={percent(right + wide / 2)} y={base - second - 7} textAnchor="middle" className="t-indigo">{pair.texts[1]}</text>
            {named && (
              <>
                <text x={percent(left + wide / 2)} y={base - first - 27} textAnchor="middle" className="t-bold t-tea">{series[0]}</text>
                <text x={percent(right + wide / 2)} y={base - second - 27} textAnchor="middle" className="t-bold t-indigo">{series[1]}</text>
              </>
            )}
            <text x={percent((index + 0.5) * pitch)} y="229" textAnchor="middle" className="t-soft">{pair.label}</text>
          </g>
        )
      })}
      <line x1="0" x2="100%" y1="210.5" y2="210.5" className="s-rule" shapeRendering="crispEdges" />
      {footnote && <text x="100%" y="250" textAnchor="end" className="t-soft">{footnote}</text>}
    </svg>
  )
}
