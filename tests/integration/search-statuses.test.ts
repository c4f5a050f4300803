import { beforeAll, describe, expect, it } from 'vitest'
import { outdated } from '#search/ask/page'
import { documentOf, type NeedSource } from '#search/document'
import { ensureIndex, putDocuments, waitForTask } from '#search/index-writer'
import { emptyQuery, search, type SearchResult } from '#search/query'
import { db } from '~/domain/kernel/db.server'
import { fillRows } from '~/domain/searching/rows.server'
import { env } from '~/env.server'
import { renewStatuses } from '~/jobs/handlers/renew-statuses'
import { writingClient } from '~/jobs/search-index'
import { useDatabase } from '#tests/support/database'

useDatabase()

const day = 86_400_000
const written = new Date('2026-06-15T04:00:00Z')
const later = (days: number) => new Date(written.getTime() + days * day)
const need = (id: string, opens: number, closes: number): NeedSource => ({
  type: 'need', id, number: id, title: `锂电池回收${id}`, summary: '', body: '', keywords: [], version: 1, publishedAt: later(-30), opensAt: later(opens), closesAt: later(closes), year: 2026,
})
const sources = [need('upcoming', 5, 30), need('open', -5, 20), need('soon', -5, 3), need('closed', -20, -1)]
const asked = (now: Date, q = '锂电池'): Promise<SearchResult> => search(writingClient(), env().MEILISEARCH_INDEX, { ...emptyQuery, q }, { now })
const late = async (now: Date) => (await writingClient().index(env().MEILISEARCH_INDEX).getDocuments({ filter: outdated(now.getTime() / 1000), limit: 0 })).total

beforeAll(async () => {
  await fillRows([async (_tx, after) => ({ lastId: after ? null : 'all', sources: after ? [] : sources })])
  await ensureIndex(writingClient(), env().MEILISEARCH_INDEX)
  await waitForTask(writingClient(), (await putDocuments(writingClient(), env().MEILISEARCH_INDEX, sources.map((source) => documentOf(source, written)))).taskUid)
})

describe('statuses', () => {
  it('are counted as the windows have them, also after an edge that no job has seen, and before', async () => {
    expect((await asked(written)).statuses).toEqual({ open: 2, closing_soon: 1, upcoming: 1, closed: 1 })
    expect((await asked(later(4))).statuses).toEqual({ open: 1, closing_soon: 0, upcoming: 1, closed: 2 })
    expect((await asked(later(15))).statuses).toEqual({ open: 2, closing_soon: 1, upcoming: 0, closed: 2 })
    expect((await asked(later(-10))).statuses).toEqual({ open: 1, closing_soon: 0, upcoming: 3, closed: 0 })
    expect((await asked(later(15), '')).statuses).toEqual({ open: 2, closing_soon: 1, upcoming: 0, closed: 2 })
  })

  it('are renewed by their job where an edge has passed, and nowhere else', async () => {
    expect([await late(written), await late(later(15))]).toEqual([0, 3])
    await renewStatuses(later(15))
    expect(await late(later(15))).toBe(0)
    expect((await asked(later(15))).statuses).toEqual({ open: 2, closing_soon: 1, upcoming: 0, closed: 2 })
    const before = await writingClient().tasks.getTasks({ limit: 1 })
    await renewStatuses(later(15))
    expect((await writingClient().tasks.getTasks({ limit: 1 })).results[0]?.uid).toBe(before.results[0]?.uid)
  })

  it('take a document out whose row is gone', async () => {
    await db().searchRow.delete({ where: { id: 'need_closed' } })
    await db().searchRow.delete({ where: { id: 'need_open' } })
    await renewStatuses(later(25))
    expect((await asked(later(25))).statuses).toEqual({ open: 1, closing_soon: 1, upcoming: 0, closed: 2 })
    expect(await late(later(25))).toBe(0)
  })
})
