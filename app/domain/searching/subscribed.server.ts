import type { SearchHit, SearchQuery } from '#search/query'
import { away } from '~/domain/kernel/errors'
import { zone } from '~/domain/kernel/time'
import type { Locale } from '~/i18n'
import { searchPortal } from './service.server'

/** Where a feed or a calendar stands: the portal's address with its language prefix and no slash at its end, and its name. */
export type Place = { base: string; site: string; bureau: string; locale: Locale }
/** What a search found for those who subscribed to it, and the words that it is called by. */
export type Subscribed = { query: SearchQuery; hits: SearchHit[] }

/**
 * Asks the search of an address in an order of its own, from the first page on, as its page would answer it; at most 100 results.
 * Throws `away` when search does not answer.
 */
export async function askSubscribed(params: URLSearchParams, change: Record<string, string[]>, limit: number, now: Date): Promise<Subscribed> {
  const asked = new URLSearchParams(params)
  asked.delete('page')
  for (const [name, values] of Object.entries(change)) {
    asked.delete(name)
    for (const value of values) asked.append(name, value)
  }
  const { query, result } = await searchPortal(asked, now, limit)
  if (!result) throw away({ key: 'search.away' })
  return { query, hits: result.hits }
}

/** What no XML 1.0 document may hold: control characters and halves of a pair. What people type into an address may. */
const unfit = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
export const plainText = (text: string) => text.replace(unfit, '')
export const joined = (parts: readonly { text: string }[]) => plainText(parts.map(({ text }) => text).join(''))

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
/** `2026-12-15 17:00` in Asia/Shanghai. */
export const shanghai = (moment: Date) => clock.format(moment)
