import { labels } from '~/domain/district/service.server'
import type { Locale } from '~/i18n'

/** What the codes of a search's filters are called, in the reader's language. */
export async function searchNames(locale: Locale) {
  const names = async (scheme: 'theme' | 'field' | 'area') => Object.fromEntries(await labels(scheme, locale))
  return { theme: await names('theme'), field: await names('field'), area: await names('area') }
}
