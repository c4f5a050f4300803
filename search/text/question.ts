import { termOf, termsOf, type Term } from './terms'
import { runsOf } from './units'
import { segment } from './segment'
import { cutAtMembers, synonymsOf } from './synonyms'
import { askedWords } from './words'

function trimEdges(segments: string[], trimmed: (word: string) => boolean): string[] {
  const kept = [...segments]
  while (kept[0] !== undefined && trimmed(kept[0])) kept.shift()
  while (kept.length > 0 && trimmed(kept.at(-1) ?? '')) kept.pop()
  return kept
}

/** A word as a pattern that matches just it. Nothing but signs of the syntax may be escaped in a Unicode pattern. */
const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
const nothing = '(?!)'

type Asking = { from: unknown; phrases: RegExp; single: ReadonlySet<string>; edge: ReadonlySet<string> }
let asking: Asking | undefined
function askingWords(): Asking {
  const from = askedWords()
  if (asking?.from === from) return asking
  const { question, edge } = from
  return (asking = {
    from,
    // From left to right, the longest that begins there: 有没有人 before the 有人研究 inside it.
    phrases: new RegExp(question.filter(word => word.length > 1).map(escaped).join('|') || nothing, 'gu'),
    single: new Set(question.filter(word => word.length === 1)),
    edge: new Set(edge),
  })
}

/** Takes the words of a question out of folded text; what is left are the pieces to look for, in dictionary words. */
function withoutQuestionWords(folded: string): string[][] {
  const { phrases, single } = askingWords()
  const rest = folded.replace(phrases, ' ')
  const pieces: string[][] = []
  for (const text of rest.split(/\s+/)) {
    let piece: string[] = []
    for (const part of segment(text)) {
      if (!single.has(part)) piece.push(part)
      else {
        pieces.push(piece)
        piece = []
      }
    }
    pieces.push(piece)
  }
  return pieces
}

/**
 * The terms of a question without the words that only ask; quoted terms stay. Empty when nothing but asking is there.
 * `bare` also takes general nouns (技术, 方案, 专家) off their ends; a piece of nothing else always goes.
 */
export function contentTerms(terms: Term[], bare: boolean): Term[] {
  const { edge } = askingWords()
  const general = (word: string) => edge.has(word)
  const light = (word: string) => word.length === 1 && edge.has(word)
  return terms.flatMap(term => {
    if (term.quoted) return [term]
    const pieces = withoutQuestionWords(term.text).filter(piece => trimEdges(piece, general).length > 0)
    return pieces.flatMap(piece => termsOf(trimEdges(piece, bare ? general : light).join('')))
  })
}

/**
 * The terms of a question cut at the words that have synonyms; a term that is such a word stays whole. Beside such words general
 * ones (研究 in 研究可靠性) are left out.
 */
export function subjectTerms(terms: Term[], bare: boolean): Term[] {
  const { edge } = askingWords()
  return contentTerms(terms, bare).flatMap(term => {
    const cut = term.quoted || synonymsOf(term.text).length > 0 ? null : cutAtMembers(term.text)
    return cut ? cut.filter(({ text, member }) => member || !edge.has(text)).flatMap(({ text }) => termsOf(text)) : [term]
  })
}

/** A lone character that the dictionary leaves over joins its neighbour: it is more often a part, or a slip, than a word. */
function joinLone(segments: string[]): string[] {
  const joined: string[] = []
  for (const part of segments) {
    const last = joined.at(-1)
    if (last !== undefined && (part.length === 1 || last.length === 1)) joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  return joined
}

/** The dictionary words of terms, each once, in their order; a quoted term is one word. */
export function dictionaryWords(terms: Term[]): Term[] {
  const found = new Map<string, Term>()
  for (const term of terms) {
    for (const word of term.quoted ? [term.text] : joinLone(segment(term.text))) {
      for (const run of runsOf(word)) found.set(word, termOf(run, term.quoted))
    }
  }
  return [...found.values()]
}

/** Neighbouring words of a term, how much they say (the length of those that are not general), and the share of it in the term. */
export type Stretch = { term: Term; weight: number; share: number }

const STRETCHES = 12
/** A question is short; a text of more words is no question, and has too many parts to look at each. */
const QUESTION_WORDS = 40

/**
 * Parts of long terms: neighbouring words of the dictionary, the weightiest first, each at least half of what the term says.
 * A question in words that no list knows (…有什么高招) still has its subject in one piece.
 */
export function stretchesOf(terms: Term[]): Stretch[] {
  const { edge } = askingWords()
  const weightOf = (parts: string[]) => parts.reduce((sum, part) => sum + (edge.has(part) ? 0 : part.length), 0)
  const found = new Map<string, Stretch>()
  for (const { text, quoted } of terms) {
    const parts = quoted ? [] : joinLone(segment(text))
    if (parts.length > QUESTION_WORDS) continue
    const all = weightOf(parts)
    for (let length = parts.length - 1; length > 0; length--) {
      for (let start = 0; start + length <= parts.length; start++) {
        const own = parts.slice(start, start + length)
        const [run, ...more] = runsOf(own.join(''))
        const weight = weightOf(own)
        if (!run || more.length > 0 || run.length < 3 || weight * 2 < all || edge.has(own[0] ?? '') || edge.has(own.at(-1) ?? '')) continue
        const term = termOf(run, false)
        if (!found.has(term.text)) found.set(term.text, { term, weight, share: all === 0 ? 1 : weight / all })
      }
    }
  }
  return [...found.values()].sort((one, other) => other.weight - one.weight).slice(0, STRETCHES)
}
