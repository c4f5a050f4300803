import { fold } from '#search/text/fold'
import { parseQuery } from '#search/text/terms'

/** How many days a count is kept and counts. */
export const KEPT_DAYS = 30
const DAYS = 3
const TIMES = 5
const LENGTH = { least: 2, most: 40 }
/** A telephone number, an identity number, a case number: so many digits, whatever stands between them. */
const longNumber = /\d(?:[\s\-.]*\d){5}/

/**
 * A query as it is counted: one form for all that read the same. Null where it is not counted: too short or too long, an
 * address of mail, a long number, or more than plain words.
 */
export function countedForm(q: string): string | null {
  if (q.length > 4 * LENGTH.most) return null
  const plain = fold(q).trim().replace(/\s+/g, ' ')
  const length = [...plain].length
  if (length < LENGTH.least || length > LENGTH.most || plain.includes('@') || longNumber.test(plain)) return null
  const { terms, excluded } = parseQuery(plain)
  return terms.length > 0 && excluded.length === 0 ? plain : null
}

/** Whether enough people ask for it to be told to others: on several days, or often. */
export function isPopular({ days, count }: { days: number; count: number }): boolean {
  return days >= DAYS || count >= TIMES
}
