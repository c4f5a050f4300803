import type { SearchDocument } from '../document'
import { NEVER, timedTypes, type SearchStatus } from '../vocabulary'
import { marked, passage, type Part } from './highlight'
import { statusOf } from '../window'
import type { Needle } from './steps'

/** The fields of a document that a result is made of. */
export const shownFields = [
  'id', 'type', 'recordId', 'url', 'number', 'title', 'summary', 'body', 'keywords', 'who', 'theme', 'field', 'industry', 'area', 'modes',
  'selection', 'year', 'opensAt', 'closesAt', 'postedAt', 'fundingMin', 'fundingMax',
] as const satisfies readonly (keyof SearchDocument)[]
export type ShownDocument = Pick<SearchDocument, (typeof shownFields)[number]>

type Facts = Pick<ShownDocument, 'id' | 'type' | 'recordId' | 'url' | 'number' | 'keywords' | 'who' | 'theme' | 'field' | 'industry' | 'area'
  | 'modes' | 'selection' | 'year' | 'fundingMin' | 'fundingMax'>

/** One result: facts as the document has them (money in 万元), title and the passage that matched in marked pieces. */
export type SearchHit = Facts & {
  title: Part[]
  passage: Part[]
  /** Null for what has no window. */
  status: SearchStatus | null
  opensAt: Date | null
  closesAt: Date | null
  postedAt: Date
}

const dateOf = (seconds: number) => new Date(seconds * 1000)

/** A document as a result, at a time in seconds. */
export function hitOf(document: ShownDocument, needles: Needle[], now: number): SearchHit {
  const { title, summary, body, opensAt, closesAt, postedAt, ...facts } = document
  const timed = timedTypes.some(type => type === document.type)
  const markedTitle = marked(title, needles)
  return {
    ...facts,
    title: markedTitle,
    passage: passage([summary, body, document.keywords.join('、'), document.who.join('、')], needles, !markedTitle.some(part => part.mark)),
    status: timed ? statusOf({ opensAt, closesAt }, now) : null,
    opensAt: opensAt === 0 ? null : dateOf(opensAt),
    closesAt: closesAt === NEVER ? null : dateOf(closesAt),
    postedAt: dateOf(postedAt),
  }
}
