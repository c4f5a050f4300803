import type { ReactNode } from 'react'
import { Link, useFormat, useT } from './context'
import { ShellFooter } from './shell-footer'
import { ShellHeader } from './shell-header'

export type Site = { name: string; bureau: string; phone: string }
/** Who is signed in; `staff` of the bureau get the way to the review desk. */
export type Viewer = { name: string; roleLabel: string; staff: boolean }
/** The chosen type and theme (without a choice the device decides), and whether single keys press buttons. */
export type Preferences = { type?: 'normal' | 'large'; theme?: 'auto' | 'light' | 'dark'; keys?: 'on' | 'off' }
export type NavKey = 'scenarios' | 'needs' | 'achievements' | 'contracts' | 'statistics' | 'bureau'
export type Crumb = { label: string; to?: string }

export type PageShellProps = {
  site: Site
  viewer: Viewer | null
  preferences?: Preferences
  /** While sample data is loaded every page says so. */
  sampleData: boolean
  current?: NavKey
  crumbs?: Crumb[]
  /** A sentence for everyone under the header, such as a search that runs without its engine. */
  notice?: ReactNode
  /** Stands under the text, outside its margins: the decide bar. */
  bar?: ReactNode
  dataAsOf?: Date
  children: ReactNode
}

/** The frame of every page: skip link, header, notices, crumbs, main, footer. The html element carries lang, data-theme and data-type. */
export function PageShell({ site, viewer, preferences, sampleData, current, crumbs, notice, bar, dataAsOf, children }: PageShellProps) {
  const t = useT()
  return (
    <>
      <a className="skip" href="#main">
        {t('ui.skip')}
      </a>
      <ShellHeader site={site} viewer={viewer} preferences={preferences} current={current} sampleData={sampleData} notice={notice} />
      <main id="main" className="pb-16" tabIndex={-1}>
        <div className="wrap">
          {crumbs && crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
          {children}
        </div>
        {bar}
      </main>
      <ShellFooter site={site} preferences={preferences} sampleData={sampleData} dataAsOf={dataAsOf} signedIn={viewer !== null} keys={bar !== undefined} />
    </>
  )
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useT()
  return (
    <nav className="crumbs" aria-label={t('ui.crumbs')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label}>{crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : <span>{crumb.label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}

/** `9 月 22 日 17:00` in a time element; `zoned` names the clock. */
export function Time({ at, zoned, dateOnly, className }: { at: Date; zoned?: boolean; dateOnly?: boolean; className?: string }) {
  const format = useFormat()
  return (
    <time dateTime={dateOnly ? format.isoDate(at) : at.toISOString()} className={className}>
      {dateOnly ? format.date(at) : format.dateTime(at, { zone: zoned })}
    </time>
  )
}
