import type { ReactNode } from 'react'
import { localPath, useUi } from './context'
import type { Preferences } from './shell'
import { cx } from './text'

type OfferProps = { name: 'type' | 'theme' | 'keys'; value: string; className?: string; buttonClass: string; children: ReactNode }

/** One choice as a small form, so that it works without a script and comes back to the same page. */
function Offer({ name, value, className, buttonClass, children }: OfferProps) {
  const { locale, path, search } = useUi()
  return (
    <form method="post" action="/preferences" className={cx('offer', className)}>
      <input type="hidden" name="to" value={localPath(path, locale) + search} />
      <button name={name} value={value} className={buttonClass}>
        {children}
      </button>
    </form>
  )
}

type ToolProps = { preferences?: Preferences; className: string }

/** Offers large type, or the normal one again. */
export function TypeTool({ preferences, className }: ToolProps) {
  const { t } = useUi()
  const large = preferences?.type === 'large'
  return (
    <Offer name="type" value={large ? 'normal' : 'large'} buttonClass={className}>
      {t(large ? 'ui.tool.normal' : 'ui.tool.large')}
    </Offer>
  )
}

/** Offers the other theme; while the device decides, the style sheet shows the one of two offers that changes something. */
export function ThemeTool({ preferences, className }: ToolProps) {
  const { t } = useUi()
  const theme = preferences?.theme ?? 'auto'
  return (
    <>
      {theme !== 'dark' && (
        <Offer name="theme" value="dark" className={theme === 'auto' ? 'offer-dark' : undefined} buttonClass={className}>
          {t('ui.tool.dark')}
        </Offer>
      )}
      {theme !== 'light' && (
        <Offer name="theme" value="light" className={theme === 'auto' ? 'offer-light' : undefined} buttonClass={className}>
          {t('ui.tool.light')}
        </Offer>
      )}
    </>
  )
}

/** Switches single-key shortcuts off and on (WCAG 2.1.4). */
export function KeysTool({ preferences }: { preferences?: Preferences }) {
  const { t } = useUi()
  const off = preferences?.keys === 'off'
  return (
    <Offer name="keys" value={off ? 'on' : 'off'} buttonClass="as-link min-h-6">
      {t(off ? 'ui.keys.on' : 'ui.keys.off')}
    </Offer>
  )
}

/** The same page in the other language. */
export function LanguageTool({ className }: { className?: string }) {
  const { t, locale, path, search } = useUi()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <a className={className} href={localPath(path, other) + search} lang={other} hrefLang={other}>
      {t('ui.tool.language')}
    </a>
  )
}

/** Leaves the account; the reply comes back to the home page in the reader's language. */
export function LogoutTool({ className }: { className: string }) {
  const { t, locale } = useUi()
  return (
    <form method="post" action="/logout" className="contents">
      <input type="hidden" name="to" value={localPath('/', locale)} />
      <button className={className}>{t('ui.tool.logout')}</button>
    </form>
  )
}
