import { popularLike } from '~/domain/popular-searches/service.server'
import { titlesLike } from '~/domain/searching/service.server'
import { cachedAnswer } from '~/http/cached.server'
import { api } from '~/http/guard.server'
import { localPath } from '~/ui'

/** As many lines as one can take in beneath a field. */
const most = 8

/** What to suggest beneath a search field for what is typed so far: what many ask, then records; a line's address, its text in pieces, and what it is. */
export const loader = api('public', async ({ request, url, context, t }) => {
  const typed = (url.searchParams.get('q') ?? '').trim()
  const [popular, titles] = await Promise.all([popularLike(typed, context.now), titlesLike(typed, most)])
  const options = [
    ...popular.map(({ q, parts }) => ({ href: localPath(`/search?q=${encodeURIComponent(q)}`, context.locale), text: parts, note: t('search.suggest.popular'), query: q })),
    ...titles.map(({ url: to, title, type }) => ({ href: localPath(to, context.locale), text: title, note: t(`kind.${type}`) })),
  ].slice(0, most)
  return cachedAnswer(request, JSON.stringify({ options }), 'application/json; charset=utf-8', 'private, max-age=60')
})
