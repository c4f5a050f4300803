import type { ReactNode } from 'react'
import { Link, useFormat } from './context'
import { useRowLevel } from './levels'
import { DeadlineTag } from './state'
import { Dots, Highlight, Kind, Tags, Title, type TextPart } from './text'

export type ResultRowProps = {
  kind: ReactNode
  number?: ReactNode
  to: string
  title: string | TextPart[]
  /** The title's words from the search dictionary, so that it breaks between them. */
  segments?: string[]
  /** Who, what, how much, until when, in that order. */
  line?: ReactNode[]
  /** The passage that matched. */
  passage?: TextPart[]
  amount?: ReactNode
  /** A StateTag; left out, `deadline` makes one. */
  state?: ReactNode
  /** A window's end; `null` stays open. */
  deadline?: Date | null
  /** A date in words under the state. */
  date?: ReactNode
  tags?: string[]
  children?: ReactNode
}

/** One result: what it is, who offers it, the passage that matched, and at the right how much and until when. Put it in a ResultList. */
export function ResultRow(props: ResultRowProps) {
  const { kind, number, to, title, segments, line, passage, amount, state, deadline, date, tags, children } = props
  const format = useFormat()
  const level = useRowLevel()
  const Heading = level === 2 ? 'h2' : 'h3'
  const until = date ?? (deadline ? <time dateTime={deadline.toISOString()}>{format.dateTime(deadline)}</time> : null)
  const tag = state ?? (deadline === undefined ? null : <DeadlineTag deadline={deadline} />)
  return (
    <li className="row">
      <Kind kind={kind} number={number} />
      <Heading className="row-title">
        <Link to={to}>
          <Title text={title} segments={segments} />
        </Link>
      </Heading>
      {line && line.length > 0 && (
        <p className="row-line">
          <Dots items={line} />
        </p>
      )}
      {passage && passage.length > 0 && (
        <p className="row-passage">
          <Highlight parts={passage} />
        </p>
      )}
      {tags && tags.length > 0 && <Tags tags={tags} />}
      {children}
      {(amount || tag || until) && (
        <div className="row-key">
          {amount && <b>{amount}</b>}
          {tag && <span>{tag}</span>}
          {until && <span className="figures text-sm text-ink-soft">{until}</span>}
        </div>
      )}
    </li>
  )
}

export function ResultList({ children, label }: { children: ReactNode; label?: string }) {
  return <ol aria-label={label}>{children}</ol>
}

/** Parts a list: strict results above, relaxed ones below. */
export function Parting({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <h2 className="parting">
      {children}
      {note && <small>{note}</small>}
    </h2>
  )
}

/** The line above a list: its count, then the filter button, sorting and small links. */
export function ListBar({ title, id, children }: { title: ReactNode; id?: string; children?: ReactNode }) {
  return (
    <div className="list-bar">
      <h2 id={id}>{title}</h2>
      {children}
    </div>
  )
}

export function BriefList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ol className="brief" aria-label={label}>
      {children}
    </ol>
  )
}

type BriefRowProps = { when: ReactNode; to: string; title: string; segments?: string[]; line?: ReactNode[] | string }

/** A short line of a list on the home page or in a workspace. */
export function BriefRow({ when, to, title, segments, line }: BriefRowProps) {
  return (
    <li>
      <span className="brief-when">{when}</span>
      <Link to={to}>
        <Title text={title} segments={segments} />
      </Link>
      {line && <span className="brief-line">{typeof line === 'string' ? line : <Dots items={line} />}</span>}
    </li>
  )
}

type NearItem = { to: string; title: string; segments?: string[]; line: ReactNode[] }

/** What is like this record, and why. */
export function NearList({ items }: { items: NearItem[] }) {
  return (
    <ol className="near-list">
      {items.map((item) => (
        <li key={item.to}>
          <Link to={item.to}>
            <Title text={item.title} segments={item.segments} />
          </Link>
          <Dots className="text-sm text-ink-soft" items={item.line} />
        </li>
      ))}
    </ol>
  )
}

/** A list without rows: why, and what to do next. */
export function EmptyState({ title, children, actions }: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="max-w-measure py-8">
      <p className="font-serif text-xl font-bold">{title}</p>
      {children && <div className="mt-2">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap gap-3">{actions}</div>}
    </div>
  )
}

/** The doors of the home page, one for each role. */
export function Doors({ label, items }: { label: string; items: { to: string; title: ReactNode; note: ReactNode }[] }) {
  return (
    <nav aria-label={label} className="mt-6">
      <ul className="doors">
        {items.map((item) => (
          <li key={item.to}>
            <Link to={item.to}>
              <b>{item.title}</b>
              <span>{item.note}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
