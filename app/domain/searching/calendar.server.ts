import ical from 'ical-generator'
import { timedTypes, type SearchType } from '#search/query'
import { translator } from '~/i18n'
import { askSubscribed, joined, plainText, shanghai, type Place } from './subscribed.server'

const most = 100

/** Deadlines are of scenarios and needs; of a search for other kinds there are none. */
const timedOf = (types: readonly SearchType[]) => (types.length === 0 ? [...timedTypes] : timedTypes.filter((type) => types.includes(type)))

/**
 * Any search as a calendar of deadlines: those to come, the next one first, then the latest that are over; at most 100. A deadline has
 * an hour, so an event is a moment (in UTC, which every calendar shows in its reader's own time) and its text names Beijing time. An event keeps its
 * UID, so that a deadline that moves moves there too. `words` is what the search is called. Throws `away` when search does not answer.
 */
export async function searchCalendar(params: URLSearchParams, { types: asked, words }: { types: SearchType[]; words: string }, { base, site, locale }: Place, now: Date): Promise<string> {
  const t = translator(locale)
  const host = new URL(base).hostname
  const types = timedOf(asked)
  const { hits } = types.length === 0 ? { hits: [] } : await askSubscribed(params, { type: types, sort: ['closes'] }, most, now)
  const calendar = ical({ name: t('calendar.title', { search: plainText(words) || t('feed.title.all'), site }), prodId: { company: plainText(site), product: 'search', language: locale === 'en' ? 'EN' : 'ZH' }, ttl: 3_600 })
  for (const hit of hits) {
    if (!hit.closesAt) continue
    const address = base + hit.url
    calendar.createEvent({
      id: `${hit.id}@${host}`, start: hit.closesAt, stamp: hit.postedAt, url: address, summary: t('calendar.event', { title: joined(hit.title) }),
      description: [t(`kind.${hit.type}`), hit.number, hit.who[0], t('feed.closes', { time: shanghai(hit.closesAt) }), address].filter(Boolean).join('\n'),
    })
  }
  return calendar.toString()
}
