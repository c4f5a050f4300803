import type { ReactNode } from 'react'
import { Button } from './button'
import { Link, useT } from './context'
import { Under } from './levels'
import { cx } from './text'

type SheetProps = {
  /** Facts and the action: first in the document, so that a phone shows them first; at the side on wide screens. */
  aside?: ReactNode
  asideLabel?: string
  /** The side stays while the text moves; only where it is shorter than the screen. */
  stick?: boolean
  children: ReactNode
  className?: string
}

/** A record: 608 px of text, 352 px of facts. */
export function Sheet({ aside, asideLabel, stick, children, className }: SheetProps) {
  const t = useT()
  return (
    <div className={cx('sheet', className)}>
      {aside && <SheetAside label={asideLabel ?? t('ui.record.facts')} stick={stick}>{aside}</SheetAside>}
      <article className="sheet-body min-w-0">{children}</article>
    </div>
  )
}

/** The side of a sheet. In a form it stands in the document where it is needed, and the grid lifts it to the side. */
export function SheetAside({ label, stick, children }: { label: string; stick?: boolean; children: ReactNode }) {
  return (
    <aside className={cx(stick && 'stick')} aria-label={label}>
      {children}
    </aside>
  )
}

/** A form with its sums at the side: children are FormSections and one SheetAside. */
export function FormSheet({ children }: { children: ReactNode }) {
  return <div className="sheet form-sheet">{children}</div>
}

export type Fact = { term: ReactNode; detail: ReactNode; note?: ReactNode }

/** The facts of a record; those without a detail are left out. */
export function Facts({ items, small }: { items: (Fact | null | false)[]; small?: boolean }) {
  return (
    <dl className={cx('facts', small && 'facts-small')}>
      {items.map((item, index) =>
        item && item.detail !== null && item.detail !== undefined && item.detail !== '' ? (
          <div key={index}>
            <dt>{item.term}</dt>
            <dd>
              {item.detail}
              {item.note && <small>{item.note}</small>}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

type ActionPanelProps = {
  /** What a screen reader calls the panel. */
  title?: string
  /** The one action: a link; for a post give `children` a form with a Button instead. */
  action?: { to: string; label: ReactNode; until?: ReactNode; disabled?: boolean }
  /** How long it takes, what happens next. */
  note?: ReactNode
  shut?: boolean
  children?: ReactNode
}

/** One primary action, saying what will happen and until when. */
export function ActionPanel({ title, action, note, shut, children }: ActionPanelProps) {
  const t = useT()
  return (
    <section className={cx('act', shut && 'act-shut')} aria-labelledby="action-title">
      <h2 className="sr-only" id="action-title">{title ?? t('ui.record.action')}</h2>
      {action && (
        <Button variant="main" to={action.to} disabled={action.disabled}>
          {action.label}
          {action.until && <span>{action.until}</span>}
        </Button>
      )}
      {children}
      {note && <p className={cx('text-sm text-ink-soft', Boolean(action ?? children) && 'mt-2.5')}>{note}</p>}
    </section>
  )
}

/** Small links under the facts: calendar, follow, print. */
export function SideActions({ links, children }: { links?: { to: string; label: ReactNode }[]; children?: ReactNode }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-3 text-sm">
      {links?.map((link) => (
        <li key={link.to}>
          <Link to={link.to}>{link.label}</Link>
        </li>
      ))}
      {children}
    </ul>
  )
}

/** A part of a record; its name hangs in the margin on wide screens. */
export function Part({ title, id, children }: { title: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className="part" id={id}>
      <h2>{title}</h2>
      <div className="min-w-0">
        <Under>{children}</Under>
      </div>
    </section>
  )
}
