import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { closeDb, db } from '~/domain/kernel/db.server'
import { renewCandidate } from '~/domain/matching/candidates.server'
import { computeMatches, explainedFor, membersFor, type LoadedTarget } from '~/domain/matching/compute.server'
import { textsOf } from '~/domain/matching/members.server'
import { matchingVersion } from '~/domain/matching/version.server'
import { setEnv } from '~/env.server'
import { reindex } from '~/jobs/reindex'
import { freshDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { needCall, publishedNeed } from '#tests/support/factories-needs'
import { startProxy, type Proxy } from '#tests/support/meilisearch-proxy'

const now = needCall.now
const lines = <Line>(name: string) => readFileSync(`app/domain/matching/eval/second/${name}.jsonl`, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Line)
const needs = lines<{ id: string; title: string; content: string }>('needs')
const results = lines<{ id: string; title: string; content: string }>('candidates')
/** So few are held in memory that everything else must be recalled: by telling terms, or, where these are too many as well, by the index. */
const small = { size: 120 }
const smallest = { size: 120, told: 200 }

let proxy: Proxy
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  proxy = await startProxy(inject('services').meilisearchHost)
  setEnv({ ...fresh.values, MEILISEARCH_HOST: proxy.url })
  const { organisation } = await make.institute()
  await db().organisation.update({ where: { id: organisation.id }, data: { verification: 'verified', summary: '做过许多项目。' } })
  await db().achievement.createMany({ data: results.map(({ id, title, content }) => ({ number: `CG-${id}`, title, summary: content, body: '', field: 'transport', trl: 6, iprKind: 'know_how' as const, modes: ['licence' as const], keywords: [], organisationId: id < 'r020' ? organisation.id : null, publishedAt: now })) })
  await reindex()
})
afterAll(async () => {
  await closeDb()
  await proxy.stop()
  await drop()
})

const targetOf = ({ id, title, content }: (typeof needs)[number]): LoadedTarget => ({ kind: 'need', id, title, path: '/', deadline: null, sections: [{ name: 'title', text: title }, { name: 'problem', text: content }], field: 'transport', modes: [], areaKey: null, trlWanted: 6, ownerIds: [] })
const ranking = async (need: (typeof needs)[number], options = {}) => (await membersFor(targetOf(need), options))?.members ?? []
/** Of the best five by the whole pool, how many are found by recall too. */
async function share(some: typeof needs, how: typeof small): Promise<number> {
  const whole = []
  for (const need of some) whole.push((await ranking(need)).slice(0, 5).map(({ candidate }) => candidate.id))
  let [found, all] = [0, 0]
  for (const [index, need] of some.entries()) {
    const recalled = new Set((await ranking(need, how)).slice(0, 5).map(({ candidate }) => candidate.id))
    found += (whole[index] ?? []).filter((id) => recalled.has(id)).length
    all += whole[index]?.length ?? 0
  }
  return found / all
}

describe('a pool too large to be held', () => {
  it('gives nearly the same best five as looking at every one, by what a sample has taught', async () => {
    expect(await share(needs.slice(0, 20), small)).toBeGreaterThan(0.8)
  }, 60_000)

  it('is recalled from the index where even the telling terms are too many, hardly otherwise', async () => {
    expect(await share(needs.slice(0, 20), smallest)).toBeGreaterThan(0.8)
  }, 60_000)

  it('has at once whoever came since the telling terms were read', async () => {
    const [need] = needs
    if (!need) throw new Error('no needs')
    await ranking(need, small)
    const { id } = await db().achievement.create({ data: { number: 'CG-new', title: need.title, summary: need.content, body: '', field: 'transport', trl: 6, iprKind: 'know_how', modes: ['licence'], keywords: [], publishedAt: now } })
    await renewCandidate('achievement', id)
    expect((await ranking(need, small))[0]?.candidate.id).toBe(id)
    await db().achievement.delete({ where: { id } })
    await renewCandidate('achievement', id)
    expect((await ranking(need, small)).map(({ candidate }) => candidate.id)).not.toContain(id)
  })

  it('gives the same twice, with parts that add up and passages from both texts', async () => {
    const [need] = needs
    if (!need) throw new Error('no needs')
    const [one, other] = [await ranking(need, small), await ranking(need, small)]
    expect(one.length).toBeGreaterThan(3)
    expect(other).toEqual(one)
    for (const { score, parts } of one) expect(Math.round(parts.reduce((sum, { points }) => sum + points * 10, 0))).toBe(Math.round(score * 10))
    const ready = await membersFor(targetOf(need), small)
    expect(ready && (await explainedFor(ready, 3, now)).map(({ passages }) => passages.length > 0)).toEqual([true, true, true])
  })

  it('is recalled from the database while the index is away, hardly otherwise', async () => {
    proxy.set('refuse')
    try {
      expect(await share(needs.slice(20, 30), smallest)).toBeGreaterThan(0.8)
    } finally {
      proxy.set('none')
    }
  }, 60_000)

  it('shows what an institute has done', async () => {
    const need = { id: 'x', title: results[0]?.title ?? '', content: results[0]?.content ?? '' }
    const also = (await db().organisation.findMany({ where: { kind: 'institute' }, select: { id: true } })).map(({ id }) => id)
    const institute = (await membersFor(targetOf(need), { ...small, also }))?.data.members.find(({ kind }) => kind === 'institute')
    if (!institute) return expect.unreachable('no institute')
    expect(institute.records).toBe(19)
    const sections = (await textsOf(db(), [institute], now)).get(institute.id)
    expect(sections?.find(({ name }) => name === 'results')?.text.split('\n')).toHaveLength(12)
    const whole = (await membersFor(targetOf(need)))?.data.members.find(({ kind }) => kind === 'institute')
    expect(institute).toEqual(whole)
  })

  it('leaves out nobody whom people have decided on, however far off', async () => {
    const owner = await make.enterprise()
    const need = await publishedNeed(owner, (await make.reviewer()).actor)
    await drain()
    const [far] = await db().achievement.findMany({ where: { number: 'CG-r001' } })
    await db().match.deleteMany({ where: { needId: need.id } })
    const match = { needId: need.id, candidateKind: 'achievement' as const, achievementId: far?.id ?? '', score: '1', parts: [], passages: [], weightsVersion: 'old', rank: 1 }
    const { id } = await db().match.create({ data: { ...match, state: 'accepted' } })
    expect(await computeMatches('need', need.id, { tell: false, now, ...small })).toBeGreaterThan(0)
    const kept = await db().match.findUniqueOrThrow({ where: { id } })
    expect(kept).toMatchObject({ state: 'accepted', weightsVersion: matchingVersion() })
    expect(kept.score.toNumber()).not.toBe(1)
  })
})
