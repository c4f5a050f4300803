import type { SearchClient } from './client'
import { ask, firstOf, probe, tabsOf, type Answer, type Asked, type FacetCount } from './ask/page'
import { hitOf, type SearchHit } from './ask/hits'
import { joinedFirst } from './ask/joined'
import { emptyQuery, hasFilters, pagingOf, type SearchQuery } from './ask/params'
import { findMeant } from './ask/meant'
import { relax } from './ask/relax'
import { mendSlip } from './ask/slip'
import { planOf, type Plan, type Step, type StepCode } from './ask/steps'
import { parseQuery } from './text/terms'
import type { FacetField, SearchStatus, SearchType } from './vocabulary'

export type { Part } from './ask/highlight'
export type { SearchHit } from './ask/hits'
export type { FacetCount } from './ask/page'
export { type StepCode, stepCodes } from './ask/steps'
export { emptyQuery, parseSearchParams, searchParamsOf, type Ignored, type KnownValues, type SearchQuery } from './ask/params'
export { suggestSimilar, type SimilarTo } from './ask/similar'
export { countStanding } from './ask/standing'
export { suggestTitles, type TitleSuggestion } from './ask/suggest'
export * from './vocabulary'

export type SearchOptions = {
  now: Date
  /** Results a page, at most 100; 20 when left out. */
  limit?: number
}

export type SearchResult = {
  hits: SearchHit[]
  /** All that was found, also beyond the last page that can be reached. */
  total: number
  page: number
  pages: number
  /** How the query was understood; null when there were no words, so that everything is listed. */
  step: StepCode | null
  /** Words that no result has together with the others and that were left out; only with the step `some`. */
  dropped: string[]
  /** The words that were searched for in place of those typed, from which a character seems to be missing; null when there are none. */
  searchedFor: string | null
  /** Counts for the tabs: every kind, also those that a type filter leaves out. */
  tabs: Record<SearchType, number>
  facets: Record<FacetField, FacetCount[]>
  statuses: Record<SearchStatus, number>
  /** When little was found as typed: a little of what the next looser step finds, to be shown apart and named. */
  also: { step: StepCode; dropped: string[]; total: number; hits: SearchHit[] } | null
  /** When the words as typed find nothing with the filters: how much there is without them. */
  withoutFilters: number
  /** The query in the right characters, when it was found otherwise than typed or not at all; it finds something with the same filters. */
  didYouMean: string | null
  /** The query was too long and its end was left out. */
  cut: boolean
  /** The query had signs only, nothing that can be looked for. */
  nothingToFind: boolean
}

const FEW = 10

/** What was asked and answered, and the looser steps that are left. */
type Found = { step: Step | null; answer: Answer; rest: () => Step[]; meant?: string }

const nothing: Answer = {
  documents: [],
  total: 0,
  facets: { type: [], theme: [], field: [], industry: [], area: [], modes: [], selection: [], year: [], funding: [] },
  statuses: { open: 0, closing_soon: 0, upcoming: 0, closed: 0 },
}

async function findMain(asked: Asked, plan: Plan | null): Promise<Found> {
  if (!plan) return { step: null, answer: await ask(asked, null), rest: () => [] }
  const answer = plan.strict ? await ask(asked, plan.strict) : nothing
  const mended = await mendSlip(asked, plan, answer)
  if (mended) return { ...mended, rest: plan.looser }
  if (answer.total > 0) return { step: plan.strict, answer, rest: plan.looser }
  const relaxed = await relax(asked, plan)
  if (!relaxed) return { step: plan.strict, answer, rest: () => [] }
  return { step: relaxed.step, answer: await ask(asked, relaxed.step), rest: () => relaxed.rest }
}

/** A few results of the next looser step that has others than those shown. */
async function findAlso(asked: Asked, main: Found): Promise<SearchResult['also']> {
  const few = main.answer.total > 0 && main.answer.total < FEW && asked.query.page === 1
  const looser = few ? main.rest() : []
  if (looser.length === 0) return null
  const shown = new Set(main.answer.documents.map(document => document.id))
  for (const { step, total, documents } of await firstOf({ ...asked, limit: FEW * 2 }, looser)) {
    const others = documents.filter(document => !shown.has(document.id))
    if (others.length > 0) return { step: step.code, dropped: step.dropped, total, hits: others.map(document => hitOf(document, step.needles, asked.now)) }
  }
  return null
}

/** How much the same words find without the filters, when with them they find nothing as typed. */
async function countWithoutFilters(asked: Asked, plan: Plan | null, main: Found): Promise<number> {
  const asTyped = main.step === null || main.step.code === 'strict'
  if (!hasFilters(asked.query) || (main.answer.total > 0 && asTyped)) return 0
  if (!plan) return (await ask({ ...asked, query: { ...emptyQuery, q: asked.query.q } }, null)).total
  const totals = await probe(asked, plan.strict ? [plan.strict, ...plan.looser()] : plan.looser(), false)
  return totals.find(total => total > 0) ?? 0
}

/**
 * Searches: strictly first, in one request; only when that finds nothing are looser readings tried, and the one that found
 * is named. A page beyond the last gives the last. Throws a `MeilisearchError` when the server is away or slow, never
 * because of what was typed.
 */
export async function search(client: SearchClient, indexName: string, query: SearchQuery, options: SearchOptions): Promise<SearchResult> {
  const parsed = parseQuery(query.q)
  const plan = planOf(parsed, query.q)
  const now = Math.floor(options.now.getTime() / 1000)
  const { limit, lastPage, wanted } = pagingOf(query.page, options.limit)
  const asked = (page: number): Asked => ({ client, indexName, query, now, offset: (page - 1) * limit, limit })
  const main = await findMain(asked(wanted), plan)
  const pages = Math.min(Math.max(1, Math.ceil(main.answer.total / limit)), lastPage)
  const page = Math.min(wanted, pages)
  const answer = page === wanted ? main.answer : await ask(asked(page), main.step)
  const { step } = main
  const inOnePiece = plan?.joined && step !== null && step === plan.strict && query.sort === 'relevance' && answer.total > 1 ? await joinedFirst(asked(page), step, plan.joined, answer.total) : null
  const [also, withoutFilters, didYouMean] = await Promise.all([
    findAlso({ ...asked(1), query: { ...query, page } }, main),
    countWithoutFilters(asked(1), plan, main),
    main.meant ? null : findMeant({ ...asked(1), query: { ...query, page } }, parsed, { code: step?.code ?? null, documents: answer.documents }),
  ])
  return {
    hits: (inOnePiece ?? answer.documents).map(document => hitOf(document, step?.needles ?? [], now)),
    total: answer.total,
    page,
    pages,
    step: step?.code ?? null,
    dropped: step?.dropped ?? [],
    searchedFor: main.meant ?? null,
    tabs: tabsOf(answer.facets.type),
    facets: answer.facets,
    statuses: answer.statuses,
    also,
    withoutFilters,
    didYouMean,
    cut: parsed.cut,
    nothingToFind: parsed.nothingToFind,
  }
}
