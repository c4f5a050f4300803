import { z } from 'zod'
import type { Tx } from '#prisma/client'
import type { ScenarioSource } from '#search/document'
import { ancestors, areaChoices, industryChoices, termChoices } from '~/domain/district/service.server'
import { isStaff } from '~/domain/kernel/actor'
import { query } from '~/domain/kernel/operation.server'
import { anyone, staffOnly } from '~/domain/kernel/policy'
import { isOwnDepartment, scenarioPolicy } from './policy'
import * as repo from './repo.server'
import type { ScenarioRecord } from './repo.server'
import { windowState } from './rules'
import { listInput } from './schema'

const pageSize = 20

/** What a list row shows: who, what, how much, until when. Amounts in 元 as text. */
export function rowOf(scenario: ScenarioRecord, now: Date) {
  return {
    id: scenario.serial ?? scenario.id,
    serial: scenario.serial,
    title: scenario.title,
    summary: scenario.summary,
    lead: scenario.lead.shortName ?? scenario.lead.name,
    kind: scenario.kind,
    theme: scenario.theme,
    field: scenario.field,
    areaZh: scenario.area.nameZh,
    areaEn: scenario.area.nameEn,
    budgetMin: scenario.budgetMin?.toFixed(2) ?? null,
    budgetMax: scenario.budgetMax?.toFixed(2) ?? null,
    opensAt: scenario.opensAt?.toISOString() ?? null,
    closesAt: scenario.closesAt?.toISOString() ?? null,
    publishedAt: scenario.publishedAt?.toISOString() ?? null,
    submittedAt: scenario.submittedAt?.toISOString() ?? null,
    window: windowState(scenario, now),
    publication: scenario.publication,
    landing: scenario.landing,
    year: scenario.year,
    batch: scenario.batch,
  }
}
export type ScenarioRow = ReturnType<typeof rowOf>

/** The public list, 20 a page. */
export const listScenarios = query({
  name: 'scenario.list',
  input: listInput,
  policy: anyone,
  run: async (context, filter) => {
    const { total, rows } = await repo.listPublic(context.tx, filter, context.now, pageSize)
    return { filter, total, pageSize, rows: rows.map((row) => rowOf(row, context.now)) }
  },
})

const afterInput = z.object({ limit: z.number().int().min(1).max(101), cursor: z.object({ at: z.string(), id: z.uuid() }).nullable() })

/** The public list for programs: newest first, going on after a cursor. */
export const listScenariosAfter = query({
  name: 'scenario.list_after',
  input: afterInput,
  policy: anyone,
  run: async (context, { limit, cursor }) => (await repo.publicBefore(context.tx, cursor, limit)).map((row) => ({ ...rowOf(row, context.now), recordId: row.id })),
})

const idInput = z.object({ id: z.string().max(60) })

/** One scenario with its history; contact details only where they are public or the reader belongs to it. */
export const readScenario = query({
  name: 'scenario.read',
  input: idInput,
  load: (context, input) => repo.find(context.tx, input.id),
  policy: scenarioPolicy.read,
  run: async (context, _input, scenario) => {
    const own = scenarioPolicy.submit(context.actor, scenario) === 'allow'
    const [versions, steps] = [await repo.versions(context.tx, scenario.id), await repo.history(context.tx, scenario.id)]
    return {
      ...rowOf(scenario, context.now),
      recordId: scenario.id,
      version: scenario.version,
      body: scenario.body,
      side: scenario.side,
      industry: scenario.industry,
      areaKey: scenario.areaKey,
      leadId: scenario.leadId,
      leadName: scenario.lead.name,
      responsible: scenario.responsible.map(({ organisation }) => organisation),
      technologies: scenario.technologies,
      referenceCases: scenario.referenceCases,
      resources: scenario.resources,
      sourceDocument: scenario.sourceDocument,
      contact: own || scenario.contactPublic ? { name: scenario.contactName, phone: scenario.contactPhone } : null,
      contactPublic: scenario.contactPublic,
      reviewNote: own ? scenario.reviewNote : null,
      withdrawReason: scenario.withdrawReason,
      linked: scenario.linked,
      linkedAs: scenario.linkedAs,
      versions: versions.map((version) => ({ at: version.createdAt.toISOString(), changed: version.changed, fields: version.fields as Record<string, string | null> })),
      steps: steps.filter((step) => own || step.toState === 'published' || step.toState === 'archived').map((step) => ({ at: step.occurredAt.toISOString(), to: step.toState, reason: own ? step.reason : null, actor: own ? step.actorName : null })),
      can: {
        edit: scenarioPolicy.edit(context.actor, scenario) === 'allow',
        submit: own,
        review: scenarioPolicy.review(context.actor, scenario) === 'allow',
        setLanding: own,
      },
    }
  },
})

/** Where a scenario stands in its department's list: what came back and what is not handed in yet, what is in review, then what is published. */
const order = ['changes_requested', 'draft', 'submitted', 'approved', 'published', 'archived', 'withdrawn']
const place = ({ publication }: { publication: string }) => order.indexOf(publication)

/** The drafts and published scenarios of the actor's own departments (all of them for staff). */
export const listOwnScenarios = query({
  name: 'scenario.list_own',
  input: z.object({}),
  policy: scenarioPolicy.propose,
  run: async (context) => {
    const ids = isStaff(context.actor) ? (await repo.departments(context.tx)).map((unit) => unit.id) : context.actor.memberships.filter((membership) => membership.role === 'publisher').map((membership) => membership.organisationId)
    return (await repo.listOfDepartments(context.tx, ids)).sort((a, b) => place(a) - place(b) || (b.serial ?? '').localeCompare(a.serial ?? '')).map((row) => rowOf(row, context.now))
  },
})

/** What waits for the bureau, the longest waiting first. */
export const reviewQueue = query({
  name: 'scenario.review_queue',
  input: z.object({}),
  policy: staffOnly,
  run: async (context) => (await repo.listForReview(context.tx)).map((row) => rowOf(row, context.now)),
})

/** What the form offers: a publisher leads for their own department only. */
export const scenarioChoices = query({
  name: 'scenario.choices',
  input: z.object({}),
  policy: scenarioPolicy.propose,
  run: async (context) => {
    const { locale } = context.actor
    const units = (await repo.departments(context.tx)).map(({ id, name }) => ({ value: id, label: name }))
    const leads = isStaff(context.actor) ? units : units.filter(({ value }) => isOwnDepartment(context.actor, value))
    return { units, leads, themes: await termChoices('theme', locale), fields: await termChoices('field', locale), areas: await areaChoices(locale), industries: await industryChoices(locale) }
  },
})

/** How the year stands, for the home page. */
export async function yearOverview(tx: Tx, year: number) {
  return { counts: await repo.countsOfYear(tx, year), batches: await repo.batchesOfYear(tx, year) }
}

/** Published scenarios that close within a week, the soonest first. */
export const closingScenarios = query({
  name: 'scenario.closing',
  input: z.object({ limit: z.number().int().min(1).max(10) }),
  policy: anyone,
  run: async (context, { limit }) => (await repo.closingBetween(context.tx, context.now, new Date(context.now.getTime() + 7 * 86_400_000), limit)).map((row) => rowOf(row, context.now)),
})

async function sourceOf(scenario: ScenarioRecord): Promise<ScenarioSource | null> {
  if (!scenario.serial || !scenario.publishedAt || (scenario.publication !== 'published' && scenario.publication !== 'archived')) return null
  return {
    type: 'scenario',
    id: scenario.serial,
    title: scenario.title,
    summary: scenario.summary,
    body: [scenario.body, scenario.referenceCases, scenario.resources].filter(Boolean).join('\n'),
    keywords: scenario.technologies,
    theme: scenario.theme,
    field: scenario.field,
    industry: scenario.industry ? await ancestors('industry', scenario.industry) : [],
    area: scenario.areaKey,
    version: scenario.version,
    publishedAt: scenario.publishedAt,
    opensAt: scenario.opensAt,
    closesAt: scenario.closesAt,
    fundingMin: scenario.budgetMin?.toFixed(2) ?? null,
    fundingMax: scenario.budgetMax?.toFixed(2) ?? null,
    year: scenario.year,
    leadDepartment: scenario.lead.name,
    responsibleUnits: scenario.responsible.map(({ organisation }) => organisation.name),
  }
}

/** What the search index keeps of a scenario; null when it is not public, and so must not be found. The key is its serial. */
export async function scenarioSearchSource(tx: Tx, id: string): Promise<{ key: string | null; source: ScenarioSource | null }> {
  const scenario = await repo.find(tx, id)
  return { key: scenario?.serial ?? null, source: scenario ? await sourceOf(scenario) : null }
}

/** The same for many, in the order of their ids. */
export async function listScenarioSearchSources(tx: Tx, afterId: string | null, limit: number): Promise<{ lastId: string | null; sources: ScenarioSource[] }> {
  const rows = await repo.publicAfter(tx, afterId, limit)
  const sources = await Promise.all(rows.map(sourceOf))
  return { lastId: rows.at(-1)?.id ?? null, sources: sources.filter((source) => source !== null) }
}

/** The text and the facts that matching compares; null when it is not published. */
export async function loadScenarioForMatching(tx: Tx, id: string) {
  const scenario = await repo.find(tx, id)
  if (!scenario || scenario.publication !== 'published') return null
  return {
    id: scenario.id,
    path: `/scenarios/${scenario.serial}`,
    title: scenario.title,
    texts: { summary: scenario.summary, body: scenario.body, resources: scenario.resources },
    keywords: scenario.technologies,
    field: scenario.field,
    industry: scenario.industry,
    areaKey: scenario.areaKey,
    ownerIds: [scenario.leadId, scenario.ownerId].filter((owner): owner is string => owner !== null),
    deadline: scenario.closesAt,
  }
}
