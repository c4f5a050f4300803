import { z } from 'zod'
import type { CooperationMode, IprOwnership, NeedFunding, NeedSelection, NeedSource, NeedState } from '#prisma/client'
import { Decimal } from '~/domain/kernel/money'
import { checkbox, consent, day, instant, integer, keywords, lines, manyOf, oneOf, optional, optionalText, phone, text, version, wan } from '~/domain/kernel/fields'

export const needStates = ['draft', 'submitted', 'changes_requested', 'published', 'awarded', 'contracted', 'closed', 'cancelled', 'unsuccessful', 'withdrawn'] as const satisfies readonly NeedState[]
export const needSources = ['self_published', 'park', 'government', 'supply_chain'] as const satisfies readonly NeedSource[]
/** 揭榜挂帅 and 赛马制 (action plan, row 20). */
export const needSelections = ['open_call', 'parallel'] as const satisfies readonly NeedSelection[]
export const fundingKinds = ['range', 'negotiable'] as const satisfies readonly NeedFunding[]
export const iprOwnerships = ['owner', 'shared', 'applicant', 'negotiable'] as const satisfies readonly IprOwnership[]
export const cooperationModes = ['joint_development', 'commissioned_development', 'licence', 'assignment', 'equity', 'service', 'consulting', 'joint_operation'] as const satisfies readonly CooperationMode[]

/** The most characters of problem, indicators and goal (重大技术需求征集表). */
export const textLimit = 500
export const confidentialLimit = 5000
export const maxIndicators = 8
export const maxCriteria = 6

export type IndicatorRow = { name: string; current: string; required: string; verification: string }
export type CriterionInput = { name: string; description: string; weight: number }

const isBlank = (row: unknown) => row === null || row === undefined || (typeof row === 'object' && Object.values(row).every((value) => value === null || value === undefined || String(value).trim() === ''))

/** Rows of a small table in a form: those left blank are dropped, and the others keep their place for the error paths. */
function rows<Row extends z.ZodType>(row: Row, max: number) {
  const list = (value: unknown): unknown => (value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : typeof value === 'object' ? Object.values(value) : value)
  return z
    .preprocess(list, z.array(z.preprocess((value) => (isBlank(value) ? null : value), row.nullable()), { error: 'field.wrong' }))
    .transform((found) => found.filter((value): value is NonNullable<typeof value> => value !== null))
    .superRefine((found, context) => {
      if (found.length > max) context.addIssue({ code: 'custom', message: 'field.too_many', params: { max, length: found.length } })
    })
}

const indicatorRow = z.object({ name: text(60), current: optionalText(40), required: text(60), verification: optionalText(60) })
const criterionRow = z.object({ name: text(30), description: optionalText(100), weight: integer(1, 100) })

/** A choice that has a usual answer. */
function usually<const Codes extends readonly [string, ...string[]]>(codes: Codes, fallback: Codes[number]) {
  return z.preprocess((value) => (value === undefined || value === null || value === '' ? fallback : value), oneOf(codes))
}

/**
 * What an enterprise writes (domain.md, section 3). A draft needs a title alone; what else must be there before it goes to
 * the reviewer says `missing` in rules.ts. Funding is typed in 万元 and kept in 元; the deadline is in Asia/Shanghai.
 */
export const needFields = z.object({
  title: text(60, 4),
  problem: optionalText(textLimit),
  indicators: optionalText(textLimit),
  indicatorRows: rows(indicatorRow, maxIndicators),
  goal: optionalText(textLimit),
  basis: optionalText(textLimit),
  keywords: keywords(0, 5),
  startsOn: optional(day()),
  endsOn: optional(day()),
  ipr: usually(iprOwnerships, 'negotiable'),
  fundingKind: usually(fundingKinds, 'range'),
  fundingMin: optional(wan()),
  fundingMax: optional(wan()),
  conditions: lines(10, 100),
  modes: manyOf(cooperationModes),
  preferredPartners: optionalText(200),
  field: optionalText(40),
  industry: optional(text(8)),
  discipline: optional(text(8)),
  areaKey: optional(text(40)),
  source: usually(needSources, 'self_published'),
  selection: usually(needSelections, 'open_call'),
  lumpSum: checkbox(),
  teams: optional(integer(1, 3)),
  criteria: rows(criterionRow, maxCriteria),
  contactName: optionalText(40),
  contactPhone: optional(phone()),
  deadline: optional(instant()),
  confidentialSummary: optionalText(200),
  confidentialText: optionalText(confidentialLimit),
})

export type NeedFields = z.output<typeof needFields>

type Related = Pick<NeedFields, 'fundingKind' | 'fundingMin' | 'fundingMax' | 'startsOn' | 'endsOn' | 'selection' | 'teams' | 'criteria' | 'confidentialSummary' | 'confidentialText'>

/** Rules between fields, which hold for a draft too. */
function between(value: Related, context: z.RefinementCtx) {
  const wrong = (path: string, message: string, params?: Record<string, number>) => context.addIssue({ code: 'custom', path: [path], message, params })
  if (value.fundingKind === 'range' && value.fundingMin instanceof Decimal && value.fundingMax instanceof Decimal && value.fundingMin.gt(value.fundingMax)) wrong('fundingMax', 'need.funding_order')
  if (value.startsOn && value.endsOn && value.endsOn < value.startsOn) wrong('endsOn', 'day.order')
  if (value.selection === 'parallel' && value.teams === 1) wrong('teams', 'need.teams_parallel')
  const sum = value.criteria.reduce((total, { weight }) => total + weight, 0)
  if (value.criteria.length > 0 && sum !== 100) wrong('criteria', 'need.weights_sum', { sum })
  if (value.confidentialText && !value.confidentialSummary) wrong('confidentialSummary', 'need.confidential_summary_needed')
  if (value.confidentialSummary && !value.confidentialText) wrong('confidentialText', 'need.confidential_text_needed')
}

export const createInput = needFields.extend({ organisationId: z.uuid({ error: 'field.choose' }) }).superRefine(between)
export const updateInput = needFields.extend({ id: z.string(), version: version() }).superRefine(between)
export const stepInput = z.object({ id: z.string() })
export const reasonInput = z.object({ id: z.string(), reason: text(300, 4) })

/** The hidden ids of a question or a request are no fields of a person: a wrong one is nobody's record, a 404. */
export const askInput = z.object({ id: z.string(), question: text(300, 5) })
export const answerInput = z.object({ id: z.string(), questionId: z.string().catch(''), answer: text(1000, 2) })

export const accessInput = z.object({ id: z.string(), purpose: text(300, 10), promise: consent('need.access.promise_needed') })
export const accessDecisionInput = z
  .object({ id: z.string(), accessId: z.string().catch(''), decision: oneOf(['accepted', 'declined']), reason: optionalText(300) })
  .superRefine((value, context) => {
    if (value.decision === 'declined' && value.reason.length < 4) context.addIssue({ code: 'custom', path: ['reason'], message: 'field.required' })
  })

export type NeedFilterStatus = (typeof filterStatuses)[number]
/** Statuses of the public list; `closed` is whatever takes no more applications, `awarded` and `contracted` are parts of it. */
export const filterStatuses = ['open', 'closing_soon', 'closed', 'awarded', 'contracted'] as const
