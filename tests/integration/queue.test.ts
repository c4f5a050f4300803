import { beforeAll, describe, expect, it } from 'vitest'
import { documentFrom } from '#search/document'
import { phraseTokens } from '#search/text/tokens'
import { runsOf } from '#search/text/units'
import { deleteDocuments, indexedHashes, putDocuments, waitForTask } from '#search/index-writer'
import { db } from '~/domain/kernel/db.server'
import { compareIndex, readQueue, retryJob } from '~/domain/queue/service.server'
import { documentsOf, rowHashes } from '~/domain/searching/rows.server'
import { env } from '~/env.server'
import { enqueueWith } from '~/jobs/enqueue'
import { countDrift, mendDrift, reindex } from '~/jobs/reindex'
import { writingClient } from '~/jobs/search-index'
import { useDatabase } from '#tests/support/database'
import { drain, waitingJobs } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { publishedNeed } from '#tests/support/factories-needs'
import { publishedScenario } from '#tests/support/factories-scenarios'
import { refusal } from '#tests/support/refusal'

useDatabase()

const now = new Date('2026-11-20T02:00:00Z')
let administrator: Awaited<ReturnType<typeof make.administrator>>
beforeAll(async () => {
  administrator = await make.administrator()
})

describe('the job queue', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057'
  const fail = async (attempts: number) => {
    await enqueueWith(db())('mail.send', { mailId: id })
    const [job] = await db().$queryRaw<{ id: string }[]>`UPDATE graphile_worker._private_jobs SET last_error = 'the mail server said 451', attempts = ${attempts} WHERE last_error IS NULL RETURNING id::text`
    return job?.id ?? ''
  }

  it('shows what failed and why to an administrator alone, the given up first', async () => {
    const [retrying, gone] = [await fail(3), await fail(20)]
    const { counts, failed } = await readQueue(administrator.actor, {}, { now })
    expect(counts.find(({ name }) => name === 'mail.send')).toEqual({ name: 'mail.send', waiting: 0, running: 0, retrying: 1, failed: 1 })
    expect(failed.map((job) => job.id)).toEqual([gone, retrying])
    expect(failed[0]).toMatchObject({ name: 'mail.send', payload: { mailId: id }, error: 'the mail server said 451', attempts: 20, maxAttempts: 20 })
    expect((await refusal(readQueue((await make.reviewer()).actor, {}, { now }))).code).toBe('forbidden')
  })

  it('tries again what an administrator asks for, with all its tries, and notes who asked', async () => {
    const gone = await fail(20)
    await retryJob(administrator.actor, { id: gone }, { now })
    const [job] = await db().$queryRaw<{ attempts: number; run_at: Date }[]>`SELECT attempts::int, run_at FROM graphile_worker._private_jobs WHERE id = ${gone}::bigint`
    expect(job).toEqual({ attempts: 0, run_at: now })
    expect(await db().auditEntry.findFirst({ where: { operation: 'queue.retry', entityId: gone } })).toMatchObject({ actorId: administrator.actor.accountId })
    expect((await refusal(retryJob(administrator.actor, { id: '999999999' }, { now }))).code).toBe('not_found')
    expect((await refusal(retryJob(administrator.actor, { id: 'x; DROP' }, { now }))).code).not.toBe('forbidden')
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  })

  it('makes one comparison of several that are asked for', async () => {
    await compareIndex(administrator.actor, {}, { now })
    await compareIndex(administrator.actor, {}, { now })
    expect(await waitingJobs()).toEqual([{ name: 'search.drift', payload: {} }])
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  })
})

describe('the search index, compared with its records', () => {
  const canary = '苍鹭金丝雀密语'
  const hashes = async () => {
    const found = new Map<string, string>()
    for await (const page of indexedHashes(writingClient(), env().MEILISEARCH_INDEX)) for (const { id, hash } of page) found.set(id, hash)
    return found
  }
  const wanted = async () => {
    const found = new Map<string, string>()
    for await (const page of rowHashes()) for (const { id, hash } of page) found.set(id, hash)
    return found
  }

  beforeAll(async () => {
    const [publisher, reviewer] = [await make.publisher(), await make.reviewer()]
    const { id } = await publishedNeed(await make.enterprise(), reviewer.actor, { confidentialSummary: '一份工艺参数', confidentialText: canary })
    expect(await db().needConfidential.findUnique({ where: { needId: id } })).toMatchObject({ text: canary })
    for (const title of ['夜间环卫自动驾驶', '茶叶杀青余热回收', '走航监测', '竹材热处理']) await publishedScenario(publisher, reviewer.actor, { title })
    // A command and the worker at once: one after the other, or each would throw away what the other builds.
    await Promise.all([reindex(), reindex()])
    await drain()
  })

  it('agrees after a change has been worked on', async () => {
    expect(await countDrift()).toBe(0)
    expect(await mendDrift(now)).toEqual({ rows: 0, documents: 0 })
    expect(await db().indexState.findUnique({ where: { name: env().MEILISEARCH_INDEX } })).toMatchObject({ comparedAt: now, differed: 0 })
  })

  it('is mended where a document is lost, changed, left over or from another row', async () => {
    const client = writingClient()
    const before = await wanted()
    const [lost, changed, stale] = [...before.keys()]
    if (!lost || !changed || !stale) return expect.unreachable('too few documents')
    const [document] = await documentsOf([changed], now)
    if (!document) return expect.unreachable('no document')
    await waitForTask(client, (await deleteDocuments(client, env().MEILISEARCH_INDEX, [lost])).taskUid)
    await waitForTask(client, (await putDocuments(client, env().MEILISEARCH_INDEX, [{ ...document, title: '改过的', hash: 'changed' }, documentFrom({ ...document, id: 'need_left-over', recordId: 'left-over' }, now)])).taskUid)
    await db().searchRow.update({ where: { id: stale }, data: { hash: 'stale' } })
    expect(await countDrift()).toBe(4)
    expect(await mendDrift(now)).toEqual({ rows: 1, documents: 3 })
    expect(await hashes()).toEqual(before)
    expect(await countDrift()).toBe(0)
    expect(await db().indexState.findUnique({ where: { name: env().MEILISEARCH_INDEX } })).toMatchObject({ differed: 4 })
  })

  it('holds nothing confidential, in the index or in the rows', async () => {
    const { results } = await writingClient().index(env().MEILISEARCH_INDEX).getDocuments({ limit: 1_000 })
    expect(results.length).toBeGreaterThan(4)
    expect(JSON.stringify(results)).not.toContain('苍鹭')
    for (const token of runsOf(canary).flatMap(phraseTokens)) expect((await writingClient().index(env().MEILISEARCH_INDEX).search(`"${token}"`)).hits, token).toEqual([])
    const [row] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int FROM "SearchRow" AS r WHERE r::text LIKE ${`%${canary.slice(0, 2)}%`}`
    expect(row?.count).toBe(0)
  })
})
