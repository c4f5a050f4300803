import type { ReactNode } from 'react'
import { ChoiceRow } from './choices'
import { Link, localPath, useUi } from './context'
import { Button } from './button'
import { Under } from './levels'

export type Hidden = { name: string; value: string }[]

function HiddenFields({ fields }: { fields: Hidden }) {
  return fields.map((field) => <input key={`${field.name}=${field.value}`} type="hidden" name={field.name} value={field.value} />)
}

export type FacetOption = { value: string; label: ReactNode; count?: number; checked?: boolean }
type FacetGroupProps = { legend: string; name: string; type?: 'checkbox' | 'radio'; options: FacetOption[]; more?: { to: string; label: ReactNode } }

/** One question of the filters, each choice with its count; of radios one takes the choice back. */
export function FacetGroup({ legend, name, type = 'checkbox', options, more }: FacetGroupProps) {
  const { t, format } = useUi()
  return (
    <fieldset className="facet">
      <legend>{legend}</legend>
      {type === 'radio' && <ChoiceRow type="radio" id={`facet-${name}-any`} name={name} value="" label={t('ui.filter.any')} checked={!options.some((option) => option.checked)} />}
      {options.map((option, index) => (
        <ChoiceRow
          key={option.value}
          type={type}
          id={`facet-${name}-${index}`}
          name={name}
          value={option.value}
          label={option.label}
          checked={option.checked ?? false}
          count={option.count === undefined ? undefined : format.count(option.count)}
        />
      ))}
      {more && <Link className="inline-block py-1.5 pl-8 text-sm" to={more.to}>{more.label}</Link>}
    </fieldset>
  )
}

type FilterDrawerProps = {
  /** The list's own path. */
  action: string
  /** What the filters keep: the query, the kind, the order. */
  hidden?: Hidden
  clearTo: string
  /** How many results the present filters give. */
  total: number
  children: ReactNode
  id?: string
  /** Where closing it on a phone leads. */
  closeTo?: string
}

/** The filters: a column on wide screens, on a phone a drawer that its address opens. A GET form. */
export function FilterDrawer({ action, hidden = [], clearTo, total, children, id = 'filters', closeTo = '#results' }: FilterDrawerProps) {
  const { t, format, locale } = useUi()
  return (
    <form className="drawer" id={id} tabIndex={-1} method="get" action={localPath(action, locale)} aria-label={t('ui.filter')}>
      <div className="drawer-head">
        <h2>{t('ui.filter')}</h2>
        <Button to={closeTo}>{t('ui.filter.close')}</Button>
      </div>
      <HiddenFields fields={hidden} />
      <div className="drawer-body">{children}</div>
      <div className="drawer-foot">
        <Button to={clearTo}>{t('ui.filter.clear')}</Button>
        <Button variant="main">{t('ui.filter.see', { n: format.count(total) })}</Button>
      </div>
    </form>
  )
}

/** Opens the drawer on a phone. */
export function FilterOpen({ active, id = 'filters' }: { active: number; id?: string }) {
  const { t } = useUi()
  return (
    <Button to={`#${id}`} className="drawer-open">
      {active > 0 ? t('ui.filter.active', { n: active }) : t('ui.filter')}
    </Button>
  )
}

/** Filters at the left, results at the right. */
export function Found({ children }: { children: ReactNode }) {
  return (
    <Under>
      <div className="found">{children}</div>
    </Under>
  )
}

type SortSelectProps = { action: string; options: { value: string; label: string }[]; value: string; name?: string; hidden?: Hidden }

/** The order of a list; its own GET form with a button, since it must work without a script. */
export function SortSelect({ action, options, value, name = 'sort', hidden = [] }: SortSelectProps) {
  const { t, locale } = useUi()
  return (
    <form className="sort" method="get" action={localPath(action, locale)}>
      <HiddenFields fields={hidden} />
      <label htmlFor={`sort-${name}`}>{t('ui.sort')}</label>
      <span className="select">
        <select className="input" id={`sort-${name}`} name={name} defaultValue={value}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
      <Button small className="sort-apply">{t('ui.sort.apply')}</Button>
    </form>
  )
}

export type Tab = { to: string; label: ReactNode; count?: number; current?: boolean }

/** Links that show one kind of a list; `small` for the cuts of a table. */
export function Tabs({ label, items, small }: { label: string; items: Tab[]; small?: boolean }) {
  const { format } = useUi()
  return (
    <nav className={small ? 'cuts' : 'kinds'} aria-label={label}>
      {items.map((item) => (
        <Link key={item.to} to={item.to} aria-current={item.current ? 'page' : undefined}>
          {item.label}
          {item.count !== undefined && <small>{format.count(item.count)}</small>}
        </Link>
      ))}
    </nav>
  )
}
