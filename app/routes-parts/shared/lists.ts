/** The address of a list with some of its parameters changed; null or '' takes one out, and a change goes back to page 1. */
export function withParams(path: string, search: string, changes: Record<string, string | null>): string {
  const params = new URLSearchParams(search)
  if (!('page' in changes)) params.delete('page')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(name)
    else params.set(name, value)
  }
  params.sort()
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

/** Every parameter but those named, for the hidden fields of a GET form. Empty ones are left out. */
export function hiddenParams(search: string, without: string[]): { name: string; value: string }[] {
  return [...new URLSearchParams(search)].filter(([name, value]) => value !== '' && name !== 'page' && !without.includes(name)).map(([name, value]) => ({ name, value }))
}
