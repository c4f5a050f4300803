import { createScenario, publishScenario, submitScenario, approveScenario } from '~/domain/scenarios/service.server'
import type { Actor } from '~/domain/kernel/actor'

/** What a department types into the form of a scenario. */
export function scenarioForm(leadId: string, values: Record<string, unknown> = {}) {
  return {
    year: '2026', batch: '4', title: '科技生态新城夜间自动驾驶环卫作业', summary: '在半封闭道路上用无人清扫车完成夜间保洁，减少人工和扰民。',
    body: '新城主干路 6.2 公里，每晚 22:00 至次日 5:00 作业。要求在照度低于 1 lx 的路段识别路桩、行人和宠物，遇到异常能远程接管，响应不超过 3 秒。验收按连续 30 天的作业记录计算。',
    kind: 'solution_selection', side: 'government', theme: 'smart_city', field: 'transport', industry: '', areaKey: 'tech_eco_city', leadId, responsibleIds: [],
    technologies: '低照度障碍物识别\n远程接管\n路径规划', referenceCases: '', resources: '开放 6.2 公里道路和充电场地', budgetMin: '120', budgetMax: '180',
    opensAt: '2026-11-01T09:00', closesAt: '2027-03-15T17:00', contactName: '陈工', contactPhone: '023-49800000', contactPublic: '', sourceDocument: '', ...values,
  }
}

/** A scenario that is written, submitted, approved and published; answers its serial and id. */
export async function publishedScenario(publisher: { actor: Actor; organisation: { id: string } }, reviewer: Actor, values: Record<string, unknown> = {}, now = new Date('2026-11-20T02:00:00Z')) {
  const call = { now }
  const { id } = await createScenario(publisher.actor, scenarioForm(publisher.organisation.id, values), call)
  await submitScenario(publisher.actor, { id }, call)
  await approveScenario(reviewer, { id }, call)
  const { serial } = await publishScenario(reviewer, { id }, call)
  return { id, serial }
}
