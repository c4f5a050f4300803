import { marked } from '#search/ask/highlight'
import { hasFilters } from '#search/ask/params'
import { fold } from '#search/text/fold'
import type { Part, SearchQuery, SearchResult } from '#search/query'
import { db } from '~/domain/kernel/db.server'
import { addDays, dayOf } from '~/domain/kernel/time'
import { standingCounts } from '~/domain/searching/service.server'
import { env } from '~/env.server'
import * as repo from './repo.server'
import { countedForm, isPopular, KEPT_DAYS } from './rules'

/*
 * What is asked often. A search only adds one in memory; once a minute what came together is written, in one statement. What
 * a killed process had not written yet is lost, which no one will miss.
 */

const flushMs = 60_000
/** More different queries than this in a minute are no people asking. */
const mostWaiting = 1_000
const candidates = 40
const freshMs = 300_000
const retryMs = 20_000
/** Lines of a list while nothing is typed, and while records stand beneath them. */
const mostAtOnce = 6
const mostTyped = 3

/** A query that many ask, and how much it finds. */
export type PopularSearch = { q: string; count: number }

/** Of the process: the pages count in the build, and who stops the process is outside of it. */
const shared = globalThis as { portalSearches?: { waiting: Map<string, repo.Counted>; timer?: NodeJS.Timeout } }
const counting: NonNullable<typeof shared.portalSearches> = (shared.portalSearches ??= { waiting: new Map() })

/** Counts a search of a person, when it is one of plain words alone and found something as typed. Writes nothing yet. */
export function noteSearch(query: SearchQuery, result: Pick<SearchResult, 'step' | 'total'> | null, now: Date): void {
  if (!result || result.total === 0 || result.step !== 'strict' || query.page !== 1 || hasFilters(query)) return
  const counted = countedForm(query.q)
  if (!counted) return
  const day = dayOf(now)
  const key = `${day} ${counted}`
  const { waiting } = counting
  const known = waiting.get(key)
  if (known) known.count += 1
  else if (waiting.size < mostWaiting) waiting.set(key, { query: counted, day, count: 1 })
  counting.timer ??= setTimeout(() => void flushSearches().catch(() => {}), flushMs).unref()
}

/** Writes what came together; also when the process stops. */
export async function flushSearches(): Promise<void> {
  clearTimeout(counting.timer)
  counting.timer = undefined
  const counts = [...counting.waiting.values()]
  counting.waiting.clear()
  if (counts.length > 0) await repo.addCounts(db(), counts)
}

const firstDay = (now: Date) => addDays(dayOf(now), -KEPT_DAYS + 1)

/**
 * What many ask, the most first, each with what it finds now. Only words that stand in the title or the keywords of a
 * published scenario, need or achievement: what names a person is nobody else's business. Null while the index is away.
 */
export async function readPopular(now: Date): Promise<PopularSearch[] | null> {
  const asked = (await repo.mostAsked(db(), firstDay(now), candidates)).filter(isPopular)
  const counts = await standingCounts(asked.map(({ query }) => query))
  return counts && asked.flatMap(({ query }, index) => (counts[index] ? [{ q: query, count: counts[index] }] : []))
}

let kept: { database: string | undefined; at: number; list: PopularSearch[]; reading: Promise<void> | null } | null = null

/** The same from memory, renewed every few minutes beside the requests; only the first one waits. */
export async function popularSearches(now: Date, most: number): Promise<PopularSearch[]> {
  const database = env().DATABASE_URL
  if (kept?.database !== database) kept = { database, at: -Infinity, list: [], reading: null }
  const own = kept!
  if (own.reading === null && performance.now() - own.at > freshMs) {
    own.reading = readPopular(now)
      .catch(() => null)
      .then((list) => {
        const first = own.at === -Infinity
        own.at = performance.now() - (list ? 0 : freshMs - retryMs)
        if (list || first) own.list = list ?? []
        own.reading = null
      })
    if (own.at === -Infinity) await own.reading
  }
  return own.list.slice(0, most)
}

/** What many ask that has in it what is typed so far, that marked; the most asked while nothing is typed. */
export async function popularLike(typed: string, now: Date): Promise<{ q: string; parts: Part[] }[]> {
  const all = await popularSearches(now, candidates)
  const wanted = typed.length <= 40 ? fold(typed) : null
  const fitting = wanted === '' ? all : all.filter(({ q }) => wanted !== null && q !== wanted && q.includes(wanted))
  return fitting.slice(0, wanted === '' ? mostAtOnce : mostTyped).map(({ q }) => ({ q, parts: wanted ? marked(q, [{ kind: 'text', text: wanted }]) : [{ text: q, mark: false }] }))
}

/** Forgets counts that are older than they count. */
export async function forgetOldSearches(now: Date): Promise<number> {
  return repo.deleteBefore(db(), firstDay(now))
}
