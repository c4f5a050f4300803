import type { MultiSearchQuery } from 'meilisearch'
import { quoteValue } from './filters'
import { shownFields, type ShownDocument } from './hits'
import { conditionsOf, type Asked } from './page'
import type { Step } from './steps'

/** More records than this have the words in one piece: their order among all says enough. */
const MOST = 100

/**
 * The page of a search for several words with those records first that have the words in one piece (固态 电池 → 固态电池); the
 * others keep their order after them, on every page. Null when there is nothing to bring forward.
 */
export async function joinedFirst(asked: Asked, strict: Step, joined: Step, total: number): Promise<ShownDocument[] | null> {
  const { client, offset, limit } = asked
  const ask = async (queries: MultiSearchQuery[]) => (await client.multiSearch<{ queries: MultiSearchQuery[] }, ShownDocument>({ queries })).results
  const [found] = await ask([{ ...conditionsOf(asked, joined), limit: MOST + 1, attributesToRetrieve: [...shownFields] }])
  const first = found?.hits ?? []
  if (first.length === 0 || first.length > MOST || first.length >= total) return null
  const page = first.slice(offset, offset + limit)
  if (page.length === limit) return page
  const { filter = [], ...strictly } = conditionsOf(asked, strict)
  const others = `id NOT IN [${first.map(({ id }) => quoteValue(id)).join(', ')}]`
  const [rest] = await ask([{ ...strictly, filter: [...(filter as string[]), others], offset: Math.max(0, offset - first.length), limit: limit - page.length, attributesToRetrieve: [...shownFields] }])
  return [...page, ...(rest?.hits ?? [])]
}
