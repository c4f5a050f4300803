import { z } from 'zod'
import type { SavedSearch } from '#prisma/client'
import type { SearchHit } from '#search/query'
import { system } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { away } from '~/domain/kernel/errors'
import { command } from '~/domain/kernel/operation.server'
import { localFromInstant } from '~/domain/kernel/time'
import { createMail } from '~/domain/notifications/service.server'
import { searchPortal } from '~/domain/searching/service.server'
import { savedSearchPolicy } from './policy'
import * as repo from './repo.server'
import { freshOf, isAsAsked, lastRun, mostNamed, newSince, overlap, type Alerting } from './rules'
import { unsubscribeToken } from './unsubscribe.server'

/** What a search finds that was posted since, the newest first. Throws when search is away, so that the alert waits and nothing is lost. */
async function foundSince(query: string, since: Date, now: Date): Promise<SearchHit[]> {
  const params = new URLSearchParams(query)
  params.set('sort', 'posted')
  const found: SearchHit[] = []
  for (let page = 1; ; page++) {
    params.set('page', String(page))
    const { result, ignored } = await searchPortal(params, now, 100)
    if (!result) throw away({ key: 'search.away' })
    // A condition that means nothing any more would make the search a wider one than was saved.
    if (!isAsAsked(result.step) || result.nothingToFind || ignored.length > 0) return []
    const recent = result.hits.filter(({ postedAt }) => postedAt >= since)
    found.push(...recent)
    if (recent.length < result.hits.length || page >= result.pages) return found
  }
}

const titleOf = (hit: SearchHit) => hit.title.map(({ text }) => text).join('')
const recordOf = (hit: SearchHit) => ({ kind: hit.type, title: titleOf(hit), path: hit.url, deadline: hit.closesAt && localFromInstant(hit.closesAt).replace('T', ' ') })

/** Writes one search's mail and what it tells, in one transaction: told twice by two jobs, a result is still in one mail. */
const tell = command({
  name: 'saved_search.alert',
  input: z.object({ id: z.uuid(), hits: z.custom<SearchHit[]>((value) => Array.isArray(value)) }),
  load: (context, { id }) => repo.findLocked(context.tx, id),
  policy: savedSearchPolicy.alert,
  run: async (context, { hits }, search) => {
    const told = search.frequency === 'never' ? new Set() : await repo.insertTold(context.tx, search.id, hits)
    const fresh = hits.filter(({ id }) => told.has(id))
    await context.audit('saved_search.alert', 'saved_search', search.id, { count: fresh.length })
    if (fresh.length === 0) return
    const { name, email, locale } = search.account
    await repo.markMailed(context.tx, search.id, context.now, fresh.length)
    await createMail(context, {
      key: `search_alert:${search.id}:${search.mails + 1}`,
      template: 'search_alert',
      recipient: email,
      locale: locale === 'en' ? 'en' : 'zh-CN',
      data: { name, search: search.name, count: fresh.length, frequency: search.frequency, records: fresh.slice(0, mostNamed).map(recordOf), path: latestFirst(search.query), manage: `/account/searches/${search.id}`, token: unsubscribeToken(search.id) },
    })
  },
})

function latestFirst(query: string): string {
  const params = new URLSearchParams(query)
  params.set('sort', 'posted')
  return `/search?${params.toString()}`
}

async function alertQuery(searches: SavedSearch[], query: string, now: Date): Promise<void> {
  const since = new Date(Math.min(...searches.map((search) => newSince(search).getTime())))
  const hits = await foundSince(query, since, now)
  const told = await repo.toldOf(db(), searches.map(({ id }) => id))
  for (const search of searches) {
    const fresh = freshOf(hits, search, told.get(search.id) ?? new Set())
    if (fresh.length > 0) await tell(system, { id: search.id, hits: fresh }, { now })
  }
  await repo.markChecked(db(), searches.map(({ id }) => id), now, new Date(now.getTime() - overlap))
}

/**
 * Mails what is new to the saved searches of one frequency that are due at `now`. Each query is asked once, however many saved it:
 * the work is one request to search (about 10 ms) for each different query, and one short transaction for each mail. A job that
 * breaks off goes on where it was, since what was looked at in this run is not due any more. Throws when search is away.
 */
export async function alertSearches(frequency: Alerting, now: Date): Promise<void> {
  const run = lastRun(frequency, now)
  for (const query of await repo.dueQueries(db(), frequency, run)) await alertQuery(await repo.dueOf(db(), frequency, query, run), query, now)
}

/** Whether anybody waits to be told at once. */
export function someoneWaits(): Promise<boolean> {
  return repo.anyImmediate(db())
}
