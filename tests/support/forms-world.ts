import { randomUUID } from 'node:crypto'
import { startApplication } from '~/domain/applications/service.server'
import { createScenario } from '~/domain/scenarios/service.server'
import { checkImport, receiveImport } from '~/domain/imports/service.server'
import { db } from '~/domain/kernel/db.server'
import { localFromInstant } from '~/domain/kernel/time'
import { submitNeed } from '~/domain/needs/service.server'
import { csvOf, goodContracts, templateRows } from './contract-table'
import { make } from './factories'
import { contractForm, madeContract } from './factories-contracts'
import { applicationFormOf, draftNeed, publishedNeed } from './factories-needs'
import { publishedScenario, scenarioForm } from './factories-scenarios'

const day = 86_400_000
const call = { now: new Date() }
const inDays = (days: number) => new Date(call.now.getTime() + days * day)
/** A moment of the running portal's own clock, as a form types it. */
export const local = (days: number) => localFromInstant(inDays(days))
export const dayIn = (days: number) => local(days).slice(0, 10)

const open = () => ({ deadline: local(30), startsOn: dayIn(40), endsOn: dayIn(400), confidentialSummary: '接口协议与路测数据', confidentialText: canary })
/** Stands in the confidential part of every need here, and must be found nowhere else. */
export const canary = '苍鹭七号机密接口定义'

/** People in every role, and one record of every kind in the state that a form of it needs. */
export async function makeWorld() {
  const [administrator, reviewer, owner, other, publisher] = [await make.administrator(), await make.reviewer(), await make.enterprise(), await make.enterprise(), await make.publisher()]
  const institute = await make.institute()
  const [researcher, applicant, winner, broker] = [await make.researcher(), await make.researcher(), await make.researcher(), await make.broker()]
  const [stranger, spare, bystander, second] = [await make.stranger(), await make.stranger(), await make.stranger(), await make.publisher()]
  const inside = await db().person.create({ data: { organisationId: institute.organisation.id, number: 'RC-2026-9001', name: '顾南乔', title: '副研究员', disciplines: ['520'], fields: ['transport'], keywords: ['机器视觉'], summary: '研究机器视觉与传感器融合。' } })
  const draft = await draftNeed(owner, { ...open(), title: '茶叶杀青温度在线监测' }, call)
  const waiting = await draftNeed(owner, { ...open(), title: '竹材含水率快速检测' }, call)
  await submitNeed(owner.actor, { id: waiting.number }, call)
  const need = await publishedNeed(owner, reviewer.actor, open(), call)
  const race = await publishedNeed(owner, reviewer.actor, { ...open(), title: '矿用锂电池热失控预警', selection: 'parallel', teams: '2' }, call)
  const late = await publishedNeed(owner, reviewer.actor, { ...open(), title: '流标的需求：竹炭再生工艺' }, call)
  const scenario = await publishedScenario(publisher, reviewer.actor, { opensAt: local(-5), closesAt: local(60) }, call.now)
  const proposal = await createScenario(publisher.actor, scenarioForm(publisher.organisation.id, { title: '文理学院周边夜间巡检' }), call)
  const application = await startApplication(applicant.actor, await applicationFormOf({ needId: need.id, address: need.number }), call)
  const judged = await startApplication(winner.actor, await applicationFormOf({ needId: race.id, address: race.number }), call)
  const question = await db().needQuestion.create({ data: { needId: need.id, askerId: researcher.actor.accountId ?? '', question: '照度的测点怎样布置？', askedAt: call.now } })
  const access = await db().confidentialAccess.create({ data: { needId: need.id, accountId: researcher.actor.accountId ?? '', purpose: '评估接口是否兼容', createdAt: call.now } })
  const match = await db().match.create({ data: { needId: need.id, candidateKind: 'person', personId: researcher.person.id, score: '71.5', parts: [], passages: [], weightsVersion: 'test', state: 'notified' } })
  const contract = await madeContract({ state: 'under_review', createdById: owner.actor.accountId })
  const twin = await madeContract({ state: 'reported' })
  const drafted = await madeContract({ state: 'draft', createdById: owner.actor.accountId })
  const achievement = await db().achievement.create({ data: { number: 'CG-2026-9001', title: '低照度障碍物识别模组', summary: '照度低于 1 lx 时识别障碍物。', body: '', field: 'transport', trl: 6, iprKind: 'know_how', modes: ['licence'], keywords: ['事件相机'], organisationId: institute.organisation.id } })
  const target = await db().target.create({ data: { startsOn: new Date('2031-01-01'), endsOn: new Date('2035-12-31'), measure: 'count', value: '6000', source: '新一轮行动计划' } })
  const search = await db().savedSearch.create({ data: { accountId: other.actor.accountId ?? '', name: '竹材的新需求', query: 'q=%E7%AB%B9%E6%9D%90' } })
  const unverified = await make.enterprise({ verified: false })
  await db().organisation.update({ where: { id: unverified.organisation.id }, data: { verification: 'submitted' } })
  const { id: table } = await receiveImport(reviewer.actor, { name: '合同.csv', bytes: csvOf(await templateRows([{ totalAmount: '三万' }, ...goodContracts(1)])) }, call)
  await checkImport(table, call.now)
  const { rows, mapping, ...batch } = await db().importBatch.findUniqueOrThrow({ where: { id: table }, include: { rows: true } })
  return {
    table, restoreTable: async (state: string) => {
      await db().importBatch.deleteMany({ where: { id: table } })
      await db().importBatch.create({ data: { ...batch, mapping: mapping ?? [], state, rows: { create: rows.map(({ line, cells, state: of }) => ({ line, cells, state: of })) } } })
    },
    people: { administrator, reviewer, owner, other, publisher, institute, researcher, applicant, winner, broker, stranger, spare, bystander, second, newcomer: unverified },
    draft, waiting, need, race, late, scenario, proposal, application, judged, question, access, match, contract, twin, drafted, achievement, target, search, inside, unverified: unverified.organisation,
    contractFields: { ...contractForm(institute.organisation, owner.organisation), signedOn: dayIn(-30), beginsOn: dayIn(-20), endsOn: dayIn(300) },
    absent: randomUUID(), foreign: other.organisation.id,
  }
}
export type World = Awaited<ReturnType<typeof makeWorld>>
export type Person = keyof World['people']
