import { beforeAll, describe, expect, it } from 'vitest'
import { createAchievement, unpublishAchievement, updateAchievement } from '~/domain/achievements/service.server'
import { db } from '~/domain/kernel/db.server'
import { fillCandidates, renewCandidate } from '~/domain/matching/candidates.server'
import { codeOf } from '~/domain/matching/codes'
import { membersFor, type LoadedTarget } from '~/domain/matching/compute.server'
import { unpack } from '~/domain/matching/packing'
import { profileVersion } from '~/domain/matching/profile'
import { suspendBroker } from '~/domain/brokers/service.server'
import { fillRowsIfNone, mendDrift, reindex } from '~/jobs/reindex'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { needCall as call } from '#tests/support/factories-needs'
import { achievementForm } from '#tests/support/factories-people'

useDatabase()

async function makeWorld() {
  await reindex()
  const [institute, reviewer, broker] = [await make.institute(), (await make.reviewer()).actor, await make.broker()]
  const [one, other] = [await make.researcher({ organisationId: institute.organisation.id }), await make.researcher({ organisationId: institute.organisation.id })]
  const form = (values: Record<string, unknown> = {}) => ({ ...achievementForm({ organisationId: institute.organisation.id, inventors: [one.person.id], ...values }), publish: 'on' })
  const result = await createAchievement(institute.actor, form(), call)
  await drain()
  return { institute, reviewer, broker, one, other, form, result }
}
let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
})

const row = (candidateId: string) => db().matchCandidate.findUnique({ where: { candidateId } })
const all = () => db().matchCandidate.findMany({ orderBy: { id: 'asc' } })
const has = async (candidateId: string, term: string) => {
  const found = await row(candidateId)
  return found ? unpack(found.profile).terms.includes(codeOf(term)) : null
}
const change = async (values: Record<string, unknown>) => {
  const { version } = await db().achievement.findUniqueOrThrow({ where: { id: world.result.id } })
  await updateAchievement(world.institute.actor, { ...world.form(values), id: world.result.id, version }, call)
  await drain()
}

describe('what matching reads of a candidate', () => {
  it('is written when it is published, and what it brings to those whose it is', async () => {
    const { institute, one, other, result } = world
    expect(await row(result.id)).toMatchObject({ id: `achievement_${result.number}`, kind: 'achievement', organisationId: institute.organisation.id, personIds: [one.person.id], fields: ['transport'], trl: 6, version: profileVersion() })
    expect(await Promise.all([one.person.id, institute.organisation.id, other.person.id].map(async (id) => (await row(id))?.records))).toEqual([1, 1, 0])
    expect(await Promise.all([result.id, one.person.id, institute.organisation.id, other.person.id].map((id) => has(id, '模组')))).toEqual([true, true, true, false])
  })

  it('is what all records say, and stays as it is when it is read again', async () => {
    const before = await all()
    expect(before.length).toBeGreaterThan(4)
    await renewCandidate('achievement', world.result.id)
    expect(await fillCandidates()).toBe(0)
    expect(await all()).toEqual(before)
  })

  it('follows a change, also to who has it no more', async () => {
    const { institute, one, other, result } = world
    await change({ title: '竹纤维热压成型工艺', inventors: [other.person.id] })
    expect(await Promise.all([result.id, one.person.id, institute.organisation.id, other.person.id].map((id) => has(id, '竹纤')))).toEqual([true, false, true, true])
    expect(await Promise.all([one.person.id, other.person.id].map(async (id) => (await row(id))?.records))).toEqual([0, 1])
    expect(await fillCandidates()).toBe(0)
  })

  it('goes with what is taken back, and so does what it brought', async () => {
    const { institute, other, result, reviewer, broker } = world
    await unpublishAchievement(institute.actor, { id: result.id, reason: '内容需要更新' }, call)
    const { version } = await db().broker.findUniqueOrThrow({ where: { id: broker.broker.id } })
    await suspendBroker(reviewer, { id: broker.broker.id, version, reason: '证书到期未续' }, call)
    await drain()
    expect(await row(result.id)).toBeNull()
    expect(await row(broker.broker.id)).toBeNull()
    expect(await Promise.all([institute.organisation.id, other.person.id].map(async (id) => (await row(id))?.records))).toEqual([0, 0])
    expect(await fillCandidates()).toBe(0)
  })

  it('is not read when another version made it, and made anew', async () => {
    const target: LoadedTarget = { kind: 'need', id: 'x', title: '', path: '/', deadline: null, sections: [{ name: 'title', text: '机器视觉与传感器融合' }], field: '', modes: [], areaKey: null, trlWanted: null, ownerIds: [] }
    await db().matchCandidate.update({ where: { candidateId: world.one.person.id }, data: { version: 'old' } })
    const seen = async () => (await membersFor(target, { size: 19_000 + (await db().matchCandidate.count({ where: { version: 'old' } })) }))?.data.members.map(({ id }) => id)
    expect(await seen()).not.toContain(world.one.person.id)
    await fillRowsIfNone()
    expect((await row(world.one.person.id))?.version).toBe(profileVersion())
    expect(await seen()).toContain(world.one.person.id)
  })

  it('is mended when it differs, is lost or left over', async () => {
    const before = await all()
    const [lost, changed] = before
    if (!lost || !changed) return expect.unreachable('too few rows')
    await db().matchCandidate.delete({ where: { id: lost.id } })
    await db().matchCandidate.update({ where: { id: changed.id }, data: { hash: 'changed', profile: new Uint8Array() } })
    await db().matchCandidate.create({ data: { ...changed, id: 'left_over', candidateId: '01890a5d-ac96-774b-bcce-b302099a8057' } })
    expect((await mendDrift(call.now)).rows).toBe(3)
    const plain = (rows: typeof before) => rows.map(({ writtenAt: _, ...values }) => values)
    expect(plain(await all())).toEqual(plain(before))
  })
})
