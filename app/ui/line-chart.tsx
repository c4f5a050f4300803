import { useFormat } from './context'
import { axisTicks, percent } from './scale'

export type LinePoint = {
  /** Where on the time axis, 0 to 1. */
  at: number
  value: number
}

type LineChartProps = {
  /** The chart in a sentence, for a screen reader. */
  label: string
  unit: string
  /** Names of equal stretches of the axis, such as the years. */
  stretches: string[]
  points: LinePoint[]
  /** The name of the last point and a remark under it. */
  last: { label: string; note?: string }
  /** The even pace from zero to the target at the axis' end. */
  target?: { value: number; label: string; paceLabel: string }
}

const top = 26
const base = 300

/** One line from zero, its end named, against the dashed even pace to the target. */
export function LineChart({ label, unit, stretches, points, last, target }: LineChartProps) {
  const format = useFormat()
  const highest = Math.max(...points.map((point) => point.value), target?.value ?? 0)
  const steps = axisTicks(highest)
  const scale = steps.at(-1) ?? 1
  const y = (value: number) => base - (value / scale) * (base - top)
  const end = points.at(-1)
  return (
    <svg className="figure-svg" height="326" role="img" aria-label={label}>
      <Axis steps={steps} unit={unit} stretches={stretches} y={y} format={format.count} />
      <svg viewBox={`0 0 100 ${base}`} width="100%" height={base} preserveAspectRatio="none" overflow="visible">
        {target && <path d={`M0 ${base} 100 ${y(target.value).toFixed(1)}`} className="f-none s-soft" strokeWidth="1.5" strokeDasharray="6 5" vectorEffect="non-scaling-stroke" />}
        <polyline
          points={points.map((point) => `${(point.at * 100).toFixed(2)},${y(point.value).toFixed(2)}`).join(' ')}
          className="f-none s-tea"
          strokeWidth="3"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {target && (
        <>
          <circle cx="100%" cy={y(target.value)} r="4.5" className="f-paper s-ink" strokeWidth="2" />
          <text x="100%" y={Math.max(y(target.value) - 12, 14)} textAnchor="end" className="t-bold">{target.label}</text>
          <text x="42%" y={y(target.value * 0.42) - 14} textAnchor="end" className="t-soft halo">{target.paceLabel}</text>
        </>
      )}
      {end && <EndLabel at={end.at} y={y(end.value)} last={last} />}
    </svg>
  )
}

type AxisProps = { steps: number[]; unit: string; stretches: string[]; y: (value: number) => number; format: (value: number) => string }

function Axis({ steps, unit, stretches, y, format }: AxisProps) {
  return (
    <>
      <g shapeRendering="crispEdges">
        {steps.map((step) => (
          <line key={step} x1="0" x2="100%" y1={Math.round(y(step)) + 0.5} y2={Math.round(y(step)) + 0.5} className={step === 0 ? 's-rule' : 's-line'} />
        ))}
        {[...stretches, ''].map((_, index) => (
          <line key={index} x1={percent(index / stretches.length)} x2={percent(index / stretches.length)} y1={base} y2={base + 6} className="s-strong" />
        ))}
      </g>
      {steps.map((step, index) =>
        step === 0 ? null : (
          <text key={step} x="0" y={Math.round(y(step)) - 6} className="t-soft halo">
            {index === steps.length - 1 ? `${format(step)} ${unit}` : format(step)}
          </text>
        ),
      )}
      {stretches.map((stretch, index) => (
        <text key={stretch} x={percent((index + 0.5) / stretches.length)} y={base + 20} textAnchor="middle" className="t-soft">
          {stretch}
        </text>
      ))}
    </>
  )
}

/** The line's name hangs below its end, on a thread, where the line itself is not. */
function EndLabel({ at, y, last }: { at: number; y: number; last: LineChartProps['last'] }) {
  const below = y < base - 150
  const words = below ? y + 99 : y - 40
  const x = percent(at)
  const late = at > 0.8
  const textX = late ? '100%' : x
  const anchor = late ? 'end' : at < 0.25 ? 'start' : 'middle'
  return (
    <>
      <line x1={x} x2={x} y1={below ? y + 9 : y - 9} y2={below ? words - 17 : words + (last.note ? 26 : 6)} className="s-tea" shapeRendering="crispEdges" />
      <circle cx={x} cy={y} r="5" className="f-tea" />
      <text x={textX} y={words} textAnchor={anchor} className="t-bold t-tea halo">{last.label}</text>
      {last.note && <text x={textX} y={words + 20} textAnchor={anchor} className="t-tea halo">{last.note}</text>}
    </>
  )
}
