import { describe, expect, it } from 'vitest'
import { visitor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { cancelNeed, createNeed, listNeeds, markUnsuccessful, needQueue, ownNeeds, publishNeed, readNeed, returnNeed, submitNeed, updateNeed, withdrawNeed } from '~/domain/needs/service.server'
import { searchPortal } from '~/domain/searching/service.server'
import { useDatabase } from '#tests/support/database'
import { drain, waitingJobs } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { draftNeed, needCall as call, needForm, publishedNeed } from '#tests/support/factories-needs'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()

type Refused = { code: string; errors: { path: string; message: { key: string } }[]; detail: Record<string, string>; said: { key: string } }
const refusal = (work: Promise<unknown>): Promise<Refused> => work.then(() => ({ code: 'none', errors: [], detail: {}, said: { key: '' } }), (error: Refused) => error)
const stateOf = async (number: string) => (await db().need.findUniqueOrThrow({ where: { number } })).state

describe('a need on its way to publication', () => {
  it('is numbered when it is written, reviewed, published, found by search and told to its author', async () => {
    const owner = await make.enterprise()
    const reviewer = await make.reviewer()
    const { number, id } = await draftNeed(owner)
    expect(number).toMatch(/^XQ-2026-\d{4}$/)
    await submitNeed(owner.actor, { id: number }, call)
    expect((await needQueue(reviewer.actor, {}, call)).waiting.map((row) => row.number)).toContain(number)
    await publishNeed(reviewer.actor, { id: number }, call)
    expect((await waitingJobs()).map((job) => job.name)).toEqual(expect.arrayContaining(['index.record', 'match.target', 'mail.send']))
    await drain()
    const { result } = await searchPortal(new URLSearchParams({ q: '夜间低照度 障碍物' }), call.now)
    expect(result?.hits.map((hit) => hit.recordId)).toContain(number)
    expect((await mailsTo(owner.email))[0]?.text).toContain(number)
    expect((await db().transition.findMany({ where: { entity: 'need', entityId: id }, orderBy: { id: 'asc' } })).map((step) => step.toState)).toEqual(['draft', 'submitted', 'published'])
    expect(await db().auditEntry.count({ where: { entity: 'need', entityId: id, operation: { startsWith: 'need.' } } })).toBe(3)
  })

  it('keeps every field as typed, amounts in 元 and times in Beijing', async () => {
    const owner = await make.enterprise()
    const { number } = await draftNeed(owner, { fundingMin: '80.5', lumpSum: 'on', selection: 'parallel', teams: '3' })
    const stored = await db().need.findUniqueOrThrow({ where: { number }, include: { criteria: { orderBy: { position: 'asc' } } } })
    expect(stored).toMatchObject({ keywords: ['低照度', '障碍物识别', '紧急制动'], conditions: ['近三年有车载感知量产项目', '团队不少于 5 人'], lumpSum: true, selection: 'parallel', teams: 3, state: 'draft', areaKey: 'tech_eco_city' })
    expect(stored.fundingMin?.toFixed(2)).toBe('805000.00')
    expect(stored.deadline).toEqual(new Date('2026-12-15T09:00:00Z'))
    expect(stored.indicatorRows).toEqual([{ name: '障碍物检出率', current: '81%', required: '≥ 98%', verification: '第三方实测' }])
    expect(stored.criteria.map(({ name, weight }) => [name, weight])).toEqual([['技术方案', 60], ['已有业绩', 40]])
  })

  it('can be a draft with a title alone; the submission names all that is missing and changes nothing', async () => {
    const owner = await make.enterprise()
    const { number } = await createNeed(owner.actor, { organisationId: owner.organisation.id, title: '只有名称的草稿' }, call)
    const error = await refusal(submitNeed(owner.actor, { id: number }, call))
    expect(error.code).toBe('invalid')
    expect(error.errors.map(({ path }) => path)).toEqual(['problem', 'indicators', 'goal', 'keywords', 'field', 'startsOn', 'endsOn', 'fundingMin', 'fundingMax', 'modes', 'criteria', 'contactName', 'contactPhone'])
    expect(await stateOf(number)).toBe('draft')
  })

  it('can be drafted but not submitted by an organisation that is not verified', async () => {
    const owner = await make.enterprise({ verified: false })
    const { number } = await draftNeed(owner)
    expect(await refusal(submitNeed(owner.actor, { id: number }, call))).toMatchObject({ code: 'conflict', said: { key: 'need.unverified' } })
    expect(await stateOf(number)).toBe('draft')
  })

  it('goes back with a reason that the author reads, and comes again', async () => {
    const owner = await make.enterprise()
    const reviewer = await make.reviewer()
    const { number } = await draftNeed(owner)
    await submitNeed(owner.actor, { id: number }, call)
    await returnNeed(reviewer.actor, { id: number, reason: '请补充验收办法' }, call)
    await drain()
    expect((await mailsTo(owner.email))[0]?.text).toContain('请补充验收办法')
    expect((await readNeed(owner.actor, { id: number }, call)).need).toMatchObject({ status: 'changes_requested', reason: '请补充验收办法' })
    await submitNeed(owner.actor, { id: number }, call)
    expect(await stateOf(number)).toBe('submitted')
  })

  it('is not published after its deadline or a second time; the answer names both states', async () => {
    const owner = await make.enterprise()
    const reviewer = await make.reviewer()
    const { number } = await draftNeed(owner)
    expect(await refusal(publishNeed(reviewer.actor, { id: number }, call))).toMatchObject({ code: 'not_found' })
    await submitNeed(owner.actor, { id: number }, call)
    expect(await refusal(publishNeed(reviewer.actor, { id: number }, { now: new Date('2026-12-16T00:00:00Z') }))).toMatchObject({ said: { key: 'need.deadline_past' } })
    await publishNeed(reviewer.actor, { id: number }, call)
    expect(await refusal(publishNeed(reviewer.actor, { id: number }, call))).toMatchObject({ code: 'conflict', detail: { from: 'published', to: 'published' } })
    expect(await refusal(markUnsuccessful(owner.actor, { id: number, reason: '没有合适的' }, call))).toMatchObject({ code: 'conflict', detail: { from: 'published', to: 'unsuccessful' } })
  })
})

describe('wrong input', () => {
  it.each([
    ['title', { title: '短' }], ['problem', { problem: '字'.repeat(501) }], ['indicators', { indicators: '字'.repeat(501) }], ['goal', { goal: '字'.repeat(501) }], ['keywords', { keywords: '一 二 三 四 五 六' }],
    ['fundingMin', { fundingMin: '八十' }], ['fundingMax', { fundingMin: '120', fundingMax: '80' }], ['endsOn', { endsOn: '2026-12-31' }], ['endsOn', { endsOn: '2027-02-30' }], ['modes.0', { modes: ['friendship'] }],
    ['criteria', { criteria: [{ name: '方案', description: '', weight: '90' }] }], ['criteria.1.weight', { criteria: [{ name: '方案', weight: '60' }, { name: '业绩', weight: '' }] }], ['indicatorRows.1.name', { indicatorRows: [{ name: 'a', required: 'b' }, { name: '', required: '≥ 1' }] }],
    ['teams', { selection: 'parallel', teams: '1' }], ['deadline', { deadline: '明天' }], ['deadline', { deadline: '2026-11-19T17:00' }], ['contactPhone', { contactPhone: '打我' }], ['field', { field: 'nowhere' }], ['areaKey', { areaKey: 'nowhere' }], ['industry', { industry: 'ZZ' }],
    ['confidentialSummary', { confidentialText: '算法结构' }], ['confidentialText', { confidentialSummary: '算法结构' }],
  ])('in %s is named and nothing is written', async (path, values) => {
    const owner = await make.enterprise()
    const error = await refusal(createNeed(owner.actor, needForm(owner.organisation.id, values), call))
    expect(error.code).toBe('invalid')
    expect(error.errors.map((one) => one.path)).toEqual([path])
    expect(await db().need.count({ where: { organisationId: owner.organisation.id } })).toBe(0)
  })
})

describe('a published need', () => {
  it('keeps its earlier text, shows what changed and is indexed and matched again', async () => {
    const owner = await make.enterprise()
    const reviewer = await make.reviewer()
    const { number, id } = await publishedNeed(owner, reviewer.actor)
    await drain()
    const { version } = await db().need.findUniqueOrThrow({ where: { id } })
    await updateNeed(owner.actor, { ...needForm(owner.organisation.id, { fundingMax: '150', goal: '2027 年底前完成。' }), id: number, version }, call)
    // The fair assignment of all targets follows later, whoever asked for it.
    expect((await waitingJobs()).map((job) => job.name).filter((name) => name !== 'match.assign').sort()).toEqual(['index.record', 'match.target'])
    const { log } = await readNeed(visitor, { id: number }, call)
    const changes = log.flatMap((entry) => ('changes' in entry ? entry.changes : []))
    expect(changes.map(({ field }) => field)).toEqual(['goal', 'funding'])
    expect(changes[1]).toMatchObject({ before: '800000.00-1200000.00', after: '800000.00-1500000.00' })
    expect(log.flatMap((entry) => ('step' in entry ? [entry.step] : []))).toEqual(['published', 'submitted'])
  })

  it('is not changed over a newer version, and the same form sent twice is one change', async () => {
    const owner = await make.enterprise()
    const reviewer = await make.reviewer()
    const { number, id } = await publishedNeed(owner, reviewer.actor)
    const { version } = await db().need.findUniqueOrThrow({ where: { id } })
    const form = { ...needForm(owner.organisation.id, { basis: '新的基础' }), id: number, version }
    await updateNeed(owner.actor, form, call)
    await updateNeed(owner.actor, form, call)
    expect(await db().textVersion.count({ where: { entityId: id } })).toBe(1)
    expect(await refusal(updateNeed(owner.actor, { ...form, basis: '另一个人的基础' }, call))).toMatchObject({ code: 'conflict', said: { key: 'error.stale' }, detail: { currentVersion: String(version + 1) } })
    expect((await db().need.findUniqueOrThrow({ where: { id } })).basis).toBe('新的基础')
  })

  it('may move its deadline back but not forward, and loses nothing that it must have', async () => {
    const owner = await make.enterprise()
    const reviewer = await make.reviewer()
    const { number, id } = await publishedNeed(owner, reviewer.actor)
    const { version } = await db().need.findUniqueOrThrow({ where: { id } })
    const change = (values: Record<string, unknown>, at = call) => refusal(updateNeed(owner.actor, { ...needForm(owner.organisation.id, values), id: number, version }, at))
    expect((await change({ deadline: '2026-12-01T17:00' })).errors).toMatchObject([{ path: 'deadline', message: { key: 'need.deadline_earlier' } }])
    expect((await change({ problem: '' })).errors.map(({ path }) => path)).toEqual(['problem'])
    expect((await change({}, { now: new Date('2026-12-20T00:00:00Z') })).errors).toMatchObject([{ path: 'deadline', message: { key: 'time.in_the_past' } }])
    expect(await change({ deadline: '2027-01-15T17:00' }, { now: new Date('2026-12-20T00:00:00Z') })).toMatchObject({ code: 'none' })
    expect((await readNeed(visitor, { id: number }, { now: new Date('2026-12-20T00:00:00Z') })).need.status).toBe('published')
  })

  it('closes by itself, can be marked unsuccessful, and then keeps its page with the reason but leaves the list and the index', async () => {
    const owner = await make.enterprise()
    const reviewer = await make.reviewer()
    const { number } = await publishedNeed(owner, reviewer.actor)
    const after = { now: new Date('2026-12-15T09:00:00Z') }
    expect((await readNeed(visitor, { id: number }, after)).need.status).toBe('closed')
    await markUnsuccessful(owner.actor, { id: number, reason: '申请均未达到指标' }, after)
    expect((await readNeed(visitor, { id: number }, after)).need).toMatchObject({ status: 'unsuccessful', reason: '申请均未达到指标' })
    await drain()
    expect((await listNeeds(visitor, { search: '' }, after)).rows.map((row) => row.number)).not.toContain(number)
    const { result } = await searchPortal(new URLSearchParams({ q: number }), after.now)
    expect(result?.hits.map((hit) => hit.recordId)).not.toContain(number)
  })

  it('is gone for the public when it is withdrawn, and its page stays when it is cancelled', async () => {
    const owner = await make.enterprise()
    const reviewer = await make.reviewer()
    const [gone, kept] = [await publishedNeed(owner, reviewer.actor), await publishedNeed(owner, reviewer.actor, { title: '另一项要终止的需求' })]
    expect((await refusal(withdrawNeed(owner.actor, { id: gone.number, reason: ' ' }, call))).errors.map(({ path }) => path)).toEqual(['reason'])
    await withdrawNeed(owner.actor, { id: gone.number, reason: '已经自行解决' }, call)
    await cancelNeed(reviewer.actor, { id: kept.number, reason: '与政策不符，终止' }, call)
    expect(await refusal(readNeed(visitor, { id: gone.number }, call))).toMatchObject({ code: 'not_found' })
    expect((await readNeed(owner.actor, { id: gone.number }, call)).need.reason).toBe('已经自行解决')
    expect((await readNeed(visitor, { id: kept.number }, call)).need).toMatchObject({ status: 'cancelled', reason: '与政策不符，终止' })
  })
})

describe('who may do what with a need', () => {
  it('hides a draft from everyone but its organisation, the bureau included', async () => {
    const owner = await make.enterprise()
    const { number } = await draftNeed(owner)
    for (const { actor } of [await make.enterprise(), await make.stranger(), await make.reviewer(), await make.researcher()]) {
      expect((await refusal(readNeed(actor, { id: number }, call))).code).toBe('not_found')
      expect((await refusal(submitNeed(actor, { id: number }, call))).code).toBe('not_found')
      expect((await refusal(updateNeed(actor, { ...needForm(owner.organisation.id), id: number, version: 1 }, call))).code).toBe('not_found')
    }
    expect((await refusal(readNeed(visitor, { id: number }, call))).code).toBe('not_found')
    const colleague = await make.colleague(owner.organisation.id, 'enterprise')
    expect((await readNeed(colleague.actor, { id: number }, call)).can.edit).toBe(true)
  })

  it('refuses steps on a public need to those that have no part in it', async () => {
    const owner = await make.enterprise()
    const reviewer = await make.reviewer()
    const { number } = await publishedNeed(owner, reviewer.actor)
    const other = await make.enterprise()
    expect((await refusal(updateNeed(other.actor, { ...needForm(other.organisation.id), id: number, version: 1 }, call))).code).toBe('forbidden')
    expect((await refusal(withdrawNeed(other.actor, { id: number, reason: '恶意撤回' }, call))).code).toBe('forbidden')
    expect((await refusal(withdrawNeed(visitor, { id: number, reason: '恶意撤回' }, call))).code).toBe('sign_in')
    expect((await refusal(updateNeed(reviewer.actor, { ...needForm(owner.organisation.id), id: number, version: 1 }, call))).code).toBe('forbidden')
    const submitted = await draftNeed(owner, { title: '等待审核的需求' })
    await submitNeed(owner.actor, { id: submitted.number }, call)
    expect((await refusal(publishNeed(owner.actor, { id: submitted.number }, call))).code).toBe('forbidden')
    expect((await refusal(publishNeed(other.actor, { id: submitted.number }, call))).code).toBe('not_found')
    expect((await refusal(needQueue(owner.actor, {}, call))).code).toBe('forbidden')
  })

  it('lets only members post, and only for their own organisation', async () => {
    const owner = await make.enterprise()
    const other = await make.enterprise()
    expect((await refusal(createNeed(other.actor, needForm(owner.organisation.id), call))).code).toBe('forbidden')
    expect((await refusal(createNeed((await make.researcher()).actor, needForm(owner.organisation.id), call))).code).toBe('forbidden')
    expect((await refusal(createNeed(visitor, needForm(owner.organisation.id), call))).code).toBe('sign_in')
    expect((await ownNeeds(other.actor, {}, call)).rows).toEqual([])
  })

  it('shows the contact to the owner and the bureau, not to other readers', async () => {
    const owner = await make.enterprise()
    const reviewer = await make.reviewer()
    const { number } = await publishedNeed(owner, reviewer.actor)
    const contact = { name: '陈工', phone: '023-49800000' }
    expect((await readNeed(owner.actor, { id: number }, call)).contact).toEqual(contact)
    expect((await readNeed(reviewer.actor, { id: number }, call)).contact).toEqual(contact)
    for (const actor of [visitor, (await make.researcher()).actor, (await make.enterprise()).actor]) expect((await readNeed(actor, { id: number }, call)).contact).toBeNull()
  })

  it('finds nothing under an address that is none', async () => {
    for (const id of ['XQ-2026-9999', 'nonsense', "' OR 1=1", '\u0000', '00000000-0000-0000-0000-000000000000']) expect((await refusal(readNeed(visitor, { id }, call))).code).toBe('not_found')
  })
})

describe('at the same time', () => {
  it('one form sent fifty times is one need', async () => {
    const owner = await make.enterprise()
    const form = needForm(owner.organisation.id, { title: '同一份表单提交五十次' })
    const made = await Promise.all(Array.from({ length: 50 }, () => createNeed(owner.actor, form, call)))
    expect(new Set(made.map(({ number }) => number)).size).toBe(1)
    expect(await db().need.count({ where: { organisationId: owner.organisation.id } })).toBe(1)
  })

  it('needs of many enterprises get numbers without a gap', async () => {
    const before = (await db().counter.findUnique({ where: { series: 'XQ-2032' } }))?.value ?? 0
    const owners = await Promise.all(Array.from({ length: 10 }, () => make.enterprise()))
    const later = { now: new Date('2032-03-01T02:00:00Z') }
    const made = await Promise.all(owners.map((owner) => draftNeed(owner, { deadline: '2032-05-01T17:00' }, later)))
    expect(made.map(({ number }) => Number(number.slice(-4)) - before).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })
})
