import { describe, expect, it } from 'vitest'
import { db } from '~/domain/kernel/db.server'
import { visitor } from '~/domain/kernel/actor'
import { listOwnScenarios, listScenarios, readScenario, reviewQueue } from '~/domain/scenarios/read.server'
import { approveScenario, createScenario, publishScenario, returnScenario, setLanding, submitScenario, updateScenario, withdrawScenario } from '~/domain/scenarios/service.server'
import { searchPortal } from '~/domain/searching/service.server'
import { useDatabase } from '#tests/support/database'
import { drain, waitingJobs } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { publishedScenario, scenarioForm } from '#tests/support/factories-scenarios'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()

const call = { now: new Date('2026-11-20T02:00:00Z') }
const refusal = (work: Promise<unknown>) => work.then(() => ({ code: 'none', errors: [] as { path: string }[], detail: {} }), (error: { code: string; errors: { path: string }[]; detail: Record<string, string> }) => error)

describe('a scenario on its way to publication', () => {
  it('is numbered, found by search and told to its department', async () => {
    const publisher = await make.publisher()
    const reviewer = await make.reviewer()
    const { serial, id } = await publishedScenario(publisher, reviewer.actor)
    expect(serial).toMatch(/^2026-04-\d{3}$/)
    expect((await waitingJobs()).map((job) => job.name)).toEqual(expect.arrayContaining(['index.record', 'match.target', 'mail.send']))
    await drain()
    const { result } = await searchPortal(new URLSearchParams({ q: '自动驾驶 环卫' }), call.now)
    expect(result?.hits.map((hit) => hit.recordId)).toContain(serial)
    const [mail] = await mailsTo(publisher.email)
    expect(mail?.subject).toContain(serial)
    expect(await db().transition.count({ where: { entity: 'scenario', entityId: id } })).toBe(4)
    expect(await db().auditEntry.count({ where: { entity: 'scenario', entityId: id, operation: { startsWith: 'scenario.' } } })).toBe(4)
  })

  it('gives serials without a gap when many are published at once', async () => {
    const publisher = await make.publisher()
    const reviewer = await make.reviewer()
    const ids: string[] = []
    for (let n = 0; n < 8; n++) {
      const { id } = await createScenario(publisher.actor, scenarioForm(publisher.organisation.id, { year: '2031', title: `场景编号并发第 ${n} 项` }), call)
      await submitScenario(publisher.actor, { id }, call)
      await approveScenario(reviewer.actor, { id }, call)
      ids.push(id)
    }
    const published = await Promise.all(ids.map((id) => publishScenario(reviewer.actor, { id }, call)))
    expect(published.map(({ serial }) => Number(serial.slice(-3))).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('is not published once its window has closed', async () => {
    const publisher = await make.publisher()
    const reviewer = await make.reviewer()
    const { id } = await createScenario(publisher.actor, scenarioForm(publisher.organisation.id, { title: '截止后不再发布的场景' }), call)
    await submitScenario(publisher.actor, { id }, call)
    await approveScenario(reviewer.actor, { id }, call)
    expect(await refusal(publishScenario(reviewer.actor, { id }, { now: new Date('2027-03-15T09:00:00Z') }))).toMatchObject({ code: 'conflict', said: { key: 'scenario.window_over' } })
    expect((await db().scenario.findUniqueOrThrow({ where: { id } })).serial).toBeNull()
  })

  it('sent fifty times at once is one draft', async () => {
    const publisher = await make.publisher()
    const form = scenarioForm(publisher.organisation.id, { title: '同一张表单发送五十次' })
    const made = await Promise.all(Array.from({ length: 50 }, () => createScenario(publisher.actor, form, call)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(await db().scenario.count({ where: { title: '同一张表单发送五十次' } })).toBe(1)
  })

  it('goes back with a reason that the department reads, and comes again', async () => {
    const publisher = await make.publisher()
    const reviewer = await make.reviewer()
    const { id } = await createScenario(publisher.actor, scenarioForm(publisher.organisation.id), call)
    await submitScenario(publisher.actor, { id }, call)
    expect((await reviewQueue(reviewer.actor, {}, call)).map((row) => row.id)).toContain(id)
    await returnScenario(reviewer.actor, { id, reason: '请补充验收指标' }, call)
    await drain()
    expect((await mailsTo(publisher.email))[0]?.text).toContain('请补充验收指标')
    expect((await readScenario(publisher.actor, { id }, call)).reviewNote).toBe('请补充验收指标')
    await submitScenario(publisher.actor, { id }, call)
    expect((await db().scenario.findUniqueOrThrow({ where: { id } })).publication).toBe('submitted')
  })

  it('refuses a step that the state does not allow, and names both states', async () => {
    const publisher = await make.publisher()
    const reviewer = await make.reviewer()
    const { id } = await createScenario(publisher.actor, scenarioForm(publisher.organisation.id), call)
    const error = await refusal(publishScenario(reviewer.actor, { id }, call))
    expect(error).toMatchObject({ code: 'conflict', detail: { from: 'draft', to: 'published' } })
    expect((await db().scenario.findUniqueOrThrow({ where: { id } })).serial).toBeNull()
  })

  it('keeps the earlier text of a published scenario and indexes the new one', async () => {
    const publisher = await make.publisher()
    const reviewer = await make.reviewer()
    const { id, serial } = await publishedScenario(publisher, reviewer.actor)
    const { version } = await readScenario(reviewer.actor, { id }, call)
    await updateScenario(reviewer.actor, { ...scenarioForm(publisher.organisation.id, { title: '旺龙湖片区无人巡检' }), id, version }, call)
    await drain()
    const read = await readScenario(visitor, { id: serial }, call)
    expect(read.versions[0]?.changed).toEqual(['title'])
    expect(read.versions[0]?.fields.title).toBe('科技生态新城夜间自动驾驶环卫作业')
    const { result } = await searchPortal(new URLSearchParams({ q: '旺龙湖片区无人巡检' }), call.now)
    expect(result?.hits[0]?.recordId).toBe(serial)
  })

  it('tells the second of two editors that the record changed, and keeps the first change', async () => {
    const publisher = await make.publisher()
    const { id } = await createScenario(publisher.actor, scenarioForm(publisher.organisation.id), call)
    const { version } = await readScenario(publisher.actor, { id }, call)
    await updateScenario(publisher.actor, { ...scenarioForm(publisher.organisation.id, { title: '第一位编辑者的标题' }), id, version }, call)
    const error = await refusal(updateScenario(publisher.actor, { ...scenarioForm(publisher.organisation.id, { title: '第二位编辑者的标题' }), id, version }, call))
    expect(error.code).toBe('conflict')
    expect((await db().scenario.findUniqueOrThrow({ where: { id } })).title).toBe('第一位编辑者的标题')
  })

  it('leaves the index when it is withdrawn', async () => {
    const publisher = await make.publisher()
    const reviewer = await make.reviewer()
    const { id, serial } = await publishedScenario(publisher, reviewer.actor, { title: '临江镇桑葚采后速冻保鲜' })
    await drain()
    await withdrawScenario(publisher.actor, { id, reason: '项目并入区级工程' }, call)
    await drain()
    const { result } = await searchPortal(new URLSearchParams({ q: '桑葚采后速冻' }), call.now)
    expect(result?.hits.map((hit) => hit.recordId)).not.toContain(serial)
    expect((await refusal(readScenario(visitor, { id: serial }, call))).code).toBe('not_found')
  })

  it('moves its landing on, step by step', async () => {
    const publisher = await make.publisher()
    const reviewer = await make.reviewer()
    const { id } = await publishedScenario(publisher, reviewer.actor)
    await setLanding(publisher.actor, { id, landing: 'in_contact' }, call)
    await setLanding(publisher.actor, { id, landing: 'landed' }, call)
    expect(await refusal(setLanding(publisher.actor, { id, landing: 'reserve' }, call))).toMatchObject({ code: 'conflict', detail: { from: 'landed', to: 'reserve' } })
  })
})

describe('who may', () => {
  it('shows an unpublished scenario to nobody but its department and the bureau', async () => {
    const publisher = await make.publisher()
    const { id } = await createScenario(publisher.actor, scenarioForm(publisher.organisation.id), call)
    const others = [visitor, (await make.publisher()).actor, (await make.enterprise()).actor, (await make.researcher()).actor]
    for (const actor of others) expect((await refusal(readScenario(actor, { id }, call))).code).toBe('not_found')
    for (const actor of [publisher.actor, (await make.reviewer()).actor, (await make.administrator()).actor]) expect((await readScenario(actor, { id }, call)).recordId).toBe(id)
  })

  it('lets no publisher propose for another department, review or publish', async () => {
    const publisher = await make.publisher()
    const other = await make.publisher()
    expect((await refusal(createScenario(publisher.actor, scenarioForm(other.organisation.id), call))).code).toBe('forbidden')
    const { id } = await createScenario(publisher.actor, scenarioForm(publisher.organisation.id), call)
    await submitScenario(publisher.actor, { id }, call)
    expect((await refusal(approveScenario(publisher.actor, { id }, call))).code).toBe('forbidden')
    expect((await refusal(approveScenario(other.actor, { id }, call))).code).toBe('not_found')
    expect((await listOwnScenarios(other.actor, {}, call)).map((row) => row.id)).not.toContain(id)
  })

  it('asks a visitor to sign in before proposing, and refuses an enterprise', async () => {
    expect((await refusal(createScenario(visitor, {}, call))).code).toBe('sign_in')
    expect((await refusal(createScenario((await make.enterprise()).actor, {}, call))).code).toBe('forbidden')
  })
})

describe('bad input', () => {
  const bad: [string, Record<string, unknown>, string][] = [
    ['a missing title', { title: '' }, 'title'],
    ['a title too long', { title: '长'.repeat(61) }, 'title'],
    ['a year that is no number', { year: '二〇二六' }, 'year'],
    ['an unknown kind', { kind: 'sale' }, 'kind'],
    ['a foreign identifier', { leadId: 'not-an-id' }, 'leadId'],
    ['an organisation that is not there', { leadId: '018f0000-0000-7000-8000-000000000000' }, 'leadId'],
    ['a responsible unit that is not there', { responsibleIds: ['018f0000-0000-7000-8000-000000000000'] }, 'responsibleIds'],
    ['an unknown theme', { theme: 'no_such_theme' }, 'theme'],
    ['an unknown field', { field: 'no_such_field' }, 'field'],
    ['an unknown industry', { industry: '9999' }, 'industry'],
    ['an unknown area', { areaKey: 'no_such_area' }, 'areaKey'],
    ['a closing time in the past', { opensAt: '', closesAt: '2026-11-19T17:00' }, 'closesAt'],
    ['a negative budget', { budgetMin: '-1' }, 'budgetMin'],
    ['a budget that is too precise', { budgetMin: '1.1234567' }, 'budgetMin'],
    ['a budget upside down', { budgetMin: '200', budgetMax: '100' }, 'budgetMax'],
    ['a date that the calendar has not', { closesAt: '2026-02-30T10:00' }, 'closesAt'],
    ['a window upside down', { opensAt: '2027-05-01T09:00' }, 'closesAt'],
    ['a telephone number of letters', { contactPhone: '打给我' }, 'contactPhone'],
    ['eleven technologies', { technologies: Array.from({ length: 11 }, (_one, n) => `技术${n}`).join('\n') }, 'technologies'],
  ]
  it.each(bad)('names the field of %s and writes nothing', async (_name, values, field) => {
    const publisher = await make.publisher()
    const before = await db().scenario.count()
    const error = await refusal(createScenario(publisher.actor, scenarioForm(publisher.organisation.id, values), call))
    expect(error.code).toBe('invalid')
    expect(error.errors.map((one) => one.path)).toContain(field)
    expect(await db().scenario.count()).toBe(before)
  })

  it('does not submit a scenario whose window has passed', async () => {
    const publisher = await make.publisher()
    const { id } = await createScenario(publisher.actor, scenarioForm(publisher.organisation.id, { opensAt: '2026-01-01T09:00', closesAt: '2026-02-01T17:00' }), { now: new Date('2026-01-15T02:00:00Z') })
    expect((await refusal(submitScenario(publisher.actor, { id }, call))).code).toBe('conflict')
  })

  it('ignores filters of the list that mean nothing', async () => {
    const { filter } = await listScenarios(visitor, { year: 'x', kind: '" OR 1=1', page: '10000000000', sort: 'DROP TABLE' }, call)
    expect(filter).toMatchObject({ year: null, kind: null, page: 1, sort: 'posted' })
  })
})
