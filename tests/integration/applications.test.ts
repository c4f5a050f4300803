import { describe, expect, it } from 'vitest'
import { visitor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { applicationEditor, applicationForm, applicationQueue, applicationsOf, ownApplications, readApplication, returnApplication, saveApplication, shortlistApplication, startApplication, submitApplication, takeUnderReview, withdrawApplication } from '~/domain/applications/service.server'
import { cancelNeed, readNeed } from '~/domain/needs/service.server'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { applicationFormOf, handedIn, needCall as call, publishedNeed, underReview } from '#tests/support/factories-needs'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()

type Refused = { code: string; errors: { path: string }[]; said: { key: string }; detail: Record<string, string> }
const refusal = (work: Promise<unknown>): Promise<Refused> => work.then(() => ({ code: 'none', errors: [], said: { key: '' }, detail: {} }), (error: Refused) => error)
const stateOf = async (number: string) => (await db().application.findUniqueOrThrow({ where: { number } })).state
const afterDeadline = { now: new Date('2026-12-16T02:00:00Z') }

async function openNeed(values: Record<string, unknown> = {}) {
  const owner = await make.enterprise()
  const reviewer = await make.reviewer()
  return { owner, reviewer, need: await publishedNeed(owner, reviewer.actor, values) }
}
const formOf = (need: { id: string; number: string }, values: Record<string, unknown> = {}) => applicationFormOf({ needId: need.id, address: need.number }, values)

describe('an application on its way', () => {
  it('is numbered, handed in, told to the owner and the broker, reviewed, and then shows the contact', async () => {
    const { owner, need } = await openNeed()
    const [researcher, broker] = [await make.researcher({ name: '王研究员' }), await make.broker()]
    const { number, made } = await startApplication(researcher.actor, await formOf(need, { broker: broker.broker.number }), call)
    expect(made).toBe(true)
    expect(number).toMatch(/^SQ-2026-\d{4}$/)
    await submitApplication(researcher.actor, { id: number }, call)
    await drain()
    expect((await mailsTo(owner.email)).some((mail) => mail.text.includes(number) && mail.text.includes('王研究员'))).toBe(true)
    expect((await mailsTo(broker.email)).some((mail) => mail.text.includes('王研究员'))).toBe(true)
    expect((await readNeed(researcher.actor, { id: need.number }, call)).contact).toBeNull()
    await takeUnderReview(owner.actor, { id: number }, call)
    expect((await readNeed(researcher.actor, { id: need.number }, call)).contact).toEqual({ name: '陈工', phone: '023-49800000' })
    expect((await readApplication(researcher.actor, { id: number }, call)).contact).toEqual({ name: '陈工', phone: '023-49800000' })
    expect((await readNeed(visitor, { id: need.number }, call)).need.applications).toBe(1)
    const read = await readApplication(owner.actor, { id: number }, call)
    expect(read.application).toMatchObject({ cost: '980000.00', applicant: '王研究员', broker: { number: broker.broker.number }, evidence: [{ name: '技术方案', weight: 60, text: '实测数据见附件，第三方报告编号 2026-118。' }, { name: '已有业绩' }] })
    expect(read.steps.map((step) => step.state)).toEqual(['draft', 'submitted', 'under_review'])
  })

  it('may be a draft without a word, and its submission names all that is missing', async () => {
    const { need } = await openNeed()
    const researcher = await make.researcher()
    const { number } = await startApplication(researcher.actor, { kind: 'need', target: need.number }, call)
    const error = await refusal(submitApplication(researcher.actor, { id: number }, call))
    const criteria = await db().criterion.findMany({ where: { needId: need.id }, orderBy: { position: 'asc' } })
    expect(error.errors.map(({ path }) => path)).toEqual(['approach', ...criteria.map(({ id }) => `evidence.${id}`), 'startsOn', 'endsOn', 'cost', 'iprProposal', 'noControl', 'termsAccepted'])
    expect(await stateOf(number)).toBe('draft')
  })

  it.each([
    ['approach', { approach: '字'.repeat(2001) }], ['endsOn', { endsOn: '2026-12-01' }], ['cost', { cost: '九十八万' }], ['cost', { cost: '-1' }], ['broker', { broker: 'JJ-2026-9999' }], ['iprProposal', { iprProposal: '字'.repeat(301) }],
  ])('with a wrong %s is refused and nothing is written', async (path, values) => {
    const { need } = await openNeed()
    const researcher = await make.researcher()
    const error = await refusal(startApplication(researcher.actor, await formOf(need, values), call))
    expect([error.code, error.errors.map((one) => one.path)]).toEqual(['invalid', [path]])
    expect(await db().application.count({ where: { submitterId: researcher.actor.accountId ?? '' } })).toBe(0)
  })

  it('takes evidence of at most 300 characters, counted as people count', async () => {
    const { need } = await openNeed()
    const researcher = await make.researcher()
    const [criterion] = await db().criterion.findMany({ where: { needId: need.id } })
    const key = criterion?.id ?? ''
    const start = async (text: string) => refusal(startApplication(researcher.actor, await formOf(need, { evidence: { [key]: text } }), call))
    expect((await start('𠮷'.repeat(301))).errors.map(({ path }) => path)).toEqual([`evidence.${key}`])
    expect((await start('𠮷'.repeat(300))).code).toBe('none')
  })

  it('is given back with a reason, put right, also after the deadline, and handed in again', async () => {
    const { owner, need } = await openNeed()
    const researcher = await make.researcher()
    const number = await handedIn(need, researcher.actor)
    await returnApplication(owner.actor, { id: number, reason: '请补充第三方报告' }, call)
    await drain()
    expect((await mailsTo(researcher.email)).some((mail) => mail.text.includes('请补充第三方报告'))).toBe(true)
    const { application } = await applicationEditor(researcher.actor, { id: number }, afterDeadline)
    await saveApplication(researcher.actor, { ...(await formOf(need, { approach: '补充了第三方报告。' })), id: number, version: application.version }, afterDeadline)
    await submitApplication(researcher.actor, { id: number }, afterDeadline)
    expect((await readApplication(owner.actor, { id: number }, afterDeadline)).application).toMatchObject({ approach: '补充了第三方报告。', state: 'submitted', reason: null })
  })

  it('is not changed after it was handed in, nor over a newer version', async () => {
    const { need } = await openNeed()
    const researcher = await make.researcher()
    const { number } = await startApplication(researcher.actor, await formOf(need), call)
    const save = async (version: number, approach: string) => refusal(saveApplication(researcher.actor, { ...(await formOf(need, { approach })), id: number, version }, call))
    expect((await save(1, '第二版')).code).toBe('none')
    expect(await save(1, '第三版')).toMatchObject({ code: 'conflict', said: { key: 'error.stale' }, detail: { currentVersion: '2' } })
    await submitApplication(researcher.actor, { id: number }, call)
    expect((await save(3, '第四版')).said.key).toBe('application.not_editable')
    expect((await db().application.findUniqueOrThrow({ where: { number } })).approach).toBe('第二版')
  })

  it('is withdrawn with a reason before the decision, and not begun again', async () => {
    const { owner, need } = await openNeed()
    const researcher = await make.researcher()
    const number = await handedIn(need, researcher.actor)
    expect((await refusal(withdrawApplication(researcher.actor, { id: number, reason: '' }, call))).errors.map(({ path }) => path)).toEqual(['reason'])
    await withdrawApplication(researcher.actor, { id: number, reason: '团队另有任务' }, call)
    expect(await startApplication(researcher.actor, await formOf(need), call)).toEqual({ number, made: false })
    expect(await refusal(takeUnderReview(owner.actor, { id: number }, call))).toMatchObject({ code: 'conflict', detail: { entity: 'application', from: 'withdrawn', to: 'under_review' } })
  })

  it('hears the reason when the need is called off', async () => {
    const { owner, need } = await openNeed()
    const [first, second] = [await make.researcher(), await make.researcher()]
    const numbers = [await underReview(need, owner.actor, first.actor), await handedIn(need, second.actor)]
    await cancelNeed(owner.actor, { id: need.number, reason: '产线停建，需求取消' }, call)
    expect(await Promise.all(numbers.map(stateOf))).toEqual(['not_selected', 'not_selected'])
    await drain()
    for (const { email } of [first, second]) expect((await mailsTo(email)).at(-1)?.text).toContain('产线停建，需求取消')
  })
})

describe('who may apply', () => {
  it('are researchers for themselves and members of institutes for them', async () => {
    const { need } = await openNeed()
    const [researcher, institute] = [await make.researcher(), await make.institute()]
    await startApplication(researcher.actor, await formOf(need), call)
    await startApplication(institute.actor, await formOf(need), call)
    const rows = await db().application.findMany({ where: { needId: need.id }, orderBy: { number: 'asc' } })
    expect(rows.map(({ personId, organisationId }) => [personId, organisationId])).toEqual([[researcher.person.id, null], [null, institute.organisation.id]])
    for (const { actor } of [await make.stranger(), await make.enterprise(), await make.broker(), await make.reviewer()]) expect((await refusal(startApplication(actor, await formOf(need), call))).code).toBe('forbidden')
    expect((await refusal(startApplication(visitor, await formOf(need), call))).code).toBe('sign_in')
  })

  it('are not the owner, its members, or a researcher whom it employs; the page says why', async () => {
    const { owner, need } = await openNeed()
    const employed = await make.researcher({ organisationId: owner.organisation.id })
    const member = await make.researcher()
    await db().membership.create({ data: { accountId: member.actor.accountId ?? '', organisationId: owner.organisation.id, role: 'enterprise' } })
    const colleague = await make.actorOf(member.actor.accountId ?? '')
    for (const actor of [owner.actor, employed.actor, colleague]) {
      expect((await refusal(startApplication(actor, await formOf(need), call))).code).toBe('forbidden')
      expect((await applicationForm(actor, { kind: 'need', target: need.number }, call)).blocked).toBe('own')
    }
    expect((await applicationForm((await make.stranger()).actor, { kind: 'need', target: need.number }, call)).blocked).toBe('role')
    expect(await db().application.count({ where: { needId: need.id } })).toBe(0)
  })

  it('declare that there is no control and accept the terms, and an institute is verified', async () => {
    const { need } = await openNeed()
    const [researcher, institute] = [await make.researcher(), await make.institute({ verified: false })]
    const { number } = await startApplication(researcher.actor, await formOf(need, { noControl: '', termsAccepted: '' }), call)
    expect((await refusal(submitApplication(researcher.actor, { id: number }, call))).errors.map(({ path }) => path)).toEqual(['noControl', 'termsAccepted'])
    const unverified = await startApplication(institute.actor, await formOf(need), call)
    expect((await refusal(submitApplication(institute.actor, { id: unverified.number }, call))).said.key).toBe('application.unverified')
  })

  it('choose as whom when they could be either', async () => {
    const { need } = await openNeed()
    const researcher = await make.researcher()
    const { organisation } = await make.institute()
    await db().membership.create({ data: { accountId: researcher.actor.accountId ?? '', organisationId: organisation.id, role: 'institute' } })
    const actor = await make.actorOf(researcher.actor.accountId ?? '')
    const start = async (as: string) => refusal(startApplication(actor, await formOf(need, { as }), call))
    expect((await start('')).errors.map(({ path }) => path)).toEqual(['as'])
    expect((await start(need.id)).errors.map(({ path }) => path)).toEqual(['as'])
    expect((await start(organisation.id)).code).toBe('none')
  })

  it('come in time: nothing begins or is handed in from the deadline on', async () => {
    const { need } = await openNeed()
    const [early, late] = [await make.researcher(), await make.researcher()]
    const { number } = await startApplication(early.actor, await formOf(need), call)
    const deadline = { now: new Date('2026-12-15T09:00:00Z') }
    expect((await refusal(submitApplication(early.actor, { id: number }, deadline))).said.key).toBe('application.closed')
    expect((await refusal(startApplication(late.actor, await formOf(need), deadline))).said.key).toBe('application.closed')
    expect((await refusal(submitApplication(early.actor, { id: number }, { now: new Date('2026-12-15T08:59:59Z') }))).code).toBe('none')
  })

  it('have one application each, however often the form is sent and whoever of the institute sends it', async () => {
    const { need } = await openNeed()
    const [researcher, institute] = [await make.researcher(), await make.institute()]
    const colleague = await make.colleague(institute.organisation.id, 'institute')
    const form = await formOf(need)
    const answers = await Promise.all(Array.from({ length: 50 }, () => startApplication(researcher.actor, form, call)))
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
    expect(answers.filter(({ made }) => made).length).toBe(1)
    const [mine, theirs] = await Promise.all([startApplication(institute.actor, form, call), startApplication(colleague.actor, form, call)])
    expect(mine.number).toBe(theirs.number)
    expect(await db().application.count({ where: { needId: need.id } })).toBe(2)
    expect((await applicationEditor(colleague.actor, { id: mine.number }, call)).editable).toBe(true)
  })

  it('name no broker who is suspended or whose certificate has expired', async () => {
    const { need } = await openNeed()
    const researcher = await make.researcher()
    for (const { broker } of [await make.broker({ state: 'suspended' }), await make.broker({ validUntil: '2026-11-19' })]) {
      expect((await refusal(startApplication(researcher.actor, await formOf(need, { broker: broker.number }), call))).errors.map(({ path }) => path)).toEqual(['broker'])
    }
    const { broker } = await make.broker({ validUntil: '2026-11-20' })
    const { number } = await startApplication(researcher.actor, await formOf(need, { broker: broker.number }), call)
    expect((await refusal(submitApplication(researcher.actor, { id: number }, { now: new Date('2026-11-21T02:00:00Z') }))).errors.map(({ path }) => path)).toEqual(['broker'])
  })
})

describe('who sees an application', () => {
  it('are its applicant, the owner, the named broker and the bureau, and a draft its applicant alone', async () => {
    const { owner, reviewer, need } = await openNeed()
    const [researcher, broker] = [await make.researcher(), await make.broker()]
    const { number } = await startApplication(researcher.actor, await formOf(need, { broker: broker.broker.number }), call)
    const read = async (actor: typeof visitor) => (await refusal(readApplication(actor, { id: number }, call))).code
    const insiders = [owner.actor, reviewer.actor, broker.actor]
    for (const actor of insiders) expect(await read(actor)).toBe('not_found')
    await submitApplication(researcher.actor, { id: number }, call)
    for (const actor of [researcher.actor, ...insiders]) expect(await read(actor)).toBe('none')
    for (const { actor } of [await make.enterprise(), await make.researcher(), await make.broker(), await make.stranger(), await make.publisher()]) {
      expect(await read(actor)).toBe('not_found')
      expect((await refusal(withdrawApplication(actor, { id: number, reason: '恶意撤回' }, call))).code).toBe('not_found')
      expect((await refusal(takeUnderReview(actor, { id: number }, call))).code).toBe('not_found')
    }
    expect(await read(visitor)).toBe('not_found')
    expect((await refusal(takeUnderReview(researcher.actor, { id: number }, call))).code).toBe('forbidden')
    expect((await refusal(takeUnderReview(broker.actor, { id: number }, call))).code).toBe('forbidden')
    expect((await refusal(withdrawApplication(owner.actor, { id: number, reason: '替他撤回' }, call))).code).toBe('forbidden')
    expect((await ownApplications(researcher.actor, {}, call)).own.map((row) => row.number)).toEqual([number])
    expect((await ownApplications(broker.actor, {}, call)).accompanied.map((row) => row.number)).toEqual([number])
    expect((await ownApplications((await make.researcher()).actor, {}, call)).own).toEqual([])
  })

  it('is not a reviewer who belongs to the applicant, who sees and decides nothing', async () => {
    const { need } = await openNeed()
    const institute = await make.institute()
    const reviewer = await make.reviewer()
    await db().membership.create({ data: { accountId: reviewer.actor.accountId ?? '', organisationId: institute.organisation.id, role: 'publisher' } })
    const conflicted = await make.actorOf(reviewer.actor.accountId ?? '')
    const number = await handedIn(need, institute.actor)
    expect((await refusal(readApplication(conflicted, { id: number }, call))).code).toBe('not_found')
    expect((await applicationsOf(conflicted, { kind: 'need', target: need.number }, call)).rows).toEqual([])
  })

  it('lists those of one target for its owner and the bureau, drafts left out', async () => {
    const { owner, reviewer, need } = await openNeed()
    const [first, second] = [await make.researcher(), await make.researcher()]
    const number = await underReview(need, owner.actor, first.actor)
    await startApplication(second.actor, await formOf(need), call)
    await shortlistApplication(owner.actor, { id: number }, call)
    for (const actor of [owner.actor, reviewer.actor]) {
      const desk = await applicationsOf(actor, { kind: 'need', target: need.number }, call)
      expect(desk.rows.map((row) => [row.number, row.state])).toEqual([[number, 'shortlisted']])
      expect(desk.mayChoose).toBe(true)
    }
    expect((await refusal(applicationsOf(first.actor, { kind: 'need', target: need.number }, call))).code).toBe('forbidden')
    const queue = await applicationQueue(reviewer.actor, { state: 'shortlisted' }, call)
    expect(queue.rows.map((row) => row.number)).toContain(number)
    expect((await refusal(applicationQueue(owner.actor, {}, call))).code).toBe('forbidden')
  })
})
