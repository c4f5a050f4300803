import qs from 'qs'
import { unreadableForm } from '~/domain/kernel/errors'

/** What was typed: texts, lists of texts and nested records, keyed as in the form (`evidence[0][text]`). Files are left out. */
export type FormValues = Record<string, unknown>

/** PostgreSQL keeps no NUL in a text, and no person types one. */
const withoutNul = (text: string) => text.replaceAll('\0', '')

export type Form = { values: FormValues; files: Map<string, File[]>; intent: string }

/** Reads a posted form. Names may nest: `rows[0][name]`; a repeated name is a list. Throws when it is none, or was cut off. */
export async function formValues(request: Request): Promise<Form> {
  const form = await request.formData().catch(() => {
    throw unreadableForm()
  })
  const pairs = new URLSearchParams()
  const files = new Map<string, File[]>()
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') pairs.append(withoutNul(name), withoutNul(value))
    else if (value.size > 0 || value.name) files.set(name, [...(files.get(name) ?? []), value])
  }
  const values = qs.parse(pairs.toString(), { depth: 4, arrayLimit: 200, parameterLimit: 2000 })
  return { values, files, intent: typeof values.intent === 'string' ? values.intent : '' }
}

/** The same for a query string: every value as it was given. */
export function queryValues(url: string): FormValues {
  return qs.parse(new URL(url).search.replaceAll('%00', ''), { ignoreQueryPrefix: true, depth: 2, arrayLimit: 200, parameterLimit: 500 })
}
