import { z } from 'zod'
import { instant, integer, lines, oneOf, optional, optionalText, phone, text, version, wan, checkbox } from '~/domain/kernel/fields'

/** 城市机会清单 (Chengdu): what kind of opportunity a scenario is. */
export const opportunityKinds = ['planning', 'infrastructure', 'resources', 'public_service', 'solution_selection', 'event', 'franchise', 'market_adoption'] as const
export const sides = ['government', 'enterprise'] as const
export const publications = ['draft', 'submitted', 'changes_requested', 'approved', 'published', 'archived', 'withdrawn'] as const
export const landings = ['reserve', 'in_contact', 'in_progress', 'landed', 'shelved'] as const
export const linkKinds = ['duplicate', 'successor'] as const

export type Publication = (typeof publications)[number]
export type Landing = (typeof landings)[number]

/** What a department writes. Budget is typed in 万元 and kept in 元; the window is in Asia/Shanghai. */
export const scenarioFields = z.object({
  year: integer(2020, 2100),
  batch: integer(1, 12),
  title: text(60, 4),
  summary: text(200, 10),
  body: text(3000, 20),
  kind: oneOf(opportunityKinds),
  side: oneOf(sides),
  theme: text(40),
  field: text(40),
  industry: optional(text(8)),
  areaKey: text(40),
  leadId: z.uuid({ error: 'field.choose' }),
  responsibleIds: manyOfIds(),
  technologies: lines(10, 40),
  referenceCases: optionalText(500),
  resources: optionalText(500),
  budgetMin: optional(wan()),
  budgetMax: optional(wan()),
  opensAt: optional(instant()),
  closesAt: optional(instant()),
  contactName: text(40),
  contactPhone: phone(),
  contactPublic: checkbox(),
  sourceDocument: optional(text(100)),
})

function manyOfIds() {
  return z.preprocess((value) => (value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(z.uuid({ error: 'field.unknown_choice' })).max(20, { error: 'field.wrong' }))
}

/** Rules between fields: a range from low to high, a window that opens before it closes. */
function between<Fields extends { budgetMin: unknown; budgetMax: unknown; opensAt: Date | null; closesAt: Date | null }>(value: Fields, context: z.RefinementCtx) {
  const { budgetMin, budgetMax, opensAt, closesAt } = value as Fields & { budgetMin: { gt(other: unknown): boolean } | null }
  if (budgetMin && budgetMax && budgetMin.gt(budgetMax)) context.addIssue({ code: 'custom', path: ['budgetMax'], message: 'scenario.budget_order' })
  if (opensAt && closesAt && closesAt <= opensAt) context.addIssue({ code: 'custom', path: ['closesAt'], message: 'scenario.window_order' })
}

export const createInput = scenarioFields.superRefine(between)
export const updateInput = scenarioFields.extend({ id: z.string(), version: version() }).superRefine(between)
export const stepInput = z.object({ id: z.string() })
export const reasonInput = z.object({ id: z.string(), reason: text(300, 4) })
export const landingInput = z.object({ id: z.string(), landing: oneOf(landings), reason: optionalText(300) })

/** Filters of the public list; what is not understood is left out. */
export const listInput = z.object({
  year: optional(integer(2000, 2100)).catch(null),
  batch: optional(integer(1, 12)).catch(null),
  theme: optional(text(40)).catch(null),
  field: optional(text(40)).catch(null),
  area: optional(text(40)).catch(null),
  kind: optional(oneOf(opportunityKinds)).catch(null),
  status: optional(oneOf(['open', 'upcoming', 'closed'])).catch(null),
  sort: oneOf(['posted', 'closes', 'serial']).catch('posted'),
  page: integer(1, 10_000).catch(1),
})
export type ListInput = z.output<typeof listInput>
