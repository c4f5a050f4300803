/** One line of what an entry kept: a value, or what it was and what it became. */
export type DetailLine = { name: string; from: string | null; to: string }

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
type Fields = { [name: string]: Json }

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

function textOf(value: Json): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(textOf).join('、')
  return isFields(value) ? JSON.stringify(value) : String(value)
}

/**
 * The detail of an audit entry as lines. Changes are kept as `{field: {from, to}}` or as `{was: {field}, now: {field}}`; both read alike, and of
 * the second only what differs is shown.
 */
export function detailLines(detail: string): DetailLine[] {
  const parsed: unknown = detail ? JSON.parse(detail) : {}
  if (!isFields(parsed)) return []
  const { was, now, ...rest } = parsed
  const plain = isFields(was) && isFields(now) ? rest : parsed
  const changed = isFields(was) && isFields(now) ? Object.keys(now).filter((name) => textOf(was[name] ?? null) !== textOf(now[name] ?? null)).map((name) => ({ name, from: textOf(was[name] ?? null), to: textOf(now[name] ?? null) })) : []
  const lines = Object.entries(plain).map(([name, value]) => (isFields(value) && 'from' in value && 'to' in value ? { name, from: textOf(value.from ?? null), to: textOf(value.to ?? null) } : { name, from: null, to: textOf(value) }))
  return [...changed, ...lines.filter(({ from, to }) => from !== null || to !== '')]
}
