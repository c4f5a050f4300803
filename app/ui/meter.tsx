import type { ReactNode } from 'react'
import { Link, useT } from './context'
import { StateTag, type Tone } from './state'

/** The page's figure, its unit small beside it; with `to` it opens the rows behind it. */
export function BigNumber({ children, unit, to, percent }: { children: ReactNode; unit?: ReactNode; to?: string; percent?: string }) {
  const face = (
    <>
      {children}
      {unit && (
        <small>
          {unit}
          {percent && <span className="percent ml-4">{percent}</span>}
        </small>
      )}
    </>
  )
  return <p className="bignum">{to ? <Link to={to}>{face}</Link> : face}</p>
}

type Verdict = { tone: Tone; text: ReactNode; note?: ReactNode }

type MeasureProps = { title: ReactNode; period?: ReactNode; id: string; value: ReactNode; unit?: ReactNode; to?: string; percent?: string; verdict?: Verdict }

/** The head of a measure: its name, its figure, and whether it is ahead or behind. */
export function MeasureHead({ title, period, id, value, unit, to, percent, verdict }: MeasureProps) {
  return (
    <>
      <h2 id={id} className="measure-title">
        {title}
        {period && <small>{period}</small>}
      </h2>
      <div className="meter-top">
        <BigNumber unit={unit} to={to} percent={percent}>
          {value}
        </BigNumber>
        {verdict && (
          <p className="meter-verdict">
            <StateTag tone={verdict.tone}>{verdict.text}</StateTag>
            {verdict.note && <span>{verdict.note}</span>}
          </p>
        )}
      </div>
    </>
  )
}

type BarProps = {
  /** value / target; above 1 the whole bar stretches to the value. */
  share: number
  /** pace / target, where the value should stand today. */
  paceShare?: number
  paceLabel?: string
  label: string
  tall?: boolean
}

/** A bar with ten ticks and the black pace line; geometry in percent, so that text keeps its size. */
export function MeterBar({ share, paceShare, paceLabel, label, tall }: BarProps) {
  const t = useT()
  const whole = Math.max(share, paceShare ?? 0, 1)
  const at = (part: number) => `${((Math.max(part, 0) / whole) * 100).toFixed(2)}%`
  const thick = tall ? 18 : 14
  const foot = 24 + thick
  const pace = paceShare === undefined ? null : at(paceShare)
  const anchor = paceShare !== undefined && paceShare / whole < 0.3 ? 'start' : 'end'
  return (
    <svg className="figure-svg" height={foot + 8} role="img" aria-label={label}>
      <g shapeRendering="crispEdges">
        <rect x="0" y="24" width="100%" height={thick} className="f-surface s-strong" />
        <rect x="0" y="24" width={at(share)} height={thick} className="f-tea" />
        {whole > 1 && <line x1={at(1)} x2={at(1)} y1="24" y2={foot} className="s-surface" strokeWidth="2" />}
        {Array.from({ length: 11 }, (_, index) => (
          <line key={index} x1={at(index / 10)} x2={at(index / 10)} y1={foot} y2={foot + (index % 5 === 0 ? 6 : 4)} className="s-strong" />
        ))}
        {pace && <line x1={pace} x2={pace} y1="18" y2={foot + 6} className="s-ink" strokeWidth="3" />}
      </g>
      {pace && paceLabel && (
        <text x={pace} y="13" textAnchor={anchor}>
          {t('ui.meter.pace', { pace: paceLabel })}
        </text>
      )}
    </svg>
  )
}

export type MeterProps = Omit<MeasureProps, 'unit'> & {
  /** Plain words for the title, value, target and pace: also what a screen reader says. */
  name: string
  valueText: string
  targetText: string
  unit: ReactNode
  share: number
  paceShare?: number
  paceLabel?: string
  tall?: boolean
  /** A remark or a Quad under the bar. */
  children?: ReactNode
}

/** A value on its way to a target, with the pace line of today. */
export function Meter({ name, valueText, targetText, share, paceShare, paceLabel, tall, children, ...head }: MeterProps) {
  const t = useT()
  const spoken = { title: name, value: valueText, target: targetText }
  const label = paceLabel ? t('ui.meter.spokenPace', { ...spoken, pace: paceLabel }) : t('ui.meter.spoken', spoken)
  return (
    <section className="meter" aria-labelledby={head.id}>
      <MeasureHead {...head} />
      <MeterBar share={share} paceShare={paceShare} paceLabel={paceLabel} label={label} tall={tall} />
      {children}
    </section>
  )
}

export type QuadItem = { term: ReactNode; value: ReactNode; unit?: ReactNode; to?: string }

/** Four small figures under a measure. */
export function Quad({ items }: { items: QuadItem[] }) {
  return (
    <dl className="quad">
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.term}</dt>
          <dd>
            {item.to ? <Link className="fig" to={item.to}>{item.value}</Link> : item.value}
            {item.unit && <small>{item.unit}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
