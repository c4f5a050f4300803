import { chooseApplications, startApplication, submitApplication, takeUnderReview } from '~/domain/applications/service.server'
import type { Actor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { createNeed, publishNeed, submitNeed } from '~/domain/needs/service.server'

export const needCall = { now: new Date('2026-11-20T02:00:00Z') }

/** What an enterprise types into the form of a need: amounts in 万元, times in Asia/Shanghai. */
export function needForm(organisationId: string, values: Record<string, unknown> = {}) {
  return {
    organisationId,
    title: '园区无人配送车夜间低照度障碍物识别与紧急制动',
    problem: '夜间园区支路照度低于 1 lx，现有视觉方案对 0.3 m 高的障碍物检出率只有 81%，误制动每百公里 4.6 次。',
    indicators: '低照度障碍物检出与制动时延是关键，验收以第三方实测为准。',
    indicatorRows: [{ name: '障碍物检出率', current: '81%', required: '≥ 98%', verification: '第三方实测' }, { name: '', current: '', required: '', verification: '' }],
    goal: '2027 年 10 月底前，46 台车全部升级，夜间限速提高到 15 km/h。',
    basis: '夜间路采数据 1,120 小时。', keywords: '低照度、障碍物识别、紧急制动', startsOn: '2027-01-01', endsOn: '2027-10-31', ipr: 'shared',
    fundingKind: 'range', fundingMin: '80', fundingMax: '120', conditions: '近三年有车载感知量产项目\n团队不少于 5 人', modes: ['joint_development', 'commissioned_development'], preferredPartners: '',
    field: 'transport', industry: '', discipline: '', areaKey: 'tech_eco_city', source: 'self_published', selection: 'open_call', lumpSum: '', teams: '1',
    criteria: [{ name: '技术方案', description: '指标能否达到', weight: '60' }, { name: '已有业绩', description: '同类项目', weight: '40' }],
    contactName: '陈工', contactPhone: '023-49800000', deadline: '2026-12-15T17:00', confidentialSummary: '', confidentialText: '', ...values,
  }
}

type Owner = { actor: Actor; organisation: { id: string } }

export async function draftNeed(owner: Owner, values: Record<string, unknown> = {}, call = needCall) {
  return createNeed(owner.actor, needForm(owner.organisation.id, values), call)
}

/** A need that is written, submitted and published; answers its number and id. */
export async function publishedNeed(owner: Owner, reviewer: Actor, values: Record<string, unknown> = {}, call = needCall) {
  const need = await draftNeed(owner, values, call)
  await submitNeed(owner.actor, { id: need.number }, call)
  await publishNeed(reviewer, { id: need.number }, call)
  return need
}

/** What an applicant types: evidence for each criterion of the target. */
export async function applicationFormOf(target: { needId?: string; kind?: 'need' | 'scenario'; address: string }, values: Record<string, unknown> = {}) {
  const criteria = target.needId ? await db().criterion.findMany({ where: { needId: target.needId } }) : []
  return {
    kind: target.kind ?? 'need', target: target.address, as: '', approach: '用事件相机补足低照度感知，制动由独立链路触发。', team: '王教授，博士 3 人', evidence: Object.fromEntries(criteria.map(({ id }) => [id, '实测数据见附件，第三方报告编号 2026-118。'])),
    startsOn: '2027-01-10', endsOn: '2027-10-20', cost: '980000', iprProposal: '共有，企业优先实施', conditions: '', broker: '', noControl: 'on', termsAccepted: 'on', ...values,
  }
}

/** An application to a need that is handed in; answers its number. */
export async function handedIn(need: { id: string; number: string }, applicant: Actor, values: Record<string, unknown> = {}, call = needCall) {
  const { number } = await startApplication(applicant, await applicationFormOf({ needId: need.id, address: need.number }, values), call)
  await submitApplication(applicant, { id: number }, call)
  return number
}

/** Handed in and taken under review by the owner. */
export async function underReview(need: { id: string; number: string }, owner: Actor, applicant: Actor, call = needCall) {
  const number = await handedIn(need, applicant, {}, call)
  await takeUnderReview(owner, { id: number }, call)
  return number
}

/** Chooses winners; everyone else handed in gets the same reason. */
export async function choose(need: { id: string; number: string }, owner: Actor, winners: string[], call = needCall) {
  const others = await db().application.findMany({ where: { needId: need.id, state: { in: ['submitted', 'returned', 'under_review', 'shortlisted'] }, number: { notIn: winners } }, select: { number: true } })
  return chooseApplications(owner, { kind: 'need', target: need.number, winners, reasons: Object.fromEntries(others.map(({ number }) => [number, '指标依据不足，缺少实测数据'])) }, call)
}
