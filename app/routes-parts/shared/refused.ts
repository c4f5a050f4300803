import type { FormError } from '~/ui'

/** A form that came back: what was typed, and what is wrong with it (see `Refused` in app/http). */
export type Returned = { ok: false; message: string; /** The page itself says so, above the form that may be gone. */ moved?: boolean; errors: Record<string, string>; values: Record<string, unknown>; intent: string }

export function returned(data: unknown): Returned | null {
  return typeof data === 'object' && data !== null && 'ok' in data && data.ok === false ? (data as Returned) : null
}

/** Errors for the summary: each names its field, in the order of `labels`; `ids` are those of fields that a page has several times. */
export function summary(back: Returned | null, labels: Record<string, string>, ids: Record<string, string> = {}): FormError[] {
  if (!back || back.moved) return []
  const order = Object.keys(labels)
  const entries = Object.entries(back.errors).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  if (entries.length === 0) return [{ field: '', message: back.message }]
  return entries.map(([field, message]) => ({ field: ids[field] ?? field, message: labels[field] ? `${labels[field]}：${message}` : message }))
}

/** What the form shows in a field: as typed when it came back, else as stored. */
export function typed(back: Returned | null, name: string, stored: string | null | undefined): string {
  const value = back?.values[name]
  if (typeof value === 'string') return value
  return back ? '' : (stored ?? '')
}

/** The same for a field with several values. */
export function typedList(back: Returned | null, name: string, stored: string[]): string[] {
  if (!back) return stored
  const value = back.values[name]
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' && value ? [value] : []
}

/** The same for fields named by a record (`reasons[SQ-2026-0001]`), each a text. */
export function typedRecord(back: Returned | null, name: string): Record<string, string> {
  const given = back?.values[name]
  if (typeof given !== 'object' || given === null) return {}
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
