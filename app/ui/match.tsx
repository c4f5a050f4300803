import type { ReactNode } from 'react'
import { Link, useT } from './context'
import { BigNumber } from './meter'
import { Facts, type Fact } from './record'
import { Highlight, Kind, Title, type TextPart } from './text'

type Side = { kind: ReactNode; number?: ReactNode; to: string; title: string; segments?: string[]; facts: Fact[] }
type MatchPairProps = { left: Side; right: Side; score: number; max?: number; verdict: ReactNode; summary?: ReactNode }

/** A need and a candidate side by side, the score between them; the Joints follow. */
export function MatchPair({ left, right, score, max = 100, verdict, summary }: MatchPairProps) {
  const t = useT()
  return (
    <div className="pair">
      <PairSide {...left} />
      <div className="pair-score">
        <BigNumber unit={t('ui.match.of', { total: max })}>{score}</BigNumber>
        <p>
          <b>{verdict}</b>
          {summary && <span className="ml-4">{summary}</span>}
        </p>
      </div>
      <PairSide {...right} />
    </div>
  )
}

function PairSide({ kind, number, to, title, segments, facts }: Side) {
  return (
    <div className="min-w-0">
      <Kind kind={kind} number={number} />
      <h2>
        <Link to={to}>
          <Title text={title} segments={segments} />
        </Link>
      </h2>
      <Facts small items={facts} />
    </div>
  )
}

type Passage = { cite: ReactNode; parts: TextPart[] }
type JointProps = { n: 1 | 2 | 3; label: ReactNode; points?: ReactNode; left: Passage; right: Passage }

/** Two passages that belong together: one number, one line style (solid, dashed, dotted), one colour. */
export function Joint({ n, label, points, left, right }: JointProps) {
  const t = useT()
  return (
    <div className={`joint joint-${n}`}>
      <Quote {...left} />
      <p className="tie">
        <b>{label}</b>
        <i>
          <span aria-hidden="true">{n}</span>
          <span className="sr-only">{t('ui.match.join', { number: n })}</span>
        </i>
        {points && <span className="tie-points">{points}</span>}
      </p>
      <Quote {...right} />
    </div>
  )
}

function Quote({ cite, parts }: Passage) {
  return (
    <blockquote>
      <cite>{cite}</cite>
      <Highlight parts={parts} />
    </blockquote>
  )
}

export type ScorePart = { label: ReactNode; points: number; max: number; note?: ReactNode }

/** Where the points come from: each bar is as long as its weight. */
export function ScoreParts({ parts }: { parts: ScorePart[] }) {
  const t = useT()
  const heaviest = Math.max(...parts.map((part) => part.max), 1)
  const share = (value: number) => `${((value / heaviest) * 100).toFixed(1)}%`
  return (
    <ul className="score-parts">
      {parts.map((part, index) => (
        <li key={index}>
          <span>{part.label}</span>
          <svg height="12" aria-hidden="true" shapeRendering="crispEdges">
            <rect y=".5" width={share(part.max)} height="11" className="f-surface s-strong" />
            <rect width={share(Math.min(part.points, part.max))} height="12" className="f-tea" />
          </svg>
          <b>{t('ui.match.share', { points: part.points, max: part.max })}</b>
          {part.note && <small>{part.note}</small>}
        </li>
      ))}
    </ul>
  )
}

/** The conditions that come before any score, each met or not. */
export function HardChecks({ items }: { items: { ok: boolean; text: ReactNode }[] }) {
  const t = useT()
  return (
    <ul className="hard-checks">
      {items.map((item, index) => (
        <li key={index}>
          <svg viewBox="0 0 14 14" aria-hidden="true" className={item.ok ? 'text-tea' : 'text-vermilion'}>
            <path d={item.ok ? 'M1.5 7.5 5.5 11.5 12.5 3' : 'M2 2 12 12M12 2 2 12'} fill="none" stroke="currentColor" strokeWidth="2.4" />
          </svg>
          <span>
            <span className="sr-only">{t(item.ok ? 'ui.match.met' : 'ui.match.unmet')}</span>
            {item.text}
          </span>
        </li>
      ))}
    </ul>
  )
}

type Alternate = { to: string; name: ReactNode; note?: ReactNode; score: ReactNode }

/** Who stands by when the match does not come off. */
export function Alternates({ items }: { items: Alternate[] }) {
  return (
    <ol className="alternates">
      {items.map((item) => (
        <li key={item.to}>
          <Link to={item.to}>{item.name}</Link>
          <span className="text-ink-soft">{item.note}</span>
          <b className="figures">{item.score}</b>
        </li>
      ))}
    </ol>
  )
}
