import { z } from 'zod'
import { searchPortal } from '~/domain/searching/service.server'
import { away } from '~/domain/kernel/errors'
import { endpoint } from '../endpoint.server'
import { listQuery } from '../page'

/** Read from the address itself: an unknown value is no error, it is ignored and named in the answer. */
const filter = (description: string) => z.unknown().optional().meta({ description, type: 'array', items: { type: 'string' } })
const word = (description: string) => z.unknown().optional().meta({ description, type: 'string' })

const filters = {
  q: word('what to look for; everything when left out'),
  type: filter('scenario, need, achievement, expert, institute, broker; any of those given, as with every filter below'),
  theme: filter('theme codes'),
  field: filter('technical field codes'),
  industry: filter('GB/T 4754 codes; a broader one finds the narrower'),
  area: filter('landing area codes'),
  mode: filter('modes of cooperation'),
  selection: filter('open_call, parallel'),
  funding: filter('funding ranges'),
  status: filter('open, closing_soon, upcoming, closed'),
  year: filter('years'),
  posted: word('posted within so many days'),
  closes: word('closes within so many days, or none'),
  sort: word('order of the results; by relevance when left out'),
  page: word('from 1'),
}

const counts = z.array(z.object({ value: z.string(), count: z.number() }))

export const searchEndpoint = endpoint({
  method: 'get',
  path: '/search',
  summary: 'Search over scenarios, needs, achievements, experts, institutes and brokers; the filters of the search page',
  query: z.looseObject({ ...filters, limit: listQuery.shape.limit }),
  answer: z.object({
    data: z.array(z.object({ type: z.string(), id: z.string(), url: z.string(), title: z.string(), highlight: z.object({ title: z.string(), passage: z.string() }).describe('HTML-escaped, matched words in <mark>') })),
    total: z.number(),
    facets: z.record(z.string(), counts),
    relaxed: z.string().nullable().describe('the name of the step that widened the search'),
    searchedFor: z.string().nullable().describe('what was searched for in place of `q`, from which a character seems to be missing'),
    didYouMean: z.string().nullable().describe('the query in the characters that stand in records, when it was found by pinyin, sound or near characters, in part or not at all'),
    ignored: z.array(z.object({ param: z.string(), value: z.string() })),
    source: z.enum(['index', 'database']).describe('who answered: `database` while the search index recovers; filters, counts and explicit orders are the same then, pinyin and near words are not understood'),
  }),
  run: async ({ url, context }, { limit }) => {
    const params = new URLSearchParams(url.searchParams)
    params.delete('limit')
    const { result, ignored, source } = await searchPortal(params, context.now, limit)
    if (!result) throw away({ key: 'search.away' })
    return {
      data: result.hits.map((hit) => ({ type: hit.type, id: hit.recordId, url: hit.url, title: hit.title.map((part) => part.text).join(''), highlight: { title: markedHtml(hit.title), passage: markedHtml(hit.passage) } })),
      total: result.total,
      facets: { ...result.facets, status: Object.entries(result.statuses).map(([value, count]) => ({ value, count })) },
      relaxed: result.step === null || result.step === 'strict' ? null : result.step,
      searchedFor: result.searchedFor,
      didYouMean: result.didYouMean,
      ignored,
      source,
    }
  },
})

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

function markedHtml(parts: { text: string; mark: boolean }[]): string {
  return parts.map(({ text, mark }) => (mark ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text))).join('')
}
