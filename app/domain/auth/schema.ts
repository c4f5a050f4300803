import { z } from 'zod'
import { checkbox, consent, email, text } from '~/domain/kernel/fields'

/** The commonest passwords of leaked lists that are long enough to be typed here; the whole rule is `weakPassword`. */
const common = ['1234567890', '0123456789', 'password123', 'qwertyuiop', '1q2w3e4r5t', 'abc1234567', 'a123456789', '123456789a', 'woaini1314', '5201314520', 'qwerty12345', 'password1234', '1qaz2wsx3edc', 'iloveyou123', 'admin123456', 'adminadmin', '88888888888', '11223344556']

/** True for a password that would be guessed first: listed, one character over and over, or a plain run of digits or letters. */
export function weakPassword(password: string): boolean {
  const lower = password.toLowerCase()
  const run = '01234567890123456789abcdefghijklmnopqrstuvwxyz'
  return common.includes(lower) || new Set(lower).size < 4 || run.includes(lower) || run.includes([...lower].reverse().join(''))
}

/** At least 10 characters, not one of the common ones. Kept as typed: no trimming. */
export const newPassword = z
  .string({ error: 'field.required' })
  .superRefine((value, context) => {
    if (value.length === 0) context.addIssue({ code: 'custom', message: 'field.required' })
    else if (value.length < 10) context.addIssue({ code: 'custom', message: 'password.too_short', params: { length: value.length } })
    else if (value.length > 200) context.addIssue({ code: 'custom', message: 'password.too_long' })
    else if (weakPassword(value)) context.addIssue({ code: 'custom', message: 'password.common' })
  })

/** A name is greeted by in mails to an address that is not confirmed yet: it must not carry a stranger's link there. */
const linkless = text(40, 2).refine((name) => !/[/@]|www\.|\w\.(?:com|cn|net|org|top|xyz|vip|cc|io|info|shop|site|club|me|ru)\b/i.test(name.normalize('NFKC')), { error: 'register.name_link' })

export const registerInput = z.object({
  email: email(),
  name: linkless,
  password: newPassword,
  terms: consent('register.terms_needed'),
})

export const signInInput = z.object({
  email: email(),
  password: z.string({ error: 'field.required' }).min(1, 'field.required').max(500, 'field.wrong'),
  remember: checkbox(),
})

export const tokenInput = z.object({ token: z.string().min(20).max(100) })
export const resetRequestInput = z.object({ email: email() })
export const resetInput = z.object({ token: z.string().min(20).max(100), password: newPassword })
export const endSessionInput = z.object({ session: z.string().regex(/^[0-9a-f]{16}$/, 'field.unknown_choice') })
/** `token` is the cookie's, so that this browser stays signed in. */
export const changePasswordInput = z.object({ current: z.string({ error: 'field.required' }).min(1, 'field.required').max(500, 'field.wrong'), password: newPassword, token: z.string().nullable() })
