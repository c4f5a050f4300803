import { z } from 'zod'
import { searchPortal } from '~/domain/searching/service.server'
import { DomainError } from '~/domain/kernel/errors'
import { endpoint } from '../endpoint.server'

const counts = z.array(z.object({ value: z.string(), count: z.number() }))

export const searchEndpoint = endpoint({
  method: 'get',
  path: '/search',
  summary: 'Search over scenarios, needs, achievements, experts, institutes and brokers; the filters of the search page',
  query: z.looseObject({ q: z.string().default(''), page: z.string().optional(), limit: z.coerce.number({ error: 'field.not_a_number' }).int({ error: 'field.not_a_number' }).min(1, { error: 'api.limit' }).max(100, { error: 'api.limit' }).default(20) }),
  answer: z.object({
    data: z.array(z.object({ type: z.string(), id: z.string(), url: z.string(), title: z.string(), highlight: z.object({ title: z.string(), passage: z.string() }).describe('HTML-escaped, matched words in <mark>') })),
    total: z.number(),
    facets: z.record(z.string(), counts),
    relaxed: z.string().nullable().describe('the name of the step that widened the search'),
    ignored: z.array(z.object({ param: z.string(), value: z.string() })),
  }),
  run: async ({ url, context }, { limit }) => {
    const params = new URLSearchParams(url.searchParams)
    params.delete('limit')
    const { result, ignored } = await searchPortal(params, context.now, limit)
    if (!result) throw new DomainError('conflict', { key: 'search.away' })
    return {
      data: result.hits.map((hit) => ({ type: hit.type, id: hit.recordId, url: hit.url, title: hit.title.map((part) => part.text).join(''), highlight: { title: markedHtml(hit.title), passage: markedHtml(hit.passage) } })),
      total: result.total,
      facets: { ...result.facets, status: Object.entries(result.statuses).map(([value, count]) => ({ value, count })) },
      relaxed: result.step === null || result.step === 'strict' ? null : result.step,
      ignored,
    }
  },
})

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

function markedHtml(parts: { text: string; mark: boolean }[]): string {
  return parts.map(({ text, mark }) => (mark ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text))).join('')
}
