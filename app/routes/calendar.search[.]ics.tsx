import { searchCalendar } from '~/domain/searching/calendar.server'
import { searchNames } from '~/domain/searching/names.server'
import { readSearchParams } from '~/domain/searching/service.server'
import { cachedAnswer } from '~/http/cached.server'
import { api } from '~/http/guard.server'
import { placeOf } from '~/http/place.server'
import { searchWords } from '~/routes-parts/search/chosen'

/** The deadlines of any search as a calendar: the address of its page with another path. */
export const loader = api('public', async ({ request, url, context, call, t }) => {
  const { query } = await readSearchParams(url.searchParams)
  const words = searchWords(query, await searchNames(context.locale, query.industry), t)
  const calendar = await searchCalendar(url.searchParams, { types: query.type, words }, await placeOf(url, context), call.now ?? context.now)
  return cachedAnswer(request, calendar, 'text/calendar; charset=utf-8')
})
