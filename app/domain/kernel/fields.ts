import { z } from 'zod'
import type { MessageKey } from '~/i18n'
import { Decimal, parseWan, parseYuan } from './money'
import { instantFromLocal, isDay } from './time'

/*
 * Building blocks for the input of operations. A form and the API send through the same schema, so each block takes
 * what a form sends (text; nothing is an empty text) and what JSON sends. A message is a key of `app/i18n`; the page
 * puts it into words with the field's name.
 */

 
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** Signs without a shape of their own: alone they are no text, whatever their number. */
const unseen = /^[\p{C}\p{Z}\p{M}\u115f\u1160\u3164\uffa0]*$/u

export function cleanText(text: string): string {
  const cleaned = text.replace(/\r\n?/g, '\n').replace(control, '').trim()
  return unseen.test(cleaned) ? '' : cleaned
}

const key = (message: MessageKey) => message

/** A required text. `max` counts characters as people count them. */
export function text(max: number, min = 1) {
  return z
    .string({ error: key('field.required') })
    .transform(cleanText)
    .superRefine((value, context) => {
      const length = [...value].length
      if (length === 0) context.addIssue({ code: 'custom', message: key('field.required') })
      else if (length < min) context.addIssue({ code: 'custom', message: key('field.too_short'), params: { min, length } })
      else if (length > max) context.addIssue({ code: 'custom', message: key('field.too_long'), params: { max, length, over: length - max } })
    })
}

const emptyToNull = (value: unknown) => (value === undefined || value === null || (typeof value === 'string' && value.trim() === '') ? null : value)
const emptyToText = (value: unknown) => value ?? ''

/** A text that may stay empty. */
export function optionalText(max: number) {
  return z.preprocess(
    emptyToText,
    z.string({ error: key('field.required') }).transform(cleanText).superRefine((value, context) => {
      const length = [...value].length
      if (length > max) context.addIssue({ code: 'custom', message: key('field.too_long'), params: { max, length, over: length - max } })
    }),
  )
}

/** Makes any block optional: nothing or an empty text is null. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(emptyToNull, schema.nullable())
}

function money(parse: (typed: string) => Decimal | string) {
  return z
    .union([z.string(), z.number().transform(String)], { error: key('field.required') })
    .transform((typed, context) => {
      if (typed.trim() === '') {
        context.addIssue({ code: 'custom', message: key('field.required') })
        return z.NEVER
      }
      const amount = parse(typed)
      if (amount instanceof Decimal) return amount
      context.addIssue({ code: 'custom', message: amount, params: { typed: typed.trim().slice(0, 40) } })
      return z.NEVER
    })
}

/** An amount in 元, at most two decimals. */
export const yuan = () => money(parseYuan)
/** An amount typed in 万元; the value is in 元. */
export const wan = () => money(parseWan)

/** A day, `2026-11-24`. */
export function day() {
  return z.string({ error: key('field.required') }).transform((typed, context) => {
    const value = typed.trim().normalize('NFKC')
    if (value === '') context.addIssue({ code: 'custom', message: key('field.required') })
    else if (!isDay(value)) context.addIssue({ code: 'custom', message: key('day.not_a_day'), params: { typed: value.slice(0, 20) } })
    else return value
    return z.NEVER
  })
}

/** An instant: `2026-11-24T17:00` as a form sends it (Asia/Shanghai), or RFC 3339. */
export function instant() {
  return z.string({ error: key('field.required') }).transform((typed, context) => {
    const value = typed.trim()
    const parsed = instantFromLocal(value) ?? (isDay(value.slice(0, 10)) && /^.{10}T\S+(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)) ? new Date(value) : null)
    if (parsed) return parsed
    context.addIssue({ code: 'custom', message: key(value === '' ? 'field.required' : 'time.not_a_time'), params: { typed: value.slice(0, 30) } })
    return z.NEVER
  })
}

/** One of a list of codes. */
export function oneOf<const Codes extends readonly [string, ...string[]]>(codes: Codes) {
  return z.enum(codes, { error: (issue) => (issue.input === undefined || issue.input === '' ? key('field.choose') : key('field.unknown_choice')) })
}

/** Any of a list of codes, as repeated fields or an array; `min` of them at least. */
export function manyOf<const Codes extends readonly [string, ...string[]]>(codes: Codes, min = 0) {
  return z.preprocess(
    (value) => (value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(oneOf(codes)).transform((list) => [...new Set(list)]).refine((list) => list.length >= min, { error: key('field.choose') }),
  )
}

/** One line an entry, in a text area or an array. */
export function lines(maxLines: number, maxLength: number) {
  return z
    .preprocess((value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : String(value).split(/\n/)), z.array(z.string()))
    .transform((list) => list.map(cleanText).filter(Boolean))
    .superRefine((list, context) => {
      if (list.length > maxLines) context.addIssue({ code: 'custom', message: key('field.too_many'), params: { max: maxLines, length: list.length } })
      const long = list.find((line) => [...line].length > maxLength)
      if (long) context.addIssue({ code: 'custom', message: key('field.line_too_long'), params: { max: maxLength, line: long.slice(0, 12) } })
    })
}

/** Keywords: separated by commas, semicolons, 、 or spaces between Chinese words. */
export function keywords(min: number, max: number) {
  return z
    .preprocess((value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : String(value).split(/[,，、;；\n]+|\s+/)), z.array(z.string()))
    .transform((list) => [...new Set(list.map(cleanText).filter(Boolean))])
    .superRefine((list, context) => {
      if (list.length < min) context.addIssue({ code: 'custom', message: key('field.too_few'), params: { min, length: list.length } })
      if (list.length > max) context.addIssue({ code: 'custom', message: key('field.too_many'), params: { max, length: list.length } })
      const long = list.find((word) => [...word].length > 20)
      if (long) context.addIssue({ code: 'custom', message: key('field.line_too_long'), params: { max: 20, line: long.slice(0, 12) } })
    })
}

/** A whole number between two bounds. */
export function integer(min: number, max: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\s*-?\d+\s*$/.test(value.normalize('NFKC')) ? Number(value.normalize('NFKC')) : value),
    z
      .number({ error: (issue) => (issue.input === undefined || issue.input === '' ? key('field.required') : key('field.not_a_number')) })
      .superRefine((value, context) => {
        if (!Number.isInteger(value)) context.addIssue({ code: 'custom', message: key('field.not_a_number') })
        else if (value < min || value > max) context.addIssue({ code: 'custom', message: key('field.out_of_range'), params: { min, max } })
      }),
  )
}

/** A tick box: `on`, `true` or absent. */
export function checkbox() {
  return z.preprocess((value) => value === true || value === 'on' || value === 'true' || value === '1', z.boolean())
}

/** A tick box that must be ticked. */
export function consent(message: MessageKey = 'field.must_agree') {
  return checkbox().refine((value) => value, { error: message })
}

export function email() {
  return z.string({ error: key('field.required') }).transform((typed, context) => {
    const value = cleanText(typed).toLowerCase()
    if (value === '') context.addIssue({ code: 'custom', message: key('field.required') })
    else if (!/^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(value) || value.length > 254) context.addIssue({ code: 'custom', message: key('email.wrong') })
    else return value
    return z.NEVER
  })
}

export function phone() {
  return text(30).refine((value) => value === '' || /^\+?[\d\s()\-—]{7,20}$/.test(value.normalize('NFKC')), { error: key('phone.wrong') })
}

/** A record's id. A malformed one is nobody's record. */
export const id = () => z.uuid({ error: key('field.unknown_choice') })
/** The version of the record that was edited, to notice a change in between; what is none is older than every record. */
export const version = () => z.coerce.number().int().min(1).max(2_147_483_647).catch(0)
