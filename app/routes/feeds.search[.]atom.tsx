import { canonicalQuery } from '~/domain/saved-searches/canonical.server'
import { searchFeed } from '~/domain/searching/atom.server'
import { searchNames } from '~/domain/searching/names.server'
import { readSearchParams } from '~/domain/searching/service.server'
import { cachedAnswer } from '~/http/cached.server'
import { api } from '~/http/guard.server'
import { placeOf } from '~/http/place.server'
import { searchWords } from '~/routes-parts/search/chosen'

/** Any search as an Atom feed: the address of its page with another path. */
export const loader = api('public', async ({ request, url, context, call, t }) => {
  const { query } = await readSearchParams(url.searchParams)
  const called = { canonical: canonicalQuery({ ...query, sort: 'relevance' }), words: searchWords(query, await searchNames(context.locale, query.industry), t) }
  const feed = await searchFeed(url.searchParams, called, await placeOf(url, context), call.now ?? context.now)
  return cachedAnswer(request, feed, 'application/atom+xml; charset=utf-8')
})
