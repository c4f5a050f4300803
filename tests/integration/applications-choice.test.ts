import { describe, expect, it } from 'vitest'
import { db } from '~/domain/kernel/db.server'
import { chooseApplications, decidePhase, readApplication, scoreApplication, startApplication, submitApplication, takeUnderReview, withdrawApplication } from '~/domain/applications/service.server'
import { listNeeds, readNeed } from '~/domain/needs/service.server'
import { visitor, type Actor } from '~/domain/kernel/actor'
import { useDatabase } from '#tests/support/database'
import { drain, waitingJobs } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { publishedScenario } from '#tests/support/factories-scenarios'
import { applicationFormOf, choose, handedIn, needCall as call, publishedNeed, underReview } from '#tests/support/factories-needs'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()

type Refused = { code: string; errors: { path: string }[]; said: { key: string }; detail: Record<string, string> }
const refusal = (work: Promise<unknown>): Promise<Refused> => work.then(() => ({ code: 'none', errors: [], said: { key: '' }, detail: {} }), (error: Refused) => error)
const stateOf = async (number: string) => (await db().application.findUniqueOrThrow({ where: { number } })).state

async function race(values: Record<string, unknown> = {}, applicants = 3) {
  const owner = await make.enterprise()
  const reviewer = await make.reviewer()
  const need = await publishedNeed(owner, reviewer.actor, values)
  const people = await Promise.all(Array.from({ length: applicants }, () => make.researcher()))
  const numbers: string[] = []
  for (const { actor } of people) numbers.push(await underReview(need, owner.actor, actor))
  return { owner, reviewer, need, people, numbers }
}

describe('the choice', () => {
  it('selects one, gives every other a reason, awards the need, and mails all of them', async () => {
    const { owner, need, people, numbers } = await race()
    await drain()
    const late = await make.researcher()
    const notTaken = await handedIn(need, late.actor)
    await choose(need, owner.actor, [numbers[0] ?? ''])
    expect(await Promise.all([...numbers, notTaken].map(stateOf))).toEqual(['selected', 'not_selected', 'not_selected', 'not_selected'])
    expect((await readNeed(visitor, { id: need.number }, call)).need.status).toBe('awarded')
    expect((await listNeeds(visitor, { search: '?status=awarded' }, call)).rows.map((row) => row.number)).toContain(need.number)
    expect((await waitingJobs()).map((job) => job.name)).toContain('index.record')
    await drain()
    expect((await mailsTo(people[0]?.email ?? '')).at(-1)?.text).toContain(numbers[0])
    for (const { email } of [people[1], people[2], late] as { email: string }[]) expect((await mailsTo(email)).at(-1)?.text).toContain('指标依据不足，缺少实测数据')
    expect((await db().transition.findMany({ where: { entity: 'need', entityId: need.id }, orderBy: { id: 'asc' } })).at(-1)).toMatchObject({ fromState: 'published', toState: 'awarded' })
  })

  it('is refused without a winner, with too many, or while a reason is missing, and then changes nothing', async () => {
    const { owner, need, numbers } = await race()
    const [first = '', second = '', third = ''] = numbers
    const attempt = (winners: string[], reasons: Record<string, string>) => refusal(chooseApplications(owner.actor, { kind: 'need', target: need.number, winners, reasons }, call))
    const all = { [first]: '理由充分', [second]: '理由充分', [third]: '理由充分' }
    expect((await attempt([], all)).errors.map(({ path }) => path)).toEqual(['winners'])
    expect((await attempt([first, second], all)).errors.map(({ path }) => path)).toEqual(['winners'])
    expect((await attempt(['SQ-2026-9999'], all)).errors.map(({ path }) => path)).toEqual(['winners'])
    expect((await attempt([first], { [second]: '理由充分' })).errors.map(({ path }) => path)).toEqual([`reasons.${third}`])
    expect(await Promise.all(numbers.map(stateOf))).toEqual(['under_review', 'under_review', 'under_review'])
    expect((await db().need.findUniqueOrThrow({ where: { id: need.id } })).state).toBe('published')
  })

  it('takes only what was taken under review', async () => {
    const { owner, need } = await race({}, 0)
    const number = await handedIn(need, (await make.researcher()).actor)
    expect(await refusal(choose(need, owner.actor, [number]))).toMatchObject({ code: 'conflict', detail: { entity: 'application', from: 'submitted', to: 'selected' } })
  })

  it('belongs to the owner and the bureau', async () => {
    const { need, people, numbers } = await race({}, 1)
    const [winner = ''] = numbers
    for (const { actor } of [await make.enterprise(), await make.publisher(), await make.stranger(), people[0] as { actor: Actor }]) expect((await refusal(choose(need, actor, [winner]))).code).toBe('forbidden')
    expect((await refusal(choose(need, visitor, [winner]))).code).toBe('sign_in')
    expect(await stateOf(winner)).toBe('under_review')
    await choose(need, (await make.reviewer()).actor, [winner])
    expect(await stateOf(winner)).toBe('selected')
  })

  it('made twenty times at once has exactly one winner; the others meet a conflict that says so', async () => {
    const { owner, reviewer, need, numbers } = await race({}, 4)
    const attempts = await Promise.all(Array.from({ length: 20 }, (_, index) => refusal(choose(need, index % 2 ? owner.actor : reviewer.actor, [numbers[index % 4] ?? '']))))
    expect(attempts.filter(({ code }) => code === 'none').length).toBe(1)
    const refused = attempts.filter(({ code }) => code !== 'none')
    expect(refused.every(({ code, detail }) => code === 'conflict' && detail.from === 'awarded' && detail.to === 'awarded')).toBe(true)
    expect(await db().application.count({ where: { needId: need.id, state: 'selected' } })).toBe(1)
    expect(await db().application.count({ where: { needId: need.id, state: 'not_selected', reason: { not: null } } })).toBe(3)
    expect(await db().transition.count({ where: { entity: 'need', entityId: need.id, toState: 'awarded' } })).toBe(1)
  })

  it('and an application handed in at the same moment leave none without an answer', async () => {
    const { owner, need, numbers } = await race({}, 1)
    const late = await make.researcher()
    const { number } = await startApplication(late.actor, await applicationFormOf({ needId: need.id, address: need.number }), call)
    const [choice, handing] = await Promise.all([refusal(chooseApplications(owner.actor, { kind: 'need', target: need.number, winners: [numbers[0] ?? ''], reasons: {} }, call)), refusal(submitApplication(late.actor, { id: number }, call))])
    const state = await stateOf(number)
    // Either the choice came first and the application was refused, or it came in first and the choice asked for its reason.
    if (choice.code === 'none') expect([handing.said.key, state]).toEqual(['application.closed', 'draft'])
    else expect([choice.errors.map(({ path }) => path), handing.code, state]).toEqual([[`reasons.${number}`], 'none', 'submitted'])
  })
})

describe('a parallel race', () => {
  it('funds as many teams as it says, and each phase decides who goes on', async () => {
    const { owner, need, people, numbers } = await race({ selection: 'parallel', teams: '2' })
    const [first = '', second = '', third = ''] = numbers
    expect((await refusal(choose(need, owner.actor, numbers))).errors.map(({ path }) => path)).toEqual(['winners'])
    await choose(need, owner.actor, [first, second])
    expect(await Promise.all(numbers.map(stateOf))).toEqual(['selected', 'selected', 'not_selected'])
    const phase = (id: string, number: number, decision: string, actor = owner.actor) => refusal(decidePhase(actor, { id, phase: String(number), decision, reason: '中期指标达到八成' } as Parameters<typeof decidePhase>[1], call))
    expect((await phase(first, 2, 'proceed')).said.key).toBe('application.phase_order')
    expect((await phase(first, 1, 'proceed')).code).toBe('none')
    expect((await phase(first, 1, 'stop')).said.key).toBe('application.phase_order')
    expect((await phase(first, 2, 'stop')).code).toBe('none')
    expect((await phase(first, 3, 'proceed')).said.key).toBe('application.phase_order')
    expect((await phase(third, 1, 'proceed')).said.key).toBe('application.no_phases')
    expect((await phase(second, 1, 'proceed', people[1]?.actor)).code).toBe('forbidden')
    expect((await readApplication(owner.actor, { id: first }, call)).application.phases).toMatchObject([{ phase: 1, decision: 'proceed' }, { phase: 2, decision: 'stop', reason: '中期指标达到八成' }])
    // One of two teams leaves: the need stays awarded to the other.
    await withdrawApplication(people[1]?.actor as Actor, { id: second, reason: '团队另有任务' }, call)
    expect((await db().need.findUniqueOrThrow({ where: { id: need.id } })).state).toBe('awarded')
  })
})

describe('a winner who withdraws', () => {
  it('opens the need for another choice, among those who were not selected', async () => {
    const { owner, need, people, numbers } = await race({}, 2)
    const [first = '', second = ''] = numbers
    await choose(need, owner.actor, [first])
    expect((await refusal(takeUnderReview(owner.actor, { id: second }, call))).said.key).toBe('application.decided')
    await withdrawApplication(people[0]?.actor as Actor, { id: first, reason: '团队另有任务' }, call)
    const after = { now: new Date('2026-12-20T00:00:00Z') }
    expect((await readNeed(visitor, { id: need.number }, call)).need.status).toBe('published')
    expect((await readNeed(visitor, { id: need.number }, after)).need.status).toBe('closed')
    await takeUnderReview(owner.actor, { id: second }, after)
    await choose(need, owner.actor, [second], after)
    expect(await Promise.all(numbers.map(stateOf))).toEqual(['withdrawn', 'selected'])
  })

  it('cannot leave once there is a contract', async () => {
    const { owner, need, people, numbers } = await race({}, 1)
    await choose(need, owner.actor, numbers)
    await db().need.update({ where: { id: need.id }, data: { state: 'contracted' } })
    expect((await refusal(withdrawApplication(people[0]?.actor as Actor, { id: numbers[0] ?? '', reason: '团队另有任务' }, call))).said.key).toBe('application.contracted')
  })
})

describe('scores', () => {
  it('are given by several reviewers on their own and open to one who has scored', async () => {
    const { owner, reviewer, need, numbers } = await race({}, 1)
    const [id = ''] = numbers
    const [first, second] = await db().criterion.findMany({ where: { needId: need.id }, orderBy: { position: 'asc' } })
    const score = (actor: Actor, a: string, b: string) => scoreApplication(actor, { id, points: { [first?.id ?? '']: a, [second?.id ?? '']: b } }, call)
    expect((await refusal(scoreApplication(owner.actor, { id, points: { [first?.id ?? '']: '90' } }, call))).errors.map(({ path }) => path)).toEqual([`points.${second?.id}`])
    expect((await refusal(score(owner.actor, '101', '50'))).errors.map(({ path }) => path)).toEqual([`points.${first?.id}`])
    await score(owner.actor, '90', '80')
    expect((await readApplication(reviewer.actor, { id }, call)).scores).toMatchObject({ mine: null, reviewers: 1, all: null })
    await score(reviewer.actor, '70', '60')
    expect((await readApplication(reviewer.actor, { id }, call)).scores).toMatchObject({ mine: { total: 66 }, all: { mean: 76, reviewers: 2 } })
    await score(owner.actor, '100', '80')
    expect((await readApplication(owner.actor, { id }, call)).scores).toMatchObject({ mine: { total: 92 }, all: { mean: 79, reviewers: 2 } })
  })

  it('are neither given by nor shown to the applicant, and end with the choice', async () => {
    const { owner, need, people, numbers } = await race({}, 1)
    const [id = ''] = numbers
    const points = Object.fromEntries((await db().criterion.findMany({ where: { needId: need.id } })).map((criterion) => [criterion.id, '90']))
    await scoreApplication(owner.actor, { id, points }, call)
    expect((await refusal(scoreApplication(people[0]?.actor as Actor, { id, points }, call))).code).toBe('forbidden')
    expect((await readApplication(people[0]?.actor as Actor, { id }, call)).scores).toBeNull()
    await choose(need, owner.actor, [id])
    expect((await refusal(scoreApplication(owner.actor, { id, points }, call))).said.key).toBe('application.decided')
  })
})

describe('an application to a scenario', () => {
  it('is chosen by the lead department, and the landing moves from reserve to in contact', async () => {
    const publisher = await make.publisher()
    const { id, serial } = await publishedScenario(publisher, (await make.reviewer()).actor)
    const [first, second] = [await make.researcher(), await make.institute()]
    const form = await applicationFormOf({ kind: 'scenario', address: serial })
    const numbers: string[] = []
    for (const { actor } of [first, second]) {
      const { number } = await startApplication(actor, form, call)
      await submitApplication(actor, { id: number }, call)
      await takeUnderReview(publisher.actor, { id: number }, call)
      numbers.push(number)
    }
    await drain()
    expect((await mailsTo(publisher.email)).filter((mail) => numbers.some((number) => mail.text.includes(number))).length).toBe(2)
    const [winner = '', other = ''] = numbers
    const choice = { kind: 'scenario' as const, target: serial, winners: [winner], reasons: { [other]: '场地条件不合适' } }
    expect((await refusal(chooseApplications((await make.publisher()).actor, choice, call))).code).toBe('forbidden')
    await chooseApplications(publisher.actor, choice, call)
    expect(await Promise.all(numbers.map(stateOf))).toEqual(['selected', 'not_selected'])
    expect((await db().scenario.findUniqueOrThrow({ where: { id } })).landing).toBe('in_contact')
    expect(await db().transition.count({ where: { entity: 'landing', entityId: id, toState: 'in_contact' } })).toBe(1)
  })

  it('is not made by the lead department, nor outside its window, nor before publication', async () => {
    const publisher = await make.publisher()
    const { serial } = await publishedScenario(publisher, (await make.reviewer()).actor, { closesAt: '2026-12-01T17:00' })
    const researcher = await make.researcher()
    const form = await applicationFormOf({ kind: 'scenario', address: serial })
    expect((await refusal(startApplication(publisher.actor, form, call))).code).toBe('forbidden')
    const employed = await make.researcher({ organisationId: publisher.organisation.id })
    expect((await refusal(startApplication(employed.actor, form, call))).code).toBe('forbidden')
    expect((await refusal(startApplication(researcher.actor, form, { now: new Date('2026-12-01T09:00:00Z') }))).said.key).toBe('application.closed')
    expect((await refusal(startApplication(researcher.actor, { ...form, target: '2026-04-999' }, call))).code).toBe('not_found')
  })
})

it('moves the match of the pair on and keeps it with the application', async () => {
  const { need } = await race({}, 0)
  const researcher = await make.researcher()
  const match = await db().match.create({ data: { needId: need.id, candidateKind: 'person', personId: researcher.person.id, score: 72, parts: [], passages: [], weightsVersion: 'test', state: 'notified' } })
  const number = await handedIn(need, researcher.actor)
  expect((await db().match.findUniqueOrThrow({ where: { id: match.id } })).state).toBe('applied')
  expect((await db().application.findUniqueOrThrow({ where: { number } })).matchId).toBe(match.id)
})
