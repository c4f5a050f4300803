import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '~/domain/kernel/db.server'
import { followChanges } from '~/domain/matching/changes.server'
import { computeMatches } from '~/domain/matching/compute.server'
import { forgetPool } from '~/domain/matching/pool.server'
import { noticeVersion } from '~/domain/matching/run.server'
import type { MatchPart } from '~/domain/matching/schema'
import { matchingVersion } from '~/domain/matching/version.server'
import { updateProfile } from '~/domain/people/service.server'
import { useEmbedder } from '~/domain/searching/vectors.server'
import { setEnv } from '~/env.server'
import { giveVectors } from '~/jobs/handlers/give-vectors'
import { closeMailer } from '~/jobs/handlers/send-mail'
import { mendDrift, reindex } from '~/jobs/reindex'
import { indexName, writingClient } from '~/jobs/search-index'
import { freshDatabase } from '#tests/support/database'
import { startEmbedder, testDimensions } from '#tests/support/embedder'
import { drain, waitingJobs } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { needCall as call, publishedNeed } from '#tests/support/factories-needs'
import { personForm } from '#tests/support/factories-people'

/* An embedder that computes real vectors: it knows that 消声 and 啸叫 are one matter, which no word of theirs says. */

const canary = '机密内容金丝雀七七三'
const quiet = { title: '厂房消声改造', keywords: '消声', problem: '车间里太响，邻居投诉，要消声。', indicators: '夜里要安静。', goal: '邻居不再投诉。', field: 'environment', confidentialSummary: '另有细节', confidentialText: canary }

let embedder: Awaited<ReturnType<typeof startEmbedder>>
let values: Record<string, string>
let drop: () => Promise<void>
let world: Awaited<ReturnType<typeof makeWorld>>

const withEmbedder = () => void setEnv({ ...values, ...embedder.values })
const withoutEmbedder = () => void setEnv({ ...values, EMBEDDER_URL: '' })

async function makeWorld() {
  await db().district.update({ where: { id: 1 }, data: { notifyFromScore: 100 } })
  const [owner, reviewer] = [await make.enterprise(), (await make.reviewer()).actor]
  // Shares no word with the need, and means the same.
  const same = await make.researcher({ summary: '抑制风机啸叫。', keywords: ['啸叫'], fields: ['environment'] })
  for (const work of ['竹纤维复合材料', '柑橘病虫害预报', '动力电池健康评估', '压铸模具修复', '古籍数字化', '道路照明节能']) await make.researcher({ summary: `${work}。`, keywords: [work], fields: ['materials'] })
  const need = await publishedNeed(owner, reviewer, quiet)
  await reindex()
  await drain()
  return { owner, reviewer, same, need }
}

beforeAll(async () => {
  embedder = await startEmbedder()
  const fresh = await freshDatabase()
  values = fresh.values
  drop = fresh.drop
  withEmbedder()
  world = await makeWorld()
})
afterAll(async () => {
  closeMailer()
  await closeDb()
  await embedder.stop()
  await drop()
})

const pair = () => db().match.findFirst({ where: { needId: world.need.id, personId: world.same.person.id } })
const partsOf = async () => (await pair())?.parts as MatchPart[] | undefined
const compute = (size?: number) => computeMatches('need', world.need.id, { tell: false, now: call.now, size })
/** The vector that the index holds of a document. */
async function indexed(id: string): Promise<number[] | null> {
  const { results } = await writingClient().index<{ id: string; _vectors?: { meaning?: { embeddings?: number[][] } } }>(indexName()).getDocuments({ filter: [`id = "${id}"`], retrieveVectors: true })
  expect(results).toHaveLength(1)
  return results[0]?._vectors?.meaning?.embeddings?.[0] ?? null
}
const docOf = ({ number }: { number: string }) => `expert_${number}`

describe('an embedder', () => {
  it('gives every document its vector, from what the index has alone', async () => {
    expect(await indexed(docOf(world.same.person))).toHaveLength(testDimensions)
    expect(await indexed(`need_${world.need.number}`)).toHaveLength(testDimensions)
    const { asked } = embedder
    expect(asked.join('\n')).toContain('抑制风机啸叫')
    for (const secret of [canary, world.same.email, '023-49800000', '陈工']) expect(asked.join('\n')).not.toContain(secret)
  })

  it('brings whoever means the same without a word in common, with points and a reason of their own', async () => {
    expect(await compute()).toBe(1)
    const parts = (await partsOf())!
    const [text, meaning] = ['text', 'meaning'].map((name) => parts.find(({ part }) => part === name))
    expect(text?.points).toBeLessThan(3)
    expect(meaning).toMatchObject({ max: 15, reason: { key: expect.stringMatching(/meaning\.(strong|some)$/) as string } })
    expect(parts.reduce((sum, { max }) => sum + max, 0)).toBe(100)
    expect(Math.round(parts.reduce((sum, { points }) => sum + points * 10, 0))).toBe(Math.round((await pair())!.score.toNumber() * 10))
    expect((await pair())!.passages).toEqual([])
  })

  it('recalls them from a pool too large to be held', async () => {
    await db().match.deleteMany({ where: { needId: world.need.id } })
    expect(await compute(3)).toBe(1)
    expect(await pair()).not.toBeNull()
  })

  it('is asked once for each text', async () => {
    const before = embedder.asked.length
    await reindex()
    await mendDrift(call.now)
    expect(embedder.asked.length).toBe(before)
  })
})

describe('an embedder that is away', () => {
  const edit = async (summary: string) => {
    const { person, actor } = world.same
    const { version } = await db().person.findUniqueOrThrow({ where: { id: person.id } })
    await updateProfile(actor, { id: person.id, version, ...personForm({ name: person.name, keywords: '啸叫', summary, projects: '', fields: ['environment'], maxLoad: '8' }) }, call)
    await drain()
  }
  const waits = async () => (await waitingJobs()).filter(({ name }) => name === 'search.vectors')

  it.each(['refuses', 'short'] as const)('or %s, holds up no indexing: the document goes in without, and gets its vector later', async (mode) => {
    embedder.set(mode)
    await edit(`抑制风机啸叫，${mode}。`)
    expect(await indexed(docOf(world.same.person))).toBeNull()
    expect(await waits()).toHaveLength(1)
    await expect(giveVectors()).rejects.toThrow('the embedder answered')
    embedder.set('answers')
    await followChanges(call.now)
    await giveVectors()
    expect(await indexed(docOf(world.same.person))).toHaveLength(testDimensions)
    expect((await db().matchSeen.findUniqueOrThrow({ where: { id: world.same.person.id } })).changedAt).not.toBeNull()
    await followChanges(call.now)
    expect((await partsOf())?.find(({ part }) => part === 'meaning')?.points).toBeGreaterThan(7)
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  })

  it('has a need matched again once it is back', async () => {
    embedder.set('refuses')
    const late = await publishedNeed(world.owner, world.reviewer, { ...quiet, title: '食堂消声改造' })
    await drain()
    expect(await db().match.count({ where: { needId: late.id, personId: world.same.person.id } })).toBe(0)
    embedder.set('answers')
    await giveVectors()
    expect((await waitingJobs()).filter(({ name }) => name === 'match.target')).toMatchObject([{ payload: { kind: 'need', id: late.id } }])
    await drain()
    expect(await db().match.count({ where: { needId: late.id, personId: world.same.person.id } })).toBe(1)
  })
})

describe('without an embedder', () => {
  it('nothing is missing: the index, the version and the parts are as they were, and what was matched with one is matched again', async () => {
    const before = matchingVersion()
    withoutEmbedder()
    expect(useEmbedder()).toBeNull()
    expect(matchingVersion()).not.toBe(before)
    expect(before.startsWith(matchingVersion())).toBe(true)
    expect(await noticeVersion(call.now)).toBe(2)
    await mendDrift(call.now)
    expect(await writingClient().index(indexName()).getEmbedders()).toEqual({})
    forgetPool()
    expect(await compute()).toBe(0)
    expect(await pair()).toBeNull()
    const asked = embedder.asked.length
    await drain()
    expect(embedder.asked.length).toBe(asked)
  })
})
