import { z } from 'zod'
import { day, integer, oneOf, optional, text, version, yuan } from '~/domain/kernel/fields'
import { dimensions } from '~/domain/contracts/dimensions'

export const measures = ['count', 'amount'] as const
export type Measure = (typeof measures)[number]

/** `from` and `to` are inclusive signing days in Asia/Shanghai; left out, there is no bound. */
export const statisticsInput = z
  .object({ from: optional(day()), to: optional(day()), group: oneOf(dimensions) })
  .superRefine(({ from, to }, context) => {
    if (from && to && to < from) context.addIssue({ code: 'custom', path: ['to'], message: 'day.order' })
  })

const targetFields = {
  startsOn: day(),
  endsOn: day(),
  measure: oneOf(measures),
  value: yuan(),
  source: text(200, 2),
  reason: text(300, 4),
}
type Typed = { startsOn: string; endsOn: string; measure: Measure; value: { lte(other: number): boolean; isInteger(): boolean } }

function periodAndValue(target: Typed, context: z.RefinementCtx) {
  if (target.endsOn <= target.startsOn) context.addIssue({ code: 'custom', path: ['endsOn'], message: 'day.order' })
  if (target.value.lte(0)) context.addIssue({ code: 'custom', path: ['value'], message: 'target.value_positive' })
  else if (target.measure === 'count' && !target.value.isInteger()) context.addIssue({ code: 'custom', path: ['value'], message: 'field.not_a_number' })
}

export const createTargetInput = z.object(targetFields).superRefine(periodAndValue)
export const updateTargetInput = z.object({ id: z.uuid({ error: 'field.unknown_choice' }), version: version(), ...targetFields }).superRefine(periodAndValue)

/** The page's period: a year, a quarter of it, or any signing days; what is not understood is left out. */
export const periodInput = z.object({
  year: optional(integer(2000, 2100)).catch(null),
  quarter: optional(integer(1, 4)).catch(null),
  from: optional(day()).catch(null),
  to: optional(day()).catch(null),
  by: oneOf(dimensions).nullable().catch(null),
})
export type PeriodInput = z.output<typeof periodInput>
