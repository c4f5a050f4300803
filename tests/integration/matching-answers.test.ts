import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/domain/kernel/db.server'
import { acceptMatch, declineMatch } from '~/domain/matching/answer.server'
import { computeMatches } from '~/domain/matching/compute.server'
import { readMatch } from '~/domain/matching/read.server'
import { addMatch } from '~/domain/matching/service.server'
import { spreadMatches } from '~/domain/matching/spread.server'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { needCall as call, publishedNeed } from '#tests/support/factories-needs'
import { refusal } from '#tests/support/factories-people'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()

const makeWorld = async () => ({ owner: await make.enterprise(), reviewer: (await make.reviewer()).actor, researcher: await make.researcher({ summary: '夜间低照度障碍物识别。' }), stranger: (await make.researcher()).actor })
let world: Awaited<ReturnType<typeof makeWorld>>
let id: string
let needId: string

beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  const need = await publishedNeed(world.owner, world.reviewer)
  needId = need.id
  id = (await addMatch(world.reviewer, { kind: 'need', id: need.id, candidateKind: 'person', candidateId: world.researcher.person.id }, call)).id
})
const again = async () => {
  await computeMatches('need', needId, { tell: false, now: call.now })
  await spreadMatches(call.now)
}
const answersFor = async (actor: typeof world.reviewer) => (await readMatch(actor, { id }, call)).answers
const state = async () => (await db().match.findUniqueOrThrow({ where: { id } })).state

describe('the answers of both sides', () => {
  it('are kept beside each other with their reasons, for the bureau and the side itself, whatever is computed again', async () => {
    await acceptMatch(world.researcher.actor, { id, why: 'direction', note: '做过两款量产车' }, call)
    await acceptMatch(world.owner.actor, { id, why: 'results', note: '' }, call)
    await again()
    expect(await state()).toBe('accepted')
    expect(await answersFor(world.reviewer)).toMatchObject([{ side: 'candidate', accepted: true, why: 'direction', note: '做过两款量产车', by: world.researcher.actor.name }, { side: 'owner', accepted: true, why: 'results', by: world.owner.actor.name }])
    expect(await answersFor(world.owner.actor)).toMatchObject([{ side: 'candidate', accepted: true, why: null, note: '', by: null }, { side: 'owner', why: 'results' }])
  })

  it('are told to the other side', async () => {
    await acceptMatch(world.researcher.actor, { id }, call)
    await drain()
    expect((await mailsTo(world.owner.email)).filter(({ text }) => text.includes(id))).toHaveLength(1)
    expect((await mailsTo(world.researcher.email)).filter(({ text }) => text.includes(id))).toHaveLength(0)
    await declineMatch(world.researcher.actor, { id, why: 'time', note: '' }, call)
    await acceptMatch(world.reviewer, { id }, call)
    await drain()
    expect((await mailsTo(world.researcher.email)).filter(({ text, subject }) => text.includes(id) && subject.includes('愿意与您对接'))).toHaveLength(1)
  })

  it('need a reason for a no, in words where it is another one', async () => {
    expect((await refusal(declineMatch(world.owner.actor, { id, note: '' }, call))).errors).toMatchObject([{ path: 'why', message: { key: 'field.choose' } }])
    expect((await refusal(declineMatch(world.owner.actor, { id, why: 'weather' }, call))).errors).toMatchObject([{ path: 'why', message: { key: 'field.unknown_choice' } }])
    expect((await refusal(declineMatch(world.owner.actor, { id, why: 'other', note: ' ' }, call))).errors).toMatchObject([{ path: 'note', message: { key: 'match.why.say' } }])
    await declineMatch(world.owner.actor, { id, why: 'maturity', note: '' }, call)
    await again()
    expect(await state()).toBe('declined')
    expect(await answersFor(world.reviewer)).toMatchObject([{ side: 'owner', accepted: false, why: 'maturity' }])
    expect(JSON.stringify(await readMatch(world.researcher.actor, { id }, call))).not.toMatch(/maturity|成熟度不够/)
  })

  it('of one side cannot be turned by the other, only by the bureau', async () => {
    await declineMatch(world.researcher.actor, { id, why: 'time', note: '今年排满' }, call)
    expect((await refusal(acceptMatch(world.owner.actor, { id }, call))).said.key).toBe('match.answer.other_declined')
    await acceptMatch(world.researcher.actor, { id, note: '排出了时间' }, call)
    expect(await state()).toBe('accepted')
    expect(await answersFor(world.reviewer)).toMatchObject([{ side: 'candidate', accepted: true, note: '排出了时间' }])
  })

  it('are hidden from everybody else', async () => {
    expect((await refusal(acceptMatch(world.stranger, { id }, call))).code).toBe('not_found')
    expect((await refusal(declineMatch(world.stranger, { id, why: 'time' }, call))).code).toBe('not_found')
  })
})
