import { describe, expect, it } from 'vitest'
import { db } from '~/domain/kernel/db.server'
import { visitor } from '~/domain/kernel/actor'
import { listAchievements, listAchievementsOf, listOwnAchievements, ownerChoices, readAchievement } from '~/domain/achievements/read.server'
import { createAchievement, publishAchievement, unpublishAchievement, updateAchievement } from '~/domain/achievements/service.server'
import { searchPortal } from '~/domain/searching/service.server'
import { useDatabase } from '#tests/support/database'
import { drain, waitingJobs } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { achievementForm, refusal } from '#tests/support/factories-people'

useDatabase()

const call = { now: new Date('2026-11-20T02:00:00Z') }
const found = async (q: string) => (await searchPortal(new URLSearchParams({ q }), call.now)).result?.hits.map((hit) => hit.recordId) ?? []
const stored = (number: string) => db().achievement.findUniqueOrThrow({ where: { number }, include: { inventors: { orderBy: { position: 'asc' } } } })

/** An institute, one of its researchers with an account, and a second one. */
async function house() {
  const institute = await make.institute()
  const id = institute.organisation.id
  return { institute, id, researcher: await make.researcher({ organisationId: id }), second: await make.researcher({ organisationId: id }) }
}

describe('a draft', () => {
  it('is seen by its inventors, the owner’s members and the bureau, and by nobody else', async () => {
    const { institute, id, researcher } = await house()
    const { number } = await createAchievement(institute.actor, achievementForm({ organisationId: id, inventors: [researcher.person.id] }), call)
    expect(number).toMatch(/^CG-2026-\d{4}$/)
    expect((await waitingJobs()).map((job) => job.name)).not.toContain('index.record')
    for (const inside of [institute.actor, researcher.actor, (await make.colleague(id, 'institute')).actor, (await make.reviewer()).actor]) expect((await readAchievement(inside, { id: number }, call)).state).toBe('draft')
    for (const outside of [visitor, (await make.stranger()).actor, (await make.institute()).actor]) expect((await refusal(readAchievement(outside, { id: number }, call))).code).toBe('not_found')
    expect((await listAchievements(visitor, {}, call)).rows.map((row) => row.number)).not.toContain(number)
    expect((await listAchievementsOf(visitor, { organisationId: id }, call))).toEqual([])
    expect(await listOwnAchievements(researcher.actor, {}, call)).toMatchObject({ counts: { draft: 1, published: 0 }, rows: [{ number, editable: true }] })
    expect((await listOwnAchievements(researcher.actor, { state: 'published' }, call)).rows).toEqual([])
  })

  it('keeps what was typed: prices in 元, inventors in their order', async () => {
    const { institute, id, researcher, second } = await house()
    const { number } = await createAchievement(institute.actor, achievementForm({ organisationId: id, inventors: [second.person.id, '', researcher.person.id] }), call)
    const row = await stored(number)
    expect([row.priceMin?.toFixed(2), row.priceMax?.toFixed(2), row.cases, row.keywords]).toEqual(['125000.00', '300000.00', ['旺龙湖园区，46 台配送车'], ['事件相机', '低照度']])
    expect(row.inventors.map(({ personId }) => personId)).toEqual([second.person.id, researcher.person.id])
  })
})

describe('publication', () => {
  it('puts it into the list and the search, and taking it back removes it with a reason', async () => {
    const { institute, id } = await house()
    const { number } = await createAchievement(institute.actor, achievementForm({ organisationId: id, title: '秀芽茶杀青温度在线监测' }), call)
    await drain()
    expect(await found('秀芽茶杀青')).not.toContain(number)
    await publishAchievement(institute.actor, { id: number }, call)
    await drain()
    expect(await found('秀芽茶杀青')).toContain(number)
    expect((await readAchievement(visitor, { id: number }, call)).title).toBe('秀芽茶杀青温度在线监测')
    expect(await refusal(unpublishAchievement(institute.actor, { id: number, reason: '' }, call))).toMatchObject({ code: 'invalid', errors: [{ path: 'reason' }] })
    await unpublishAchievement(institute.actor, { id: number, reason: '已独家许可' }, call)
    await drain()
    expect(await found('秀芽茶杀青')).not.toContain(number)
    expect((await refusal(readAchievement(visitor, { id: number }, call))).code).toBe('not_found')
    const steps = await db().transition.findMany({ where: { entity: 'achievement', entityId: (await stored(number)).id }, orderBy: { occurredAt: 'asc' } })
    expect(steps.map(({ toState, reason }) => [toState, reason])).toEqual([['draft', null], ['published', null], ['draft', '已独家许可']])
  })

  it('comes with the form in one go, and a later change is indexed', async () => {
    const { institute, id } = await house()
    const { number } = await createAchievement(institute.actor, achievementForm({ organisationId: id, title: '桑葚采后速冻成套装备', publish: 'on' }), call)
    await drain()
    expect(await found('桑葚采后速冻')).toContain(number)
    const { version } = await readAchievement(institute.actor, { id: number }, call)
    await updateAchievement(institute.actor, { ...achievementForm({ organisationId: id, title: '柑橘采后预冷装备' }), id: number, version }, call)
    await drain()
    expect(await found('柑橘采后预冷')).toContain(number)
    expect((await stored(number)).published).toBe(true)
  })

  it('waits for the owner’s verification; nothing is written meanwhile', async () => {
    const institute = await make.institute({ verified: false })
    const id = institute.organisation.id
    expect(await refusal(createAchievement(institute.actor, achievementForm({ organisationId: id, publish: 'on' }), call))).toMatchObject({ code: 'conflict', said: { key: 'achievement.owner_not_verified' } })
    expect(await db().achievement.count({ where: { organisationId: id } })).toBe(0)
    const { number } = await createAchievement(institute.actor, achievementForm({ organisationId: id }), call)
    expect((await refusal(publishAchievement(institute.actor, { id: number }, call))).code).toBe('conflict')
    expect((await refusal(updateAchievement(institute.actor, { ...achievementForm({ organisationId: id, title: '改了名字的成果', publish: 'on' }), id: number, version: 1 }, call))).code).toBe('conflict')
    expect(await stored(number)).toMatchObject({ published: false, title: '低照度障碍物识别模组', version: 1 })
  })
})

describe('whose it is', () => {
  it('offers the owners and inventors that may be named', async () => {
    const { institute, id, researcher, second } = await house()
    const choices = await ownerChoices(institute.actor, {}, call)
    expect(choices.organisations).toEqual([{ value: id, label: institute.organisation.name }])
    expect(choices.people.map(({ value }) => value).sort()).toEqual([researcher.person.id, second.person.id].sort())
    expect((await refusal(ownerChoices((await make.stranger()).actor, {}, call))).code).toBe('forbidden')
  })

  it.each<[string, string, (all: { own: string; foreign: string; self: string; outsider: string }) => Record<string, unknown>]>([
    ['organisationId', 'achievement.not_your_organisation', ({ foreign, self }) => ({ organisationId: foreign, inventors: [self] })],
    ['inventors', 'achievement.inventor_unknown', ({ own, self, outsider }) => ({ organisationId: own, inventors: [self, outsider] })],
    ['inventors', 'achievement.inventor_unknown', ({ own, self }) => ({ organisationId: own, inventors: [self, '018f0000-0000-7000-8000-000000000000'] })],
    ['inventors', 'achievement.name_yourself', ({ own }) => ({ organisationId: own, inventors: [] })],
    ['inventors', 'achievement.no_owner', () => ({ organisationId: '', inventors: [] })],
  ])('refuses a researcher a wrong %s (%s)', async (path, key, values) => {
    const { id, researcher } = await house()
    const foreign = await make.institute()
    const outsider = await make.researcher({ organisationId: foreign.organisation.id })
    const form = achievementForm(values({ own: id, foreign: foreign.organisation.id, self: researcher.person.id, outsider: outsider.person.id }))
    expect(await refusal(createAchievement(researcher.actor, form, call))).toMatchObject({ code: 'invalid', errors: [{ path, message: { key } }] })
    expect(await db().achievement.count({ where: { OR: [{ organisationId: id }, { organisationId: foreign.organisation.id }, { inventors: { some: { personId: researcher.person.id } } }] } })).toBe(0)
  })

  it('is for somebody with a profile or an organisation to say', async () => {
    expect((await refusal(createAchievement((await make.stranger()).actor, achievementForm(), call))).code).toBe('forbidden')
    expect((await refusal(createAchievement(visitor, achievementForm(), call))).code).toBe('sign_in')
  })

  it('keeps strangers out: 404 for a draft, 403 for what they can read', async () => {
    const { institute, id } = await house()
    const other = await make.institute()
    const draft = await createAchievement(institute.actor, achievementForm({ organisationId: id }), call)
    const open = await createAchievement(institute.actor, achievementForm({ organisationId: id, publish: 'on' }), call)
    const change = (number: string) => updateAchievement(other.actor, { ...achievementForm({ organisationId: other.organisation.id }), id: number, version: 1 }, call)
    expect((await refusal(change(draft.number))).code).toBe('not_found')
    expect((await refusal(publishAchievement(other.actor, { id: draft.number }, call))).code).toBe('not_found')
    expect((await refusal(change(open.number))).code).toBe('forbidden')
    expect((await refusal(unpublishAchievement(other.actor, { id: open.number, reason: '不该由我撤下' }, call))).code).toBe('forbidden')
    expect((await refusal(updateAchievement((await make.colleague(id, 'institute')).actor, { ...achievementForm({ organisationId: id }), id: draft.number, version: 1 }, call))).code).toBe('forbidden')
    expect([(await stored(draft.number)).organisationId, (await stored(open.number)).published]).toEqual([id, true])
  })
})

describe('wrong input', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['title', { title: '短' }, 'field.too_short'], ['summary', { summary: '字'.repeat(301) }, 'field.too_long'], ['field', { field: 'no-such-field' }, 'field.unknown_choice'], ['trl', { trl: '10' }, 'field.out_of_range'], ['trl', { trl: '' }, 'field.required'], ['iprKind', { iprKind: '' }, 'field.choose'],
    ['iprNumber', { iprKind: 'none' }, 'achievement.number_without_right'], ['modes', { modes: [] }, 'field.choose'], ['priceMin', { priceMin: '十万' }, 'money.not_a_number'], ['priceMax', { priceMin: '30', priceMax: '20' }, 'achievement.price_order'], ['keywords', { keywords: '' }, 'field.too_few'],
  ])('at %s (%o) is refused and nothing is written', async (path, values, key) => {
    const { institute, id } = await house()
    expect(await refusal(createAchievement(institute.actor, achievementForm({ organisationId: id, ...values }), call))).toMatchObject({ code: 'invalid', errors: [{ path, message: { key } }] })
    expect(await db().achievement.count({ where: { organisationId: id } })).toBe(0)
  })

  it('is a conflict when somebody was faster, and the first change stays', async () => {
    const { institute, id } = await house()
    const { number } = await createAchievement(institute.actor, achievementForm({ organisationId: id }), call)
    await updateAchievement(institute.actor, { ...achievementForm({ organisationId: id, title: '第一位编辑者' }), id: number, version: 1 }, call)
    expect(await refusal(updateAchievement(institute.actor, { ...achievementForm({ organisationId: id, title: '第二位编辑者' }), id: number, version: 1 }, call))).toMatchObject({ code: 'conflict', said: { key: 'error.stale' } })
    expect((await stored(number)).title).toBe('第一位编辑者')
  })
})
