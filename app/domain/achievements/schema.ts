import { z } from 'zod'
import { checkbox, integer, id, keywords, lines, manyOf, oneOf, optional, optionalText, text, version, wan } from '~/domain/kernel/fields'
import { codes } from '~/domain/district/codes'

export const cooperationModes = ['joint_development', 'commissioned_development', 'licence', 'assignment', 'equity', 'service', 'consulting', 'joint_operation'] as const
export const iprKinds = ['patent', 'know_how', 'software_copyright', 'layout_design', 'bio_variety', 'plant_variety', 'none'] as const
export const achievementStates = ['draft', 'published'] as const
export type AchievementState = (typeof achievementStates)[number]

const fields = z.object({
  title: text(80, 4),
  summary: text(300, 10),
  body: optionalText(5000),
  organisationId: optional(id()),
  field: text(40),
  trl: integer(1, 9),
  iprKind: oneOf(iprKinds),
  iprNumber: optional(text(60)),
  modes: manyOf(cooperationModes, 1),
  priceMin: optional(wan()),
  priceMax: optional(wan()),
  cases: lines(10, 200),
  keywords: keywords(1, 10),
  /** Ids of people, in the order in which they are named. */
  inventors: codes(20).pipe(z.array(z.uuid({ error: 'field.unknown_choice' }))),
})
export type AchievementFields = z.output<typeof fields>

/** Rules between fields: a price from low to high, a number for what has one. */
function between(value: Pick<AchievementFields, 'priceMin' | 'priceMax' | 'iprKind' | 'iprNumber'>, context: z.RefinementCtx) {
  if (value.priceMin && value.priceMax && value.priceMin.gt(value.priceMax)) context.addIssue({ code: 'custom', path: ['priceMax'], message: 'achievement.price_order' })
  if (value.iprKind === 'none' && value.iprNumber) context.addIssue({ code: 'custom', path: ['iprNumber'], message: 'achievement.number_without_right' })
}

/** `publish` shows it at once; without it a draft stays a draft, and what is public stays public. */
const written = fields.extend({ publish: checkbox() })
export const createInput = written.superRefine(between)
export const updateInput = written.extend({ id: z.string().max(60), version: version() }).superRefine(between)
export const idInput = z.object({ id: z.string().max(60) })
export const unpublishInput = z.object({ id: z.string().max(60), reason: text(300, 4) })

export const listInput = z.object({
  q: optional(text(40)).catch(null),
  field: optional(text(40)).catch(null),
  mode: optional(oneOf(cooperationModes)).catch(null),
  ipr: optional(oneOf(iprKinds)).catch(null),
  trl: optional(integer(1, 9)).catch(null),
  sort: oneOf(['posted', 'trl']).catch('posted'),
  page: integer(1, 10_000).catch(1),
})
export const ownListInput = z.object({ state: optional(oneOf(achievementStates)).catch(null), page: integer(1, 10_000).catch(1) })

export type ListInput = z.output<typeof listInput>
