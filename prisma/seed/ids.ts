import { createHash } from 'node:crypto'

/** The same key always gets the same id (a name-based uuid), so that a seed can be compared and run again. */
export function idOf(kind: string, key: string): string {
  const hex = createHash('sha256').update(`portal-sample/${kind}/${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** `XQ-2026-0001`: a running number within a year. */
export function codes(prefix: string) {
  const last = new Map<number, number>()
  return {
    next: (year: number) => {
      const value = (last.get(year) ?? 0) + 1
      last.set(year, value)
      return `${prefix}-${year}-${String(value).padStart(4, '0')}`
    },
    /** The counters as rows, so that the portal goes on where the seed ended. */
    counters: () => [...last].map(([year, value]) => ({ series: `${prefix}-${year}`, value })),
  }
}

/** In portions that PostgreSQL takes in one statement. */
export function* portions<T>(rows: readonly T[], size = 500): Generator<T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}
