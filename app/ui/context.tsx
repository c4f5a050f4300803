import { createContext, useContext, type AnchorHTMLAttributes, type ReactNode } from 'react'
import { translator, type Locale, type Translate } from '~/i18n'
import { formatter, type Format } from './format'

/** What every component may know of the request. `path` is without the language prefix; `search` is '' or begins with '?'. */
export type Ui = { locale: Locale; path: string; search: string; now: Date; t: Translate; format: Format; /** What a script of this answer must carry; none where there is no request. */ nonce?: string }

const Context = createContext<Ui | null>(null)

type ProviderProps = { locale: Locale; path: string; search?: string; now: Date; nonce?: string; children: ReactNode }

/** Gives the components beneath it their language, their address and the moment of the request. `path` may carry `/en` or not. */
export function UiProvider({ locale, path, search = '', now, nonce, children }: ProviderProps) {
  const bare = path.replace(/^\/en(?=\/|$)/, '') || '/'
  const value = { locale, path: bare, search, now, t: translator(locale), format: formatter(locale, now), nonce }
  return <Context.Provider value={value}>{children}</Context.Provider>
}

/** All of the request's context; throws outside a UiProvider, since no component can guess its language. */
export function useUi(): Ui {
  const ui = useContext(Context)
  if (!ui) throw new Error('A component of app/ui was rendered outside UiProvider')
  return ui
}

export function useT(): Translate {
  return useUi().t
}

export function useLocale(): Locale {
  return useUi().locale
}

export function useFormat(): Format {
  return useUi().format
}

/** An internal path in a language: `/needs` → `/en/needs` in English. The API, queries, anchors and other sites stay as they are. */
export function localPath(to: string, locale: Locale): string {
  if (locale !== 'en' || !to.startsWith('/') || to.startsWith('//')) return to
  if (/^\/(en|api)(?=[/?#]|$)/.test(to)) return to
  return to === '/' ? '/en' : to.startsWith('/?') || to.startsWith('/#') ? `/en${to.slice(1)}` : `/en${to}`
}

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: string }

/** A link that keeps the reader's language. */
export function Link({ to, children, ...rest }: LinkProps) {
  const locale = useLocale()
  return (
    <a href={localPath(to, locale)} {...rest}>
      {children}
    </a>
  )
}
