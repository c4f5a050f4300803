import { z } from 'zod'
import type { ApplicationState } from '#prisma/client'
import { checkbox, day, integer, oneOf, optional, optionalText, text, version, yuan } from '~/domain/kernel/fields'

export const applicationStates = ['draft', 'submitted', 'returned', 'under_review', 'shortlisted', 'selected', 'not_selected', 'withdrawn'] as const satisfies readonly ApplicationState[]
export const targetKinds = ['need', 'scenario'] as const
export type TargetKind = (typeof targetKinds)[number]

/** The most characters of evidence for one criterion (长沙 揭榜挂帅 2023). */
export const evidenceLimit = 300
export const approachLimit = 2000

/** Fields named by an id or number: `evidence[…]`, `points[…]`, `reasons[…]`. */
function byName<Schema extends z.ZodType>(value: Schema) {
  return z.preprocess((given) => (given === undefined || given === null || given === '' ? {} : given), z.record(z.string().max(60), value, { error: 'field.wrong' }))
}

/** What an applicant writes; what must be there before it is submitted says `missing` in rules.ts. The cost is in 元. */
export const applicationFields = z.object({
  approach: optionalText(approachLimit),
  team: optionalText(500),
  evidence: byName(optionalText(evidenceLimit)),
  startsOn: optional(day()),
  endsOn: optional(day()),
  cost: optional(yuan()),
  iprProposal: optionalText(300),
  conditions: optionalText(500),
  broker: optionalText(30),
  noControl: checkbox(),
  termsAccepted: checkbox(),
})
export type ApplicationFields = z.output<typeof applicationFields>

function ordered(value: Pick<ApplicationFields, 'startsOn' | 'endsOn'>, context: z.RefinementCtx) {
  if (value.startsOn && value.endsOn && value.endsOn < value.startsOn) context.addIssue({ code: 'custom', path: ['endsOn'], message: 'day.order' })
}

const target = { kind: oneOf(targetKinds), target: z.string() }

/** `as` is `person` or the id of the institute applied for; empty where there is one possibility only. */
export const startInput = applicationFields.extend({ ...target, as: optionalText(40) }).superRefine(ordered)
export const saveInput = applicationFields.extend({ id: z.string(), version: version() }).superRefine(ordered)
export const targetInput = z.object(target)
export const stepInput = z.object({ id: z.string() })
export const reasonInput = z.object({ id: z.string(), reason: text(300, 4) })

export const scoreInput = z.object({ id: z.string(), points: byName(integer(0, 100)), comments: byName(optionalText(300)) })

const many = (value: unknown) => (value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : [value])
/** Winners and reasons by the applications' numbers. */
export const chooseInput = z.object({ ...target, winners: z.preprocess(many, z.array(z.string().max(40)).max(200)), reasons: byName(optionalText(300)) })

export const phaseInput = z.object({ id: z.string(), phase: integer(1, 10), decision: oneOf(['proceed', 'stop']), reason: text(300, 4) })

export const queueInput = z.object({
  state: optional(oneOf(applicationStates)).catch(null),
  kind: optional(oneOf(targetKinds)).catch(null),
  page: integer(1, 10_000).catch(1),
})
