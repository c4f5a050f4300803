import { describe, expect, it } from 'vitest'
import { visitor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { accessRequests, answerQuestion, askQuestion, decideAccess, loadNeedForMatching, needForm as formOf, needSearchSource, readConfidential, readNeed, requestAccess, submitNeed, updateNeed, withdrawNeed } from '~/domain/needs/service.server'
import { searchPortal } from '~/domain/searching/service.server'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { draftNeed, needCall as call, needForm, publishedNeed } from '#tests/support/factories-needs'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()

type Refused = { code: string; errors: { path: string }[]; said: { key: string } }
const refusal = (work: Promise<unknown>): Promise<Refused> => work.then(() => ({ code: 'none', errors: [], said: { key: '' } }), (error: Refused) => error)

async function openNeed(values: Record<string, unknown> = {}) {
  const owner = await make.enterprise()
  const reviewer = await make.reviewer()
  return { owner, reviewer, need: await publishedNeed(owner, reviewer.actor, values) }
}

describe('a question', () => {
  it('is private until its public answer, which does not say who asked; both sides get a mail', async () => {
    const { owner, reviewer, need } = await openNeed()
    const asker = await make.institute({ name: '提问研究院' })
    await askQuestion(asker.actor, { id: need.number, question: '新增传感器是否可以用热成像？' }, call)
    const seenBy = async (actor: typeof visitor) => (await readNeed(actor, { id: need.number }, call)).questions[0]
    expect((await seenBy(owner.actor))?.question).toBe('新增传感器是否可以用热成像？')
    expect(await seenBy(asker.actor)).toMatchObject({ question: '新增传感器是否可以用热成像？', mine: true })
    for (const actor of [visitor, reviewer.actor, (await make.institute()).actor]) expect(await seenBy(actor)).toMatchObject({ question: null, answer: null, mine: false })
    await drain()
    expect((await mailsTo(owner.email)).some((mail) => mail.text.includes('热成像'))).toBe(true)
    const { id: questionId } = await db().needQuestion.findFirstOrThrow({ where: { needId: need.id } })
    await answerQuestion(owner.actor, { id: need.number, questionId, answer: '可以，单价不超过 1,500 元。' }, call)
    const read = await readNeed(visitor, { id: need.number }, call)
    expect(read.questions[0]).toMatchObject({ question: '新增传感器是否可以用热成像？', answer: '可以，单价不超过 1,500 元。', mine: false })
    expect(JSON.stringify(read)).not.toContain('提问研究院')
    expect(JSON.stringify(read)).not.toContain(asker.actor.accountId)
    await drain()
    expect((await mailsTo(asker.email)).length).toBe(1)
  })

  it('is one however often it is sent, and its answer is not changed', async () => {
    const { owner, need } = await openNeed()
    const asker = await make.broker()
    await Promise.all(Array.from({ length: 10 }, () => askQuestion(asker.actor, { id: need.number, question: '数据能否带出园区训练？' }, call)))
    const rows = await db().needQuestion.findMany({ where: { needId: need.id } })
    expect(rows.length).toBe(1)
    const answer = { id: need.number, questionId: rows[0]?.id ?? '', answer: '脱敏后的可以。' }
    await answerQuestion(owner.actor, answer, call)
    await answerQuestion(owner.actor, answer, call)
    expect(await refusal(answerQuestion(owner.actor, { ...answer, answer: '不可以。' }, call))).toMatchObject({ code: 'conflict', said: { key: 'need.answered_already' } })
    expect((await db().needQuestion.findMany({ where: { needId: need.id } }))[0]?.answer).toBe('脱敏后的可以。')
  })

  it('comes from verified people alone, never from the owner, and only in time', async () => {
    const { owner, need } = await openNeed()
    const asker = await make.institute()
    const ask = (actor: typeof visitor, at = call) => refusal(askQuestion(actor, { id: need.number, question: '可以联合申请吗？' }, at))
    expect((await ask(visitor)).code).toBe('sign_in')
    expect((await ask((await make.stranger()).actor)).code).toBe('forbidden')
    expect((await ask((await make.institute({ verified: false })).actor)).code).toBe('forbidden')
    expect((await ask((await make.broker({ state: 'suspended' })).actor)).code).toBe('forbidden')
    expect((await ask(owner.actor)).code).toBe('forbidden')
    // The deadline is Tuesday 15 December 2026, 17:00 in Beijing; two working days before it is Friday the 11th.
    expect((await ask(asker.actor, { now: new Date('2026-12-11T09:00:00Z') })).said.key).toBe('need.questions_over')
    expect((await ask(asker.actor, { now: new Date('2026-12-11T08:59:00Z') })).code).toBe('none')
    const draft = await draftNeed(owner, { title: '别人看不到的草稿' })
    expect((await refusal(askQuestion(asker.actor, { id: draft.number, question: '可以联合申请吗？' }, call))).code).toBe('not_found')
    expect((await refusal(answerQuestion(asker.actor, { id: need.number, questionId: need.id, answer: '冒名回答' }, call))).code).toBe('forbidden')
  })

  it('of another need is not answered through this one', async () => {
    const [first, second] = [await openNeed(), await openNeed()]
    const asker = await make.institute()
    const { questionId } = await askQuestion(asker.actor, { id: second.need.number, question: '可以联合申请吗？' }, call)
    expect((await refusal(answerQuestion(first.owner.actor, { id: first.need.number, questionId, answer: '可以。' }, call))).code).toBe('not_found')
  })
})

const secret = '双目事件相机与毫米波前融合的权重初始化'
const withSecret = { confidentialSummary: '现有算法结构', confidentialText: `${secret}，以及供应商清单。` }

describe('the confidential part', () => {
  it('is read by the owner and by those whom the owner let in, and every reading is kept', async () => {
    const { owner, reviewer, need } = await openNeed(withSecret)
    const reader = await make.institute({ name: '查阅研究院' })
    const read = (actor: typeof visitor) => readConfidential(actor, { id: need.number }, call)
    expect((await read(owner.actor)).text).toContain(secret)
    for (const actor of [reader.actor, reviewer.actor, (await make.administrator()).actor]) expect((await refusal(read(actor))).code).toBe('forbidden')
    expect((await refusal(read(visitor))).code).toBe('sign_in')
    await requestAccess(reader.actor, { id: need.number, purpose: '评估算法能否移植，查阅人为课题组三人', promise: 'on' }, call)
    expect((await refusal(read(reader.actor))).code).toBe('forbidden')
    const [request] = await accessRequests(owner.actor, { id: need.number }, call)
    expect(request).toMatchObject({ state: 'requested', organisation: '查阅研究院', purpose: '评估算法能否移植，查阅人为课题组三人' })
    await decideAccess(owner.actor, { id: need.number, accessId: request?.id, decision: 'accepted' }, call)
    expect((await read(reader.actor)).text).toContain(secret)
    const readings = await db().auditEntry.findMany({ where: { operation: 'need.read_confidential', entityId: need.id } })
    expect(readings.map((entry) => entry.actorId)).toEqual([owner.actor.accountId, reader.actor.accountId])
    await decideAccess(owner.actor, { id: need.number, accessId: request?.id, decision: 'declined', reason: '合作已经终止' }, call)
    expect((await refusal(read(reader.actor))).code).toBe('forbidden')
    await drain()
    expect((await mailsTo(owner.email)).length).toBeGreaterThanOrEqual(2)
    expect((await mailsTo(reader.email)).length).toBe(2)
  })

  it('is nowhere else: not in the page, the log, search, matching, mails, audit or queue', async () => {
    const { owner, need } = await openNeed(withSecret)
    const { version } = await db().need.findUniqueOrThrow({ where: { id: need.id } })
    await updateNeed(owner.actor, { ...needForm(owner.organisation.id, { ...withSecret, confidentialText: `${secret}，第二版。` }), id: need.number, version }, call)
    const reader = await make.institute()
    await requestAccess(reader.actor, { id: need.number, purpose: '评估算法能否移植到环卫车', promise: 'on' }, call)
    await drain()
    expect(JSON.stringify(await readNeed(owner.actor, { id: need.number }, call))).not.toContain('毫米波前融合')
    expect(JSON.stringify(await needSearchSource(db(), need.id))).not.toContain('毫米波前融合')
    expect(JSON.stringify(await loadNeedForMatching(db(), need.id))).not.toContain('毫米波前融合')
    const { result } = await searchPortal(new URLSearchParams({ q: '毫米波前融合' }), call.now)
    expect(result?.hits.filter((hit) => hit.recordId === need.number && result.step === 'strict')).toEqual([])
    const [{ found }] = (await db().$queryRaw`
      SELECT (SELECT count(*) FROM "AuditEntry" WHERE detail::text LIKE '%毫米波前融合%') + (SELECT count(*) FROM "TextVersion" WHERE fields::text LIKE '%毫米波前融合%')
           + (SELECT count(*) FROM "Mail" WHERE data::text LIKE '%毫米波前融合%') + (SELECT count(*) FROM "Match" WHERE parts::text || passages::text LIKE '%毫米波前融合%')
           + (SELECT count(*) FROM graphile_worker._private_jobs WHERE payload::text LIKE '%毫米波前融合%') AS found`) as [{ found: bigint }]
    expect(Number(found)).toBe(0)
    for (const mail of [...(await mailsTo(owner.email)), ...(await mailsTo(reader.email))]) expect(mail.raw + mail.text).not.toContain('毫米波前融合')
    expect((await formOf(owner.actor, { id: need.number }, call)).confidential?.text).toContain(secret)
  })

  it('is asked for once, with a purpose and a promise, and again after a refusal', async () => {
    const { owner, need } = await openNeed(withSecret)
    const reader = await make.institute()
    const ask = (values: Record<string, unknown> = {}) => requestAccess(reader.actor, { id: need.number, purpose: '评估算法能否移植到环卫车', promise: 'on', ...values }, call)
    expect((await refusal(ask({ purpose: '看看', promise: '' }))).errors.map(({ path }) => path)).toEqual(['purpose', 'promise'])
    await Promise.all(Array.from({ length: 10 }, () => ask()))
    const rows = await db().confidentialAccess.findMany({ where: { needId: need.id } })
    expect(rows.length).toBe(1)
    const decide = (values: Record<string, unknown>) => decideAccess(owner.actor, { id: need.number, accessId: rows[0]?.id, ...values } as Parameters<typeof decideAccess>[1], call)
    expect((await refusal(decide({ decision: 'declined' }))).errors.map(({ path }) => path)).toEqual(['reason'])
    await decide({ decision: 'declined', reason: '用途不够具体' })
    expect((await readNeed(reader.actor, { id: need.number }, call)).access?.mine).toEqual({ state: 'declined', reason: '用途不够具体' })
    await ask({ purpose: '用于环卫车夜间作业的方案评估' })
    expect(await db().confidentialAccess.findMany({ where: { needId: need.id } })).toMatchObject([{ state: 'requested', reason: null, purpose: '用于环卫车夜间作业的方案评估' }])
  })

  it('stays shut to those who are not verified, and goes with a need that is withdrawn', async () => {
    const { owner, need } = await openNeed(withSecret)
    const [stranger, reader, other] = [await make.stranger(), await make.institute(), await make.enterprise()]
    expect((await refusal(requestAccess(stranger.actor, { id: need.number, purpose: '评估算法能否移植到环卫车', promise: 'on' }, call))).code).toBe('forbidden')
    expect((await refusal(accessRequests(other.actor, { id: need.number }, call))).code).toBe('forbidden')
    await requestAccess(reader.actor, { id: need.number, purpose: '评估算法能否移植到环卫车', promise: 'on' }, call)
    const [request] = await accessRequests(owner.actor, { id: need.number }, call)
    expect((await refusal(decideAccess(reader.actor, { id: need.number, accessId: request?.id ?? '', decision: 'accepted' }, call))).code).toBe('forbidden')
    await decideAccess(owner.actor, { id: need.number, accessId: request?.id ?? '', decision: 'accepted' }, call)
    await withdrawNeed(owner.actor, { id: need.number, reason: '已经自行解决' }, call)
    expect((await refusal(readConfidential(reader.actor, { id: need.number }, call))).code).toBe('not_found')
  })

  it('goes when the owner clears it, and a need without one has no door', async () => {
    const owner = await make.enterprise()
    const { number, id } = await draftNeed(owner, withSecret)
    await updateNeed(owner.actor, { ...needForm(owner.organisation.id), id: number, version: 1 }, call)
    expect(await db().needConfidential.count({ where: { needId: id } })).toBe(0)
    await submitNeed(owner.actor, { id: number }, call)
    expect((await readNeed(owner.actor, { id: number }, call)).access).toBeNull()
    expect((await refusal(readConfidential(owner.actor, { id: number }, call))).code).toBe('not_found')
  })
})
