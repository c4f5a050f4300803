import type { Prisma, PrismaClient } from '../client'
import { codes, idOf, portions } from './ids'
import { orgId } from './people-rows'
import type { SampleDistrict, SampleNeed, SampleScenario } from './sample/types'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * 86_400_000)

/** Scenarios and needs with their criteria, questions and steps. */
export async function seedDemand(client: PrismaClient, sample: SampleDistrict, now: Date): Promise<void> {
  await seedScenarios(client, sample.scenarios, now)
  await seedNeeds(client, sample.needs, now)
}

/** Serials follow from the day of publication within the year and batch. */
export function serialsOf(scenarios: readonly SampleScenario[]): Map<string, { ordinal: number; serial: string }> {
  const serials = new Map<string, { ordinal: number; serial: string }>()
  const last = new Map<number, number>()
  const published = scenarios.filter((scenario) => scenario.publishedAt).sort((a, b) => a.year - b.year || a.batch - b.batch || a.publishedAt!.getTime() - b.publishedAt!.getTime() || a.key.localeCompare(b.key))
  for (const scenario of published) {
    const ordinal = (last.get(scenario.year) ?? 0) + 1
    last.set(scenario.year, ordinal)
    serials.set(scenario.key, { ordinal, serial: `${scenario.year}-${String(scenario.batch).padStart(2, '0')}-${String(ordinal).padStart(3, '0')}` })
  }
  return serials
}

async function seedScenarios(client: PrismaClient, scenarios: readonly SampleScenario[], now: Date) {
  const serials = serialsOf(scenarios)
  const rows = scenarios.map((item): Prisma.ScenarioCreateManyInput => {
    const given = item.publishedAt ? serials.get(item.key) : undefined
    return {
      id: idOf('scenario', item.key), year: item.year, batch: item.batch, ordinal: given?.ordinal ?? null, serial: given?.serial ?? null, title: item.title, summary: item.summary, body: item.body,
      kind: item.kind, side: item.side, theme: item.theme, field: item.field, industry: item.industryCode, areaKey: item.areaKey, leadId: orgId(item.leadKey), ownerId: item.ownerKey ? orgId(item.ownerKey) : null,
      technologies: item.technologies, referenceCases: item.referenceCases, resources: item.resources, budgetMin: item.budgetMin, budgetMax: item.budgetMax, opensAt: item.opensAt, closesAt: item.closesAt,
      contactName: item.contactName, contactPhone: item.contactPhone, publication: item.publication, landing: item.landing, publishedAt: item.publishedAt,
      submittedAt: item.publication === 'draft' ? null : daysBefore(item.publishedAt ?? now, item.publishedAt ? 9 : (item.title.length % 6) + 1),
      landedAt: item.landing === 'landed' ? now : null, sample: true, createdAt: daysBefore(item.publishedAt ?? now, 20),
    }
  })
  for (const data of portions(rows)) await client.scenario.createMany({ data })
  const units = scenarios.flatMap((item) => [...new Set(item.responsibleKeys)].map((key, position) => ({ scenarioId: idOf('scenario', item.key), organisationId: orgId(key), position })))
  for (const data of portions(units)) await client.scenarioResponsibleUnit.createMany({ data })
  const steps = rows.flatMap((row) => [
    { entity: 'scenario', entityId: row.id!, fromState: null, toState: 'draft', actorName: row.contactName, occurredAt: row.createdAt! },
    ...(row.submittedAt ? [{ entity: 'scenario', entityId: row.id!, fromState: 'draft', toState: 'submitted', actorName: row.contactName, occurredAt: row.submittedAt }] : []),
    ...(row.publishedAt ? [{ entity: 'scenario', entityId: row.id!, fromState: 'approved', toState: 'published', actorName: '区科技局', occurredAt: row.publishedAt }] : []),
  ])
  for (const data of portions(steps)) await client.transition.createMany({ data })
}

const unpublished = new Set(['draft', 'submitted', 'changes_requested'])

async function seedNeeds(client: PrismaClient, needs: readonly SampleNeed[], now: Date) {
  const numbers = codes('XQ')
  const begun = (need: SampleNeed) => need.publishedAt ?? daysBefore(now, 12)
  const ordered = [...needs].sort((a, b) => begun(a).getTime() - begun(b).getTime() || a.key.localeCompare(b.key))
  const rows = ordered.map((need): Prisma.NeedCreateManyInput => {
    const createdAt = daysBefore(begun(need), 6)
    return {
      id: idOf('need', need.key), number: numbers.next(createdAt.getUTCFullYear()), organisationId: orgId(need.organisationKey), title: need.title, problem: need.problem, indicators: need.indicators,
      indicatorRows: need.indicatorRows.map((row) => ({ ...row })), goal: need.goal, basis: need.basis, keywords: need.keywords, startsOn: day(need.startsOn), endsOn: day(need.endsOn), ipr: need.ipr,
      fundingKind: need.fundingKind, fundingMin: need.fundingMin, fundingMax: need.fundingMax, conditions: need.conditions, modes: need.modes, preferredPartners: need.preferredPartners, field: need.field,
      industry: need.industryCode, discipline: need.disciplineCode, areaKey: need.areaKey, source: need.source, selection: need.selection, lumpSum: need.lumpSum, teams: need.teams,
      contactName: need.contactName, contactPhone: need.contactPhone, deadline: need.deadline, state: need.state,
      submittedAt: need.state === 'draft' ? null : daysBefore(begun(need), 3), publishedAt: unpublished.has(need.state) ? null : need.publishedAt,
      awardedAt: need.state === 'awarded' || need.state === 'contracted' ? need.deadline : null,
      stateReason: ['cancelled', 'unsuccessful', 'withdrawn'].includes(need.state) ? '需求方计划有变，暂不继续。' : null,
      reviewNote: need.state === 'changes_requested' ? '请把主要指标写成可以验收的数值，并补充现有基础。' : null, sample: true, createdAt,
    }
  })
  for (const data of portions(rows)) await client.need.createMany({ data })
  const criteria = needs.flatMap((need) => need.criteria.map((criterion, position) => ({ id: idOf('criterion', `${need.key}/${position}`), needId: idOf('need', need.key), position, ...criterion })))
  // In one transaction: the weights of a need are added up when it ends.
  await client.$transaction([...portions(criteria)].map((data) => client.criterion.createMany({ data })))
  const questions = needs.flatMap((need) => need.questions.map(({ question, answer }, position) => {
    const askedAt = new Date(begun(need).getTime() + (position + 1) * 86_400_000)
    return { id: idOf('question', `${need.key}/${position}`), needId: idOf('need', need.key), question, answer, askedAt, answeredAt: answer ? new Date(askedAt.getTime() + 86_400_000) : null }
  }))
  for (const data of portions(questions)) await client.needQuestion.createMany({ data })
  const confidential = needs.filter((need) => need.confidentialText).map((need) => ({ needId: idOf('need', need.key), summary: '现有方案的细节、数据说明与供应商清单', text: need.confidentialText! }))
  for (const data of portions(confidential)) await client.needConfidential.createMany({ data })
  const steps = rows.flatMap((row) => [
    { entity: 'need', entityId: row.id!, fromState: null, toState: 'draft', actorName: row.contactName, occurredAt: row.createdAt! },
    ...(row.submittedAt ? [{ entity: 'need', entityId: row.id!, fromState: 'draft', toState: 'submitted', actorName: row.contactName, occurredAt: row.submittedAt }] : []),
    ...(row.publishedAt ? [{ entity: 'need', entityId: row.id!, fromState: 'submitted', toState: 'published', actorName: '区科技局', occurredAt: row.publishedAt }] : []),
    ...(row.awardedAt ? [{ entity: 'need', entityId: row.id!, fromState: 'published', toState: 'awarded', actorName: row.contactName, occurredAt: row.awardedAt }] : []),
  ])
  for (const data of portions(steps)) await client.transition.createMany({ data })
  await client.counter.createMany({ data: numbers.counters() })
}
