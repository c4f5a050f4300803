import type { ReactNode } from 'react'
import type { Locale, Translate } from '~/i18n'
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

/** What `public/suggest.js` needs to know: where to ask, and what to say in the reader's language. */
const suggesting = (t: Translate, locale: Locale) => ({
  'data-suggest': localPath('/search/suggest', locale),
  'data-said': t('search.suggest.said', { count: '{count}' }),
  'data-none': t('search.suggest.none'),
  'data-recent': t('search.suggest.recent'),
  'data-clear': t('search.suggest.clear'),
})

/** The search field, a GET form; where scripts run, the portal's own search suggests while one types. */
export function QueryField({ value, action = '/search', name = 'q', id = 'q', small, label, hidden = [], button, placeholder }: QueryFieldProps) {
  const { t, locale, nonce } = useUi()
  const suggests = action === '/search' && nonce !== undefined
  return (
    <form className={cx('query', small && 'query-small')} role="search" method="get" action={localPath(action, locale)} {...(suggests && suggesting(t, locale))}>
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
      {suggests && (
        <>
          <div className="suggestions" id={`${id}-suggestions`} role="listbox" aria-label={t('search.suggest.label')} hidden />
          <p className="sr-only" role="status" />
          <script type="module" src="/suggest.js" nonce={nonce} />
        </>
      )}
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
