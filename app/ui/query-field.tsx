import type { ReactNode } from 'react'
import { Link, localPath, useUi } from './context'
import { cx } from './text'

type QueryFieldProps = {
  value?: string
  /** The page that answers; its path without the language prefix. */
  action?: string
  name?: string
  id?: string
  small?: boolean
  /** The accessible name; a page whose heading is the label passes `null`. */
  label?: string | null
  /** Filters that a new query keeps. */
  hidden?: { name: string; value: string }[]
  button?: ReactNode
  placeholder?: string
}

/** The search field, a GET form. */
export function QueryField({ value, action = '/search', name = 'q', id = 'q', small, label, hidden = [], button, placeholder }: QueryFieldProps) {
  const { t, locale } = useUi()
  return (
    <form className={cx('query', small && 'query-small')} role="search" method="get" action={localPath(action, locale)}>
      {label !== null && (
        <label className="sr-only" htmlFor={id}>
          {label ?? t('ui.search')}
        </label>
      )}
      <input className="input" id={id} name={name} type="search" defaultValue={value} autoComplete="off" enterKeyHint="search" placeholder={placeholder} />
      {hidden.map((field) => (
        <input key={`${field.name}=${field.value}`} type="hidden" name={field.name} value={field.value} />
      ))}
      <button className="btn btn-main">{button ?? t('ui.search')}</button>
    </form>
  )
}

type TryLinksProps = { label: ReactNode; links: { to: string; label: string; note?: ReactNode }[] }

/** Examples that really find something, each with its count. */
export function TryLinks({ label, links }: TryLinksProps) {
  return (
    <p className="mt-2.5 flex flex-wrap gap-x-4 text-sm text-ink-soft">
      {links.map((link, index) => (
        <span key={link.to}>
          {index === 0 && label}
          <Link className="whitespace-nowrap" to={link.to}>
            {link.label}
          </Link>{' '}
          {link.note}
        </span>
      ))}
    </p>
  )
}
