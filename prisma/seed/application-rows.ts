import type { ApplicationState, Prisma, PrismaClient } from '../client'
import { codes, idOf, portions } from './ids'
import type { SampleDistrict, SampleNeed, SamplePerson } from './sample/types'

const open: ApplicationState[] = ['submitted', 'under_review', 'shortlisted', 'returned', 'under_review', 'draft', 'submitted', 'withdrawn']
const reasons: Partial<Record<ApplicationState, string>> = { not_selected: '方案可行，但同类现场业绩少于入选团队。', returned: '请补充同类项目的实测数据。', withdrawn: '课题组人手有变，这次不参加了。' }
const evidence: [RegExp, string[]][] = [
  [/业绩|成熟/, ['近三年完成同类项目三个，附验收报告，指标由第三方检测。', '核心部件在两家企业试用满半年，运行记录可查。', '去年在川渝两地各落地一个，用户可以回访。']],
  [/样机|实测/, ['样机已做到第二版，签约后两周可带到现场。', '台架实测 300 小时，数据按需求方格式提供。']],
  [/费用|报价/, ['总价含设备折旧和驻场费用，分三期支付。', '人工占六成，材料占三成，另留一成不可预见费。']],
  [/进度/, ['按月交付阶段成果，第四个月出样机，第九个月完成验收。', '关键节点留两周余量，晚一周扣当期款的百分之二。']],
  [/服务|产业化/, ['两名工程师常驻永川，响应不超过四小时。', '在凤凰湖已租用实验场地，验收后转为服务点。']],
  [/知识产权/, ['专利共有，需求方在本行业优先实施，背景技术不转移。']],
  [/./, ['分三步：现场采数、样机对比、产线验证，每一步都有可以量的指标。', '两条路线并行，三个月后按实测结果留一条。', '与现有做法相比不改产线布局，只加一道在线检测。']],
]
const evidenceFor = (criterion: string, place: number) => {
  const [, texts = []] = evidence.find(([about]) => about.test(criterion)) ?? []
  return texts[place % texts.length] ?? ''
}

type Target = { key: string; needId?: string; scenarioId?: string; topic: string; title: string; at: Date; decidedAt: Date; cost: string; startsOn: string; endsOn: string; criteria: { id: string; name: string }[]; first: SamplePerson | undefined; count: number; stateAt: (place: number) => ApplicationState }

/**
 * Applications to needs and scenarios by researchers of the same topic, in every state; who was chosen fits the state of what
 * they applied to, and comes from the seller of the contract that followed, where one did.
 */
export async function seedApplications(client: PrismaClient, sample: SampleDistrict, now: Date): Promise<void> {
  const numbers = codes('SQ')
  const byTopic = new Map<string, SamplePerson[]>()
  for (const person of sample.people) for (const topic of person.topics) byTopic.set(topic, [...(byTopic.get(topic) ?? []), person])
  const rows: Prisma.ApplicationCreateManyInput[] = []
  const proofs: Prisma.ApplicationEvidenceCreateManyInput[] = []
  const steps: Prisma.TransitionCreateManyInput[] = []
  const accounts = new Map<string, Prisma.AccountCreateManyInput>()
  for (const target of targetsOf(sample, now)) {
    const applicants = [...new Set([...(target.first ? [target.first] : []), ...(byTopic.get(target.topic) ?? [])])].slice(0, target.count)
    for (const [place, person] of applicants.entries()) {
      const state = target.stateAt(place)
      const id = idOf('application', `${target.key}/${person.key}`)
      // An applicant without a log-in of their own still needs an account that submitted: one that cannot sign in.
      const account = idOf('account', `applicant/${person.key}`)
      accounts.set(account, { id: account, email: `${idOf('applicant', person.key).slice(0, 8)}@sample.example.com`, name: person.name, sample: true, emailConfirmedAt: null, createdAt: target.at })
      const decided = state === 'selected' || state === 'not_selected' || state === 'withdrawn'
      rows.push({
        id, number: numbers.next(target.at.getUTCFullYear()), needId: target.needId ?? null, scenarioId: target.scenarioId ?? null, submitterId: account, personId: idOf('person', person.key), team: '课题组 5 人，其中 1 人常驻永川。',
        approach: `围绕“${target.title}”，先做现场数据采集和失效分析，再在现有设备上验证两条路线，最后给出可以验收的方案。`, cost: target.cost, startsOn: new Date(`${target.startsOn}T00:00:00Z`), endsOn: new Date(`${target.endsOn}T00:00:00Z`),
        iprProposal: '双方共有，需求方优先实施。', noControl: true, termsAccepted: state !== 'draft', state, reason: reasons[state] ?? null, submittedAt: state === 'draft' ? null : target.at, decidedAt: decided ? target.decidedAt : null, sample: true, createdAt: target.at,
      })
      proofs.push(...target.criteria.map((criterion) => ({ applicationId: id, criterionId: criterion.id, text: evidenceFor(criterion.name, place) })))
      steps.push({ entity: 'application', entityId: id, fromState: null, toState: 'draft', actorName: person.name, occurredAt: target.at })
      if (state !== 'draft') steps.push({ entity: 'application', entityId: id, fromState: 'draft', toState: 'submitted', actorName: person.name, occurredAt: target.at })
      if (state !== 'draft' && state !== 'submitted') steps.push({ entity: 'application', entityId: id, fromState: 'submitted', toState: state, actorName: state === 'withdrawn' ? person.name : '需求方', reason: reasons[state] ?? null, occurredAt: decided ? target.decidedAt : new Date(target.at.getTime() + 2 * 86_400_000) })
    }
  }
  for (const data of portions([...accounts.values()])) await client.account.createMany({ data })
  for (const data of portions(rows)) await client.application.createMany({ data })
  for (const data of portions(proofs)) await client.applicationEvidence.createMany({ data })
  for (const data of portions(steps)) await client.transition.createMany({ data })
  await client.counter.createMany({ data: numbers.counters() })
}

function targetsOf(sample: SampleDistrict, now: Date): Target[] {
  const sellerOf = new Map(sample.contracts.flatMap((contract) => (contract.sourceKey && contract.sellerKey ? [[contract.sourceKey, contract.sellerKey] as const] : [])))
  const ofSeller = (key: string, topic: string) => {
    const people = sample.people.filter((person) => person.organisationKey === sellerOf.get(key))
    return people.find((person) => person.topics.includes(topic)) ?? people[0]
  }
  const needs = sample.needs.filter((need) => need.publishedAt && need.publishedAt <= now && ['published', 'awarded', 'contracted'].includes(need.state)).map((need, index): Target => ({
    key: need.key, needId: idOf('need', need.key), topic: need.topic, title: need.title, at: need.publishedAt ?? now, decidedAt: need.deadline < now ? need.deadline : now, cost: need.fundingMin ?? '300000.00', startsOn: need.startsOn, endsOn: need.endsOn,
    criteria: need.criteria.map(({ name }, position) => ({ id: idOf('criterion', `${need.key}/${position}`), name })), first: ofSeller(need.key, need.topic), count: need.state === 'published' ? index % 4 : 3, stateAt: (place) => needState(need, index, place),
  }))
  const scenarios = sample.scenarios.filter((scenario) => scenario.publishedAt && scenario.publishedAt <= now && scenario.publication === 'published' && scenario.landing !== 'shelved').map((scenario, index): Target => ({
    key: scenario.key, scenarioId: idOf('scenario', scenario.key), topic: scenario.topic, title: scenario.title, at: scenario.publishedAt ?? now, decidedAt: scenario.closesAt < now ? scenario.closesAt : now, cost: scenario.budgetMin ?? '200000.00',
    startsOn: `${scenario.closesAt.getUTCFullYear() + 1}-01-10`, endsOn: `${scenario.closesAt.getUTCFullYear() + 1}-10-20`, criteria: [], first: ofSeller(scenario.key, scenario.topic), count: scenario.landing === 'reserve' ? index % 3 : 2,
    stateAt: (place) => (scenario.landing === 'reserve' ? (open[(index + place) % open.length] ?? 'submitted') : place === 0 ? 'selected' : 'not_selected'),
  }))
  return [...needs, ...scenarios]
}

/** The state that fits the need's: as many are chosen as it has teams, the others are not; while it is open all stages occur. */
function needState(need: SampleNeed, index: number, place: number): ApplicationState {
  if (need.state !== 'published') return place < need.teams ? 'selected' : 'not_selected'
  return open[(index + place) % open.length] ?? 'submitted'
}
