import { tabsOf } from '#search/ask/page'
import { hasFilters, pagingOf } from '#search/ask/params'
import { hitOf } from '#search/ask/hits'
import { emptyQuery, type SearchHit, type SearchOptions, type SearchQuery, type SearchResult, type SearchType } from '#search/query'
import { mostShared, weightyTerms, type SimilarTo } from '#search/ask/similar'
import { readingsOf, type Reading } from '#search/rows/reading'
import { parseQuery } from '#search/text/terms'
import { db } from '~/domain/kernel/db.server'
import * as repo from './repo.server'

/** The first of the wider readings that finds something with the filters, with its counts; null when none does. */
async function firstFinding(wider: (() => Reading)[], strictest: Reading | null, query: SearchQuery, now: number): Promise<{ reading: Reading; counts: repo.RowCounts } | null> {
  const tried = new Set([JSON.stringify(strictest?.present)])
  for (const read of wider) {
    const reading = read()
    const key = JSON.stringify(reading.present)
    if (reading.present.length === 0 || tried.has(key)) continue
    tried.add(key)
    const counts = await repo.countRows(db(), { reading, query, now })
    if (counts.total > 0) return { reading, counts }
  }
  return null
}

/**
 * A search answered by PostgreSQL, for while the index is away: the same filters, facets, statuses and pages; the same counts
 * and order where there are no words or the order is chosen. Words are found as typed, with synonyms, in the mainland's
 * words and without those that only ask; not by pinyin, sound or near characters.
 */
export async function fallbackSearch(query: SearchQuery, options: SearchOptions): Promise<SearchResult> {
  const parsed = parseQuery(query.q)
  const now = Math.floor(options.now.getTime() / 1000)
  const { limit, lastPage, wanted } = pagingOf(query.page, options.limit)
  const readings = readingsOf(parsed, query.q)
  const hitsOf = (reading: Reading | null, page: number) => repo.rowsOf(db(), { reading, query, now }, (page - 1) * limit, limit)
  const strictest = readings[0]?.() ?? null
  const [strict, likely] = await Promise.all([repo.countRows(db(), { reading: strictest, query, now }), hitsOf(strictest, wanted)])
  const { reading, counts } = strict.total > 0 ? { reading: strictest, counts: strict } : ((await firstFinding(readings.slice(1), strictest, query, now)) ?? { reading: strictest, counts: strict })
  const pages = Math.min(Math.max(1, Math.ceil(counts.total / limit)), lastPage)
  const page = Math.min(wanted, pages)
  const documents = reading === strictest && page === wanted ? likely : await hitsOf(reading, page)
  return {
    hits: documents.map((document) => hitOf(document, reading?.needles ?? [], now)),
    total: counts.total,
    page,
    pages,
    step: reading?.code ?? null,
    searchedFor: null,
    dropped: reading?.dropped ?? [],
    tabs: tabsOf(counts.facets.type),
    facets: counts.facets,
    statuses: counts.statuses,
    also: null,
    withoutFilters: counts.total === 0 && hasFilters(query) ? await repo.countWords(db(), reading, now) : 0,
    didYouMean: null,
    cut: parsed.cut,
    nothingToFind: parsed.nothingToFind,
  }
}

/** As the index's similar records: what shares the most words with one, each word asked for on its own. */
export async function similarRows(record: SimilarTo, n: number, options: { now: Date; types?: SearchType[] }): Promise<SearchHit[]> {
  const now = Math.floor(options.now.getTime() / 1000)
  const query = { ...emptyQuery, type: options.types ?? [] }
  const terms = weightyTerms(record)
  const found = await Promise.all(terms.map(async ({ term }) => {
    const reading = readingsOf(parseQuery(`"${term.text}"`), term.text)[0]?.() ?? null
    const documents = await repo.rowsOf(db(), { reading, query, now }, 0, n * 3 + 1)
    return { documents: documents.filter(({ id }) => id !== record.id), total: documents.length }
  }))
  return mostShared(terms, found, n).map((document) => hitOf(document, [], now))
}
