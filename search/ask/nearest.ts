import type { SearchClient } from '../client'
import { vectorName } from '../embedder'
import type { SearchType } from '../vocabulary'
import { quoteValue } from './filters'

/** The ids of up to `n` documents of some kinds whose vectors are nearest to one, the nearest first. */
export async function nearest(client: SearchClient, indexName: string, vector: readonly number[], { types, n }: { types: SearchType[]; n: number }): Promise<string[]> {
  const { hits } = await client.index<{ id: string }>(indexName).search('', { vector: [...vector], hybrid: { embedder: vectorName, semanticRatio: 1 }, filter: [`type IN [${types.map(quoteValue).join(', ')}]`], limit: n, attributesToRetrieve: ['id'] })
  return hits.map(({ id }) => id)
}
