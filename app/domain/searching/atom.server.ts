import { Feed } from 'feed'
import type { SearchHit } from '#search/query'
import { translator, type Translate } from '~/i18n'
import { askSubscribed, joined, plainText, shanghai, type Place } from './subscribed.server'

const most = 50

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** A title or a summary of Atom is HTML here: what people typed stays text in it. */
const asHtml = (text: string) => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)

function summaryOf(hit: SearchHit, t: Translate): string {
  const timed = hit.type === 'scenario' || hit.type === 'need'
  const until = hit.closesAt ? t('feed.closes', { time: shanghai(hit.closesAt) }) : timed ? t('feed.closes.none') : null
  return [t(`kind.${hit.type}`), hit.number, hit.who[0], until, joined(hit.passage)].filter(Boolean).join(' · ')
}

/**
 * Any search as an Atom feed: its 50 newest results. An entry's id is its record's address, its time that of its posting, so that an
 * entry is new once. `canonical` is the search's one address, `words` what it is called. Throws `away` when search does not answer.
 */
export async function searchFeed(params: URLSearchParams, { canonical, words }: { canonical: string; words: string }, { base, site, bureau, locale }: Place, now: Date): Promise<string> {
  const t = translator(locale)
  const { hits } = await askSubscribed(params, { sort: ['posted'] }, most, now)
  const search = plainText(words) || t('feed.title.all')
  const query = canonical && `?${canonical}`
  const self = `${base}/feeds/search.atom${query}`
  const feed = new Feed({
    id: self, title: t('feed.title', { search, site }), description: t('feed.subtitle', { search }), link: `${base}/search${query}`, feedLinks: { atom: self },
    author: { name: bureau }, generator: site, updated: hits[0]?.postedAt ?? new Date(0),
  })
  for (const hit of hits) {
    const address = base + hit.url
    feed.addItem({ id: address, link: address, title: asHtml(joined(hit.title)), date: hit.postedAt, published: hit.postedAt, description: asHtml(summaryOf(hit, t)), category: [{ term: hit.type, name: hit.type }] })
  }
  return feed.atom1()
}
