import type { Locale } from '~/i18n'

export type Address = { locale: Locale; path: string; search: string }

const decodes = (path: string) => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * What a request line asks for: the language, the path without its prefix, the query with its `?`. Several slashes at the
 * beginning are one, since a link to `//host` would lead elsewhere; what is no percent-encoding of a text is taken as it
 * stands, so that it finds nothing instead of breaking.
 */
export function addressOf(asked: string): Address {
  const [whole = '', ...rest] = asked.replace(/^[a-z]+:\/\/[^/?#]*/i, '').split('?')
  const search = rest.length > 0 ? `?${rest.join('?')}` : ''
  const one = (path: string) => `/${path.replace(/^[/\\]+/, '')}`
  const path = one(decodes(whole) ? whole : whole.replaceAll('%', '%25'))
  const english = /^\/en(?=\/|$)/.test(path)
  return { locale: english ? 'en' : 'zh-CN', path: english ? one(path.slice(3)) : path, search }
}
