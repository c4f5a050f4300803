import { fold, foldRegional, QUERY_LIMIT } from './fold'
import { runsOf, type Unit } from './units'

/** One thing a person typed: spaces and signs part terms, all of which must match; quotes keep words together. */
export type Term = { text: string; units: Unit[]; quoted: boolean }
export type ParsedQuery = {
  terms: Term[]
  excluded: Term[]
  /** The query was longer than `QUERY_LIMIT` characters and was cut. */
  cut: boolean
  /** Something was typed, but no letter, digit or character to look for. */
  nothingToFind: boolean
}

/** Most terms that one query can ask for at once: Meilisearch ignores the eleventh word. */
export const TERM_LIMIT = 10
const EXCLUDED_LIMIT = 5

const pieces = /(?<minus>(?:^|(?<=\s))-(?=\S))?(?:"(?<plain>[^"]*)"|[“”„](?<curly>[^“”]*)[“”]|[「『](?<corner>[^」』]*)[」』]|(?<word>[^\s"“”„「」『』]+))/gu

function textOf(units: Unit[]): string {
  return units.map((unit, index) => {
    const before = units[index - 1]
    return before && !before.cjk && !unit.cjk ? ` ${unit.text}` : unit.text
  }).join('')
}

/** A term of units; its text has no space but between Latin words. */
export function termOf(units: Unit[], quoted: boolean): Term {
  return { text: textOf(units), units, quoted }
}

/** The terms of folded text without quotes or exclusions. */
export function termsOf(folded: string): Term[] {
  return runsOf(folded).map(run => termOf(run, false))
}

function parse(folded: string, cut: boolean): ParsedQuery {
  const terms: Term[] = []
  const excluded: Term[] = []
  for (const match of folded.matchAll(pieces)) {
    const groups = match.groups ?? {}
    const quotedText = groups.plain ?? groups.curly ?? groups.corner
    const found = runsOf(quotedText ?? groups.word ?? '').map(run => termOf(run, quotedText !== undefined))
    if (groups.minus !== undefined) excluded.push(...found)
    else terms.push(...found)
  }
  const unique = [...new Map(terms.map(term => [`${term.text}${term.quoted ? '"' : ''}`, term])).values()]
  const nothingToFind = folded.trim() !== '' && unique.length === 0 && excluded.length === 0
  return { terms: unique, excluded: excluded.slice(0, EXCLUDED_LIMIT), cut, nothingToFind }
}

/**
 * Reads what a person typed. Never throws: a quote without its partner is no quote, signs and control characters
 * only part words, and text beyond `QUERY_LIMIT` is cut and reported.
 */
export function parseQuery(raw: string): ParsedQuery {
  return parse(fold(raw.slice(0, QUERY_LIMIT)), raw.length > QUERY_LIMIT)
}

/** The same with Taiwanese words put into the mainland's; null where that changes nothing. */
export function parseRegional(raw: string): ParsedQuery | null {
  const short = raw.slice(0, QUERY_LIMIT)
  const regional = foldRegional(short)
  return regional === fold(short) ? null : parse(regional, raw.length > QUERY_LIMIT)
}
