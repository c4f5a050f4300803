import { z } from 'zod'
import { codes } from '~/domain/district/codes'
import { day, email, integer, oneOf, optional, optionalText, phone, text, version } from '~/domain/kernel/fields'

export const brokerKinds = ['person', 'agency'] as const
export const grades = ['junior', 'intermediate', 'senior'] as const
export const brokerStates = ['applied', 'verified', 'active', 'suspended'] as const
export type BrokerStateCode = (typeof brokerStates)[number]

/** What a broker proves and offers. `maxLoad` counts deals accompanied at the same time. */
export const brokerFields = z.object({
  name: text(40, 2),
  certificateNumber: text(40, 4),
  issuer: text(60, 2),
  grade: oneOf(grades),
  validUntil: day(),
  fields: codes(5, 1),
  summary: optionalText(1000),
  maxLoad: integer(1, 200),
  contactEmail: optional(email()),
  contactPhone: optional(phone()),
})
export type BrokerFields = z.output<typeof brokerFields>

export const applyInput = brokerFields.extend({ kind: oneOf(brokerKinds), organisationId: optional(z.uuid({ error: 'field.unknown_choice' })) })
export const updateInput = brokerFields.extend({ id: z.string().max(60), version: version() })
export const idInput = z.object({ id: z.string().max(60) })
/** A reviewer decides on what they saw: the version travels with the decision. */
export const decideInput = z.object({ id: z.string().max(60), version: version() })
export const suspendInput = z.object({ id: z.string().max(60), version: version(), reason: text(300, 4) })

export const listInput = z.object({
  q: optional(text(40)).catch(null),
  field: optional(text(40)).catch(null),
  grade: optional(oneOf(grades)).catch(null),
  sort: oneOf(['name', 'grade']).catch('grade'),
  page: integer(1, 10_000).catch(1),
})
export type ListInput = z.output<typeof listInput>

export const deskInput = z.object({ q: optional(text(40)).catch(null), state: optional(oneOf([...brokerStates, 'expired'])).catch(null), page: integer(1, 10_000).catch(1) })
export type DeskInput = z.output<typeof deskInput>
