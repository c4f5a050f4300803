import { joinLatin, type Needle, type StepCode } from '../ask/steps'
import { fold } from '../text/fold'
import { contentTerms, dictionaryWords, subjectTerms } from '../text/question'
import { cutAtMembers, synonymsOf } from '../text/synonyms'
import { parseRegional, TERM_LIMIT, termsOf, type ParsedQuery, type Term } from '../text/terms'
import { runsOf, type Unit } from '../text/units'
import { isOneLexeme, tellingLexemes, unitText } from './text'

/**
 * One word that a row must have, or must not. `lexemes`, a `tsquery`, finds candidates through the index; where that does
 * not settle it, a row has the word when it has all the texts of one of the `alternatives`.
 */
export type RowWord = { lexemes: string; alternatives: string[][]; settled: boolean }
/** One way to read a query: all of `present` must be there and none of `absent`; `dropped` are words too many, left out. */
export type Reading = { code: StepCode; present: RowWord[]; absent: RowWord[]; needles: Needle[]; dropped: string[] }

/** A lexeme as a `tsquery` writes it: whatever it holds stays a lexeme. */
const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

const allOf = (runs: Unit[][]) => `(${runs.flatMap(tellingLexemes).map(quoted).join(' & ')})`

/** A word or one that means the same. A Latin one that may still be being typed (`open`) is also found by its beginning. */
function wordOf(term: Term, open: boolean): RowWord {
  const synonyms = term.quoted ? [] : synonymsOf(term.text).map(word => runsOf(fold(word)))
  const [first] = term.units
  if (open && !term.quoted && synonyms.length === 0 && term.units.length === 1 && first && !first.cjk) {
    return { lexemes: `${allOf([[first]]).slice(1, -1)}:*`, alternatives: [[unitText([first]).trimEnd()]], settled: true }
  }
  const runsOfEach = [[term.units], ...synonyms].filter(runs => runs.length > 0)
  return {
    lexemes: runsOfEach.map(allOf).join(' | '),
    alternatives: runsOfEach.map(runs => runs.map(unitText)),
    settled: runsOfEach.flat().every(isOneLexeme),
  }
}

const needlesOf = (term: Term): Needle[] => [term.text, ...(term.quoted ? [] : synonymsOf(term.text))].map(text => ({ kind: 'text', text }))

function readingOf(code: StepCode, terms: Term[], excluded: Term[]): Reading {
  const [kept, dropped] = [terms.slice(0, TERM_LIMIT), terms.slice(TERM_LIMIT)]
  return {
    code: dropped.length > 0 ? 'some' : code,
    present: kept.map((term, index) => wordOf(term, index === kept.length - 1)),
    absent: excluded.map(term => wordOf({ ...term, quoted: true }, false)),
    needles: kept.flatMap(needlesOf),
    dropped: dropped.map(term => term.text),
  }
}

/**
 * The readings of a query that PostgreSQL can answer, the strictest first, to be made when they are needed: as typed (just
 * as the index reads it), with the words in it that have synonyms on their own, in the mainland's words, without the words
 * that only ask, and word by word. Pinyin, sounds and near characters are left to the index. Empty when nothing was typed
 * that can be looked for.
 */
export function readingsOf(parsed: ParsedQuery, raw: string): (() => Reading)[] {
  const terms = joinLatin(parsed.terms)
  const { excluded } = parsed
  if (terms.length === 0) return excluded.length === 0 ? [] : [() => readingOf('strict', [], excluded)]
  const cut = (all: Term[]) => all.flatMap(term => (term.quoted ? null : cutAtMembers(term.text))?.flatMap(part => termsOf(part.text)) ?? [term])
  const content = () => contentTerms(terms, true)
  const looser: [StepCode, () => Term[]][] = [
    ['strict', () => terms],
    ['synonyms', () => cut(terms)],
    ['regional', () => cut(parseRegional(raw)?.terms ?? [])],
    ['question', () => subjectTerms(terms, true)],
    ['words', () => dictionaryWords(content().length > 0 ? content() : terms)],
  ]
  return looser.map(([code, read]) => () => readingOf(code, read(), excluded))
}
