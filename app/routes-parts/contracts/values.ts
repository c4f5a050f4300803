import type { FormError } from '~/ui'
import type { Returned } from '../shared/refused'

export type FormValues = Record<string, unknown>

/** `seller.name` as the form names it: `seller[name]`. */
export function nameOf(path: string): string {
  const [first = '', ...rest] = path.split('.')
  return first + rest.map((part) => `[${part}]`).join('')
}

/** The text at `seller.name`; '' where nothing was typed. */
export function textAt(values: FormValues, path: string): string {
  let at: unknown = values
  for (const part of path.split('.')) at = typeof at === 'object' && at !== null && part in at ? (at as FormValues)[part] : undefined
  return typeof at === 'string' ? at : ''
}

/** Errors for the summary, in the order of `labels`; each names its field. A conflict has no field. */
export function errorList(back: Returned | null, labels: Record<string, string>): FormError[] {
  if (!back || back.moved) return []
  const order = Object.keys(labels)
  const place = (path: string) => (order.includes(path) ? order.indexOf(path) : order.length)
  const errors = Object.entries(back.errors).sort(([a], [b]) => place(a) - place(b))
  if (errors.length === 0 && back.message) return [{ field: '', message: back.message }]
  return errors.map(([path, message]) => ({ field: nameOf(path), message: labels[path] ? `${labels[path]}：${message}` : message }))
}

/** One of several forms on a page: its fields are named `refuse[reason]`, so that every id on the page is its own. */
export function scopeOf(scope: string, back: Returned | null) {
  const mine = back?.intent === scope ? back : null
  return {
    open: mine !== null,
    field: (name: string, label: string, stored = '') => ({ name: nameOf(`${scope}.${name}`), label, error: mine?.errors[name], value: mine ? textAt(mine.values, `${scope}.${name}`) : stored }),
    errors: (labels: Record<string, string>) => errorList(mine, labels).map((error) => ({ ...error, field: error.field ? nameOf(`${scope}.${error.field}`) : '' })),
  }
}

/** What the form of that scope sent. */
export function scoped(values: FormValues, scope: string): FormValues {
  const own = values[scope]
  return typeof own === 'object' && own !== null && !Array.isArray(own) ? (own as FormValues) : {}
}
