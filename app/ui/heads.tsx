import type { ReactNode } from 'react'
import { Link } from './context'
import { Under } from './levels'
import { cx, Dots, Title, type TextPart } from './text'

type PageTitleProps = {
  title: string | TextPart[]
  segments?: string[]
  /** State, owner, number, dates: in one soft line. */
  sub?: ReactNode[]
  lead?: ReactNode
  children?: ReactNode
}

/** The page's name or its answer, in the one serif line of the page. */
export function PageTitle({ title, segments, sub, lead, children }: PageTitleProps) {
  return (
    <div className="page-title">
      <h1 className="max-w-[24em]">
        <Title text={title} segments={segments} />
      </h1>
      {sub && sub.length > 0 && (
        <div className="mt-2 flex flex-wrap items-baseline gap-x-5 gap-y-0.5 text-sm text-ink-soft">
          {sub.map((item, index) => (item ? <span key={index}>{item}</span> : null))}
        </div>
      )}
      {lead && <p className="mt-2.5 max-w-measure text-lg leading-[1.7]">{lead}</p>}
      {children}
    </div>
  )
}

type SectionProps = { title: ReactNode; id: string; actions?: ReactNode; children: ReactNode; className?: string }

/** A new section under an ink rule, its small links at the right. */
export function Section({ title, id, actions, children, className }: SectionProps) {
  return (
    <section aria-labelledby={id} className={cx('mt-10 border-t border-rule pt-3', className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={id}>{title}</h2>
        {actions && <div className="keep">{actions}</div>}
      </div>
      <Under>{children}</Under>
    </section>
  )
}

type ListHeadProps = { title: ReactNode; id: string; note?: ReactNode; more?: { to: string; label: ReactNode } }

/** The head of a short list, with the way to all of it. */
export function ListHead({ title, id, note, more }: ListHeadProps) {
  return (
    <div className="list-head">
      <h2 id={id} className="measure-title">
        {title}
        {note && <small>{note}</small>}
      </h2>
      {more && <Link to={more.to}>{more.label}</Link>}
    </div>
  )
}

/** The small links of a list in one line: save, subscribe, calendar, export. */
export function Keep({ links }: { links: { to: string; label: ReactNode }[] }) {
  return (
    <span className="keep">
      {links.map((link) => (
        <Link key={link.to} to={link.to}>
          {link.label}
        </Link>
      ))}
    </span>
  )
}

/** A head of plain type above a small block, with a remark. */
export function SmallHead({ children, note, id }: { children: ReactNode; note?: ReactNode; id?: string }) {
  return (
    <h2 id={id} className="measure-title mb-1">
      {children}
      {note && <small>{note}</small>}
    </h2>
  )
}

/** Facts in one soft line. */
export function SoftLine({ items }: { items: ReactNode[] }) {
  return <Dots className="text-sm text-ink-soft" items={items} />
}
