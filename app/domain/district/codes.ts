import { z } from 'zod'

/** Codes of a taxonomy, as repeated fields or an array; empty ones fall away. Whether they exist, `assertKnown` says. */
export function codes(max: number, min = 0) {
  return z.preprocess(
    (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).filter((code: unknown) => typeof code !== 'string' || code.trim() !== ''),
    z
      .array(z.string({ error: 'field.unknown_choice' }).trim().max(40, { error: 'field.unknown_choice' }))
      .transform((list) => [...new Set(list)])
      .superRefine((list, context) => {
        if (list.length < min) context.addIssue({ code: 'custom', message: 'field.choose' })
        if (list.length > max) context.addIssue({ code: 'custom', message: 'field.too_many', params: { max, length: list.length } })
      }),
  )
}
