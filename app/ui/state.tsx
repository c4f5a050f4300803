import type { ReactNode } from 'react'
import { Link, useFormat, useT, useUi } from './context'
import { daysLeft } from './dates'
import { cx } from './text'

/** open ●, wait ◐, soon ▲, late ▼, ahead ▲, shut □, done ◆: a shape and a word, then the colour. */
export type Tone = 'open' | 'wait' | 'soon' | 'late' | 'ahead' | 'shut' | 'done'

export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`state state-${tone}`}>{children}</span>
}

/** A deadline turns urgent three days before it. */
export const soonDays = 3

/** The tone of a window: shut once past, soon within three days, else open. */
export function deadlineTone(deadline: Date | null, now: Date): Tone {
  if (!deadline) return 'open'
  const days = daysLeft(deadline, now)
  return days < 0 ? 'shut' : days <= soonDays ? 'soon' : 'open'
}

/** `还有 23 天`, `今天截止`, `已截止` or, without a deadline, `长期开放`. */
export function DeadlineTag({ deadline }: { deadline: Date | null }) {
  const { now } = useUi()
  const format = useFormat()
  return <StateTag tone={deadlineTone(deadline, now)}>{format.deadline(deadline)}</StateTag>
}

type ChipProps = {
  children: ReactNode
  /** The address without this filter. */
  to?: string
  /** What a screen reader calls the filter; needed where children is not plain text. */
  name?: string
  /** Struck: the search has relaxed it. */
  off?: boolean
}

/** An active filter, which its link removes; or one that the search has relaxed. */
export function Chip({ children, to, name, off }: ChipProps) {
  const t = useT()
  if (off) {
    return (
      <span className="chip chip-off">
        <s>{children}</s>
        {t('ui.filter.relaxed')}
      </span>
    )
  }
  if (to === undefined) return <span className="chip">{children}</span>
  const spoken = name ?? (typeof children === 'string' ? children : undefined)
  return (
    <Link className="chip" to={to} aria-label={spoken && t('ui.filter.remove', { name: spoken })}>
      {children}
      <i aria-hidden="true" />
    </Link>
  )
}

/** The active filters in a row, with the way to remove all. */
export function Chips({ children, clearTo }: { children: ReactNode; clearTo?: string }) {
  const t = useT()
  return (
    <div className="chips" role="group" aria-label={t('ui.filter.using')}>
      {children}
      {clearTo !== undefined && <Link to={clearTo}>{t('ui.filter.clearAll')}</Link>}
    </div>
  )
}

type NoticeProps = {
  tone?: 'wait' | 'stop' | 'calm'
  title?: ReactNode
  children?: ReactNode
  actions?: { to: string; label: ReactNode }[]
  /** status: read out when it appears; alert: at once. */
  role?: 'status' | 'alert'
  className?: string
}

/** A sentence beside a bar: amber waits for someone, vermilion stops, tea informs. */
export function Notice({ tone = 'wait', title, children, actions, role, className }: NoticeProps) {
  return (
    <div className={cx('notice', tone !== 'wait' && `notice-${tone}`, className)} role={role}>
      {title && <b>{title}</b>}
      {children}
      {actions && (
        <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {actions.map((action) => (
            <li key={action.to}>
              <Link to={action.to}>{action.label}</Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
