import type { ReactNode } from 'react'
import { BrandMark } from './brand'
import { Link, useUi } from './context'
import { LanguageTool, LogoutTool, ThemeTool, TypeTool } from './preferences'
import type { NavKey, Preferences, Site, Viewer } from './shell'

const destinations: { key: NavKey; to: string }[] = [
  { key: 'scenarios', to: '/scenarios' },
  { key: 'needs', to: '/needs' },
  { key: 'achievements', to: '/achievements' },
  { key: 'contracts', to: '/workspace/contracts' },
  { key: 'statistics', to: '/statistics' },
]

type Props = { site: Site; viewer: Viewer | null; preferences?: Preferences; current?: NavKey; sampleData: boolean; notice?: ReactNode }

export function ShellHeader({ site, viewer, preferences, current, sampleData, notice }: Props) {
  const { t, path, locale, search } = useUi()
  const shown = viewer?.staff ? [...destinations, { key: 'bureau' as const, to: '/bureau' }] : destinations
  const loginTo = `/login?to=${encodeURIComponent((locale === 'en' ? '/en' : '') + path + search)}`
  return (
    <header className="site">
      <div className="wrap">
        <Link className="brand" to="/">
          <BrandMark />
          <b>{site.name}</b>
          <small>{site.bureau}</small>
        </Link>
        <nav className="nav" aria-label={t('ui.nav')}>
          <ul>
            {shown.map(({ key, to }) => (
              <li key={key}>
                <Link to={to} aria-current={current === key ? (path === to ? 'page' : 'true') : undefined}>
                  {t(`ui.nav.${key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="tools">
          <TypeTool preferences={preferences} className="tool" />
          <div className="hidden gap-1 lg:flex">
            <ThemeTool preferences={preferences} className="tool" />
            <LanguageTool className="tool" />
          </div>
          {viewer ? (
            <>
              <Link className="tool" to="/workspace">
                <span className="max-w-[8em] truncate lg:max-w-[11em]">{viewer.name}</span>
                <span className="hidden max-w-[9em] truncate xl:inline">{t('ui.viewer.role', { role: viewer.roleLabel })}</span>
              </Link>
              <div className="hidden lg:flex">
                <LogoutTool className="tool" />
              </div>
            </>
          ) : (
            <Link className="tool" to={path === '/login' ? '/login' : loginTo}>
              {t('ui.tool.login')}
            </Link>
          )}
        </div>
      </div>
      {sampleData && <Strip>{t('ui.sample')}</Strip>}
      {notice && <Strip status>{notice}</Strip>}
    </header>
  )
}

/** A sentence across the page, under the header. */
function Strip({ children, status }: { children: ReactNode; status?: boolean }) {
  return (
    <div className="strip" role={status ? 'status' : undefined}>
      <p className="wrap">{children}</p>
    </div>
  )
}
