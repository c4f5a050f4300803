import type { z } from 'zod'
import { isMessageKey, type MessageParams } from '~/i18n'
import type { FieldError } from './errors'

/** zod's issues as field errors: the path as a form names it, the message as a key of `app/i18n`. */
export function issueErrors(error: z.ZodError): FieldError[] {
  const seen = new Set<string>()
  const errors: FieldError[] = []
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    if (seen.has(path)) continue
    seen.add(path)
    const params = 'params' in issue ? (issue.params as MessageParams) : undefined
    errors.push({ path, message: isMessageKey(issue.message) ? { key: issue.message, params } : { key: 'field.wrong' } })
  }
  return errors
}
