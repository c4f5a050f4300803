import type { MultiSearchQuery } from 'meilisearch'
import type { SearchClient } from '../client'
import { parseQuery } from '../text/terms'
import type { SearchType } from '../vocabulary'
import { quoteValue } from './filters'
import { planOf } from './steps'

/** Records about things; what stands in their titles and keywords names no person. */
const things: SearchType[] = ['scenario', 'need', 'achievement']

/** How much each query finds as typed; 0 where its words do not stand in the title and keywords of a record about a thing. One request. */
export async function countStanding(client: SearchClient, indexName: string, queries: string[]): Promise<number[]> {
  const asked = queries.map(query => planOf(parseQuery(query), query)?.strict ?? null)
  const multi: MultiSearchQuery[] = asked.flatMap(step => {
    if (!step) return []
    const all = { indexUid: indexName, q: step.q, attributesToSearchOn: step.fields, matchingStrategy: 'all' as const, limit: 0 }
    return [all, { ...all, attributesToSearchOn: ['titleTokens', 'keywordTokens'], filter: [`type IN [${things.map(quoteValue).join(', ')}]`] }]
  })
  if (multi.length === 0) return queries.map(() => 0)
  const { results } = await client.multiSearch({ queries: multi })
  let at = 0
  return asked.map(step => {
    if (!step) return 0
    const [all, standing] = [results[at]?.estimatedTotalHits ?? 0, results[at + 1]?.estimatedTotalHits ?? 0]
    at += 2
    return standing > 0 ? all : 0
  })
}
