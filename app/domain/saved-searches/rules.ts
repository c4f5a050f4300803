import type { StepCode } from '#search/query'
import { addDays, dateColumn, dayOf, startOfDay } from '~/domain/kernel/time'

/** When new results are mailed. */
export const frequencies = ['immediately', 'daily', 'weekly', 'never'] as const
export type Frequency = (typeof frequencies)[number]
export type Alerting = Exclude<Frequency, 'never'>

/** An account keeps no more searches than these. */
export const mostSearches = 50
/** A search whose address is longer (in bytes) is not kept: an index of the database could not hold it. */
export const longestQuery = 2_000
/** A mail names so many results and links to the others. */
export const mostNamed = 10

const hour = 3_600_000
const atEight = (day: string) => new Date(startOfDay(day).getTime() + 8 * hour)
const mondayOf = (day: string) => addDays(day, -((dateColumn(day).getUTCDay() + 6) % 7))

/** The last moment up to `now` at which alerts of a frequency went out: daily at 8:00, weekly on Mondays at 8:00, Asia/Shanghai. */
export function lastRun(frequency: Alerting, now: Date): Date {
  if (frequency === 'immediately') return now
  const day = frequency === 'daily' ? dayOf(now) : mondayOf(dayOf(now))
  const run = atEight(day)
  return run <= now ? run : atEight(addDays(day, frequency === 'daily' ? -1 : -7))
}

/** The next moment after `now`; null where none is fixed. */
export function nextRun(frequency: Frequency, now: Date): Date | null {
  if (frequency === 'immediately' || frequency === 'never') return null
  return atEight(addDays(dayOf(lastRun(frequency, now)), frequency === 'daily' ? 1 : 7))
}

/**
 * A record may be found only hours after it was posted, when search was away and its job waits to be tried again (at most six
 * hours a time). So each look reaches back this far before the last one, and what was told is remembered as long.
 */
export const overlap = 72 * hour

type Looked = { startedAt: Date; checkedAt: Date | null }

/** What is posted from here on can be new: after the search was saved, and not long before it was last looked at. In whole seconds, as search keeps moments. */
export function newSince({ startedAt, checkedAt }: Looked): Date {
  const since = checkedAt === null ? startedAt.getTime() : Math.max(startedAt.getTime(), checkedAt.getTime() - overlap)
  return new Date(Math.floor(since / 1_000) * 1_000)
}

/** Whether a record that was posted then can be new to anybody. */
export function mayBeNew(postedAt: Date, now: Date): boolean {
  return postedAt.getTime() >= now.getTime() - overlap
}

/** The results that are new to a search: posted since, and not told before. A record that was edited keeps its time of posting. */
export function freshOf<Hit extends { id: string; postedAt: Date }>(hits: readonly Hit[], looked: Looked, told: ReadonlySet<string>): Hit[] {
  const since = newSince(looked)
  return hits.filter(({ id, postedAt }) => postedAt >= since && !told.has(id))
}

/** Readings of a query that are worth a mail. What only a wider one finds is shown on the page, never mailed. */
const asAsked: readonly (StepCode | null)[] = [null, 'strict', 'synonyms', 'regional']

/** Whether results were found by the words as they were typed; null: there were none. */
export const isAsAsked = (step: StepCode | null): boolean => asAsked.includes(step)
