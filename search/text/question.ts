import { termOf, termsOf, type Term } from './terms'
import { runsOf } from './units'
import { words } from './words'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words of the dictionary that comes with the platform (ICU), in order, without spaces. */
function segment(text: string): string[] {
  return [...segmenter.segment(text)].map(part => part.segment).filter(part => part.trim() !== '')
}

function trimEdges(segments: string[], trimmed: (word: string) => boolean): string[] {
  const kept = [...segments]
  while (kept[0] !== undefined && trimmed(kept[0])) kept.shift()
  while (kept.length > 0 && trimmed(kept.at(-1) ?? '')) kept.pop()
  return kept
}

type Asking = { phrases: string[]; single: ReadonlySet<string>; edge: ReadonlySet<string> }
let asking: Asking | undefined
function askingWords(): Asking {
  const { question, edge } = words()
  return (asking ??= {
    phrases: question.filter(word => word.length > 1),
    single: new Set(question.filter(word => word.length === 1)),
    edge: new Set(edge),
  })
}

/** Takes the words of a question out of folded text; what is left are the pieces to look for, in dictionary words. */
function withoutQuestionWords(folded: string): string[][] {
  const { phrases, single } = askingWords()
  let rest = folded
  for (const phrase of phrases) rest = rest.replaceAll(phrase, ' ')
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
