import type { searchableFields } from '../settings'
import { fitsWindow, soundTokens, syllablesOf, windowToken } from '../text/pinyin'
import { contentTerms, dictionaryWords, stretchesOf, subjectTerms } from '../text/question'
import { maybeInitials, spell } from '../text/syllables'
import { cutAtMembers, synonymsOf, synonymWord } from '../text/synonyms'
import { parseRegional, TERM_LIMIT, termOf, termsOf, type ParsedQuery, type Term } from '../text/terms'
import { characterToken, isWordPair, phraseTokens, wordToken } from '../text/tokens'
import { chineseParts } from '../text/units'

/**
 * How a search was understood, from the strictest on. A page names every one but `strict`:
 * `synonyms` another word for the same; `regional` the mainland's word for a Taiwanese one; `pinyin` typed in pinyin;
 * `sound` characters that sound the same; `near` a character too few, or a slip in a Latin word; `question` without
 * the words that only ask; `words` the words on their own, anywhere; `some` not all of the words.
 */
export const stepCodes = ['strict', 'synonyms', 'regional', 'pinyin', 'sound', 'near', 'question', 'words', 'some'] as const
export type StepCode = (typeof stepCodes)[number]

/** What is marked in a text that a step found. */
export type TextNeedle = { kind: 'text'; text: string }
export type SoundNeedle = { kind: 'pinyin'; text: string } | { kind: 'sound'; syllables: string[] }
export type Needle = TextNeedle | SoundNeedle

type SearchField = (typeof searchableFields)[number]
export type Step = {
  code: StepCode
  q: string
  fields: SearchField[]
  needles: Needle[]
  /** Words that `some` left out, as typed. */
  dropped: string[]
}
/** One word of a query in tokens, with what it marks. */
export type Part = { word: string; needles: Needle[] }

const UNITS_LIMIT = 60
const MOST = 0.75
/** Longer than this nobody types with spaces what is one word. */
const JOINED_LIMIT = 12
/** A pair with a character missing is one character; and of a long phrase enough is left to find it by. */
const [SLIP_FROM, SLIP_TO] = [3, 8]
export const textFields: SearchField[] = ['titleTokens', 'keywordTokens', 'whoTokens', 'bodyTokens', 'synonymTokens', 'bodySynonymTokens', 'characterTokens']
const nearFields: SearchField[] = ['titleTokens', 'keywordTokens', 'whoTokens', 'bodyTokens', 'synonymTokens', 'bodySynonymTokens', 'latinTokens', 'skipTokens']
const soundFields: SearchField[] = [...textFields, 'titleSoundTokens', 'soundTokens', 'bodySoundTokens']
const pinyinFields: SearchField[] = [...soundFields, 'titlePinyinWordTokens', 'titlePinyinTokens', 'pinyinWordTokens', 'pinyinTokens']

const phrase = (tokens: string[]) => `"${tokens.join(' ')}"`
const textNeedle = (text: string): Needle => ({ kind: 'text', text })

/** A term exactly as it stands, or another word for it; a Latin one without quotes may still be being typed. */
function strictPart(term: Term): Part {
  const [first] = term.units
  const together = term.quoted ? null : synonymWord(term.text)
  if (together) return { word: together, needles: [term.text, ...synonymsOf(term.text)].map(textNeedle) }
  const needles = [textNeedle(term.text)]
  if (term.units.length === 1 && first?.cjk) return { word: characterToken(first.text), needles }
  if (term.units.length === 1 && first && !term.quoted) return { word: wordToken(first.text), needles }
  return { word: phrase(phraseTokens(term.units)), needles }
}

function synonymParts(term: Term): Part[] {
  const cut = term.quoted ? null : cutAtMembers(term.text)
  return cut ? cut.flatMap(part => termsOf(part.text).map(strictPart)) : [strictPart(term)]
}

/** A Latin term read as pinyin. Only the last word of a query matches by its beginning, so that others need whole syllables. */
export function pinyinPart(term: Term, last: boolean): Part | null {
  const letters = term.units.length === 1 && !term.units[0]?.cjk ? term.text : ''
  const spelled = spell(letters)
  if (!spelled && !maybeInitials(letters)) return null
  const needles: Needle[] = [{ kind: 'pinyin', text: letters }]
  const whole = spelled?.syllables ?? []
  const inWindow = last && fitsWindow(whole.length + 1)
  if (!inWindow && whole.length > 1) return { word: phrase(soundTokens(whole)), needles }
  return { word: windowToken(letters), needles }
}

/** A Latin term of two whole syllables and more, wherever it sounds in a text; a last one that is still being typed is left out. */
function spelledOut(term: Term): Part | null {
  const letters = term.units.length === 1 && !term.units[0]?.cjk ? term.text : ''
  const syllables = spell(letters)?.syllables ?? []
  return syllables.length > 1 ? { word: phrase(soundTokens(syllables)), needles: [{ kind: 'sound', syllables }] } : null
}

function soundParts(term: Term): Part[] {
  return chineseParts(term.units).map(units => {
    if (units.length < 2 || !units[0]?.cjk) return strictPart({ text: units.map(unit => unit.text).join(''), units, quoted: false })
    const syllables = syllablesOf(units.map(unit => unit.text))
    return { word: phrase(soundTokens(syllables)), needles: [{ kind: 'sound', syllables }] }
  })
}

/** Needles of neighbouring characters; where they touch they are marked as one. */
function pairNeedles(term: Term): Needle[] {
  if (term.units.length < 2) return [textNeedle(term.text)]
  return term.units.slice(1).map((unit, index) => textNeedle(`${term.units[index]?.text ?? ''}${unit.text}`))
}

/** At most `limit` of the values, spread evenly. */
function spread<T>(values: T[], limit: number): T[] {
  if (values.length <= limit) return values
  return Array.from({ length: limit }, (_, index) => values[Math.round((index * (values.length - 1)) / (limit - 1))]).filter(value => value !== undefined)
}

/** Every pair of characters, or nearly so, in a text that may have one more: its skipped pairs stand beside its pairs. */
function nearParts(terms: Term[]): Part[] {
  if (!terms.some(term => term.units.length > 2 || term.units.some(unit => !unit.cjk))) return []
  const share = Math.max(1, Math.floor(TERM_LIMIT / terms.length))
  return terms.flatMap(term => {
    if (term.units.length < 2) return [strictPart(term)]
    const needles = pairNeedles(term)
    // Two words together would have to be typed without a slip.
    return spread(phraseTokens(term.units).filter(token => !isWordPair(token)), share).map(word => ({ word, needles }))
  })
}

/** Latin terms that together are a word with synonyms become one: `machine learning`. */
export function joinLatin(terms: Term[]): Term[] {
  const joined: Term[] = []
  for (const term of terms) {
    const last = joined.at(-1)
    const both = last && !last.quoted && !term.quoted ? termOf([...last.units, ...term.units], false) : null
    if (both && both.units.every(unit => !unit.cjk) && synonymsOf(both.text).length > 0) joined[joined.length - 1] = both
    else joined.push(term)
  }
  return joined
}

/** `near` asks for what has one character more but not the words as typed; `meaning` is the search for other words in their place. */
type Slip = { typed: string; near: () => Step; meaning: (text: string) => Step }

/** How a query will be asked, the strictest first; what comes after `strict` is only worked out when it is needed. */
export type Plan = {
  /** Null when there is nothing to look for, or more terms, or longer ones, than Meilisearch compares at once. */
  strict: Step | null
  /** Chinese words that were typed with spaces between them, as one piece; null where there are none. */
  joined: Step | null
  looser: () => Step[]
  /** For one Chinese word or phrase from which a character may be missing; null for anything else. */
  slip: Slip | null
  /** The weightiest words on their own, at most ten, with what each of them is as text. */
  words: () => (Part & { text: string })[]
  /** A step of some of those words; the others are named as dropped. */
  some: (kept: Part[], dropped: string[]) => Step
}

/** The plan for a query; null when nothing was typed that can be looked for. `raw` is the query as typed. */
export function planOf(parsed: ParsedQuery, raw: string): Plan | null {
  const terms = joinLatin(parsed.terms)
  if (terms.length === 0 && parsed.excluded.length === 0) return null
  const excluded = parsed.excluded.map(term => `-${strictPart({ ...term, quoted: true }).word}`)
  const step = (code: StepCode, parts: Part[], fields: SearchField[], dropped: string[] = []): Step =>
    ({ code, q: [...excluded, ...parts.map(part => part.word)].join(' '), fields, needles: parts.flatMap(part => part.needles), dropped })
  const comparable = terms.length <= TERM_LIMIT && terms.every(term => term.units.length <= UNITS_LIMIT)
  const strict = comparable ? step('strict', terms.map(strictPart), textFields) : null
  const inOnePiece = strict !== null && terms.length > 1 && terms.every(term => !term.quoted && term.units.every(unit => unit.cjk)) ? termOf(terms.flatMap(term => term.units), false) : null
  const joined = inOnePiece && inOnePiece.units.length <= JOINED_LIMIT ? step('strict', [{ word: phrase(phraseTokens(inOnePiece.units)), needles: [] }], textFields) : null
  const bare = () => {
    const content = contentTerms(terms, true)
    return dictionaryWords(content.length > 0 ? content : terms)
  }

  function looser(): Step[] {
    if (terms.length === 0) return []
    const steps: { code: StepCode; parts: Part[]; fields: SearchField[]; dropped?: string[] }[] = []
    if (comparable) {
      const pinyin = terms.map((term, index) => pinyinPart(term, index === terms.length - 1))
      const spelled = pinyin.some(part => part !== null) ? terms.map((term, index) => pinyin[index] ?? strictPart(term)) : []
      steps.push(
        { code: 'synonyms', parts: terms.flatMap(synonymParts), fields: textFields },
        { code: 'regional', parts: parseRegional(raw)?.terms.flatMap(synonymParts) ?? [], fields: textFields },
        { code: 'pinyin', parts: spelled, fields: pinyinFields },
        { code: 'pinyin', parts: terms.some(spelledOut) ? terms.map(term => spelledOut(term) ?? strictPart(term)) : [], fields: soundFields },
        { code: 'sound', parts: terms.flatMap(soundParts), fields: soundFields },
        { code: 'near', parts: nearParts(terms), fields: nearFields },
        { code: 'question', parts: subjectTerms(terms, false).map(strictPart), fields: textFields },
        { code: 'question', parts: subjectTerms(terms, true).map(strictPart), fields: textFields },
      )
    }
    const content = contentTerms(terms, false)
    const stretches = (terms.length > 1 && content.length > 1 ? [] : stretchesOf(content)).map(({ term, share }) => ({ share, step: { code: 'some' as const, parts: [strictPart(term)], fields: textFields, dropped: content.map(({ text }) => text.replace(term.text, '')).filter(Boolean) } }))
    // Most of the subject in one piece says more than all of it in pieces anywhere; a lesser part says less.
    steps.push(...stretches.filter(({ share }) => share >= MOST).map(({ step }) => step))
    steps.push({ code: 'words', parts: bare().map(strictPart), fields: textFields })
    steps.push(...stretches.filter(({ share }) => share < MOST).map(({ step }) => step))
    const different = new Map<string, Step>()
    for (const { code, parts, fields, dropped } of steps) {
      if (parts.length === 0 || parts.length > TERM_LIMIT) continue
      const made = step(code, parts, fields, dropped)
      const key = `${made.q} ${code === 'near'}`
      if (made.q !== strict?.q || code === 'near') if (!different.has(key)) different.set(key, made)
    }
    return [...different.values()]
  }

  const [only] = terms
  const mayLack = only !== undefined && terms.length === 1 && !only.quoted && only.units.every(unit => unit.cjk) && only.units.length >= SLIP_FROM && only.units.length <= SLIP_TO
  const slip: Slip | null = mayLack ? {
    typed: only.text,
    near: () => {
      const near = step('near', nearParts(terms), nearFields)
      return { ...near, q: `${near.q} -${phrase(phraseTokens(only.units))}` }
    },
    meaning: text => step('near', termsOf(text).map(strictPart), textFields),
  } : null

  const latinFirst = (term: Term) => term.units.length + (term.units.some(unit => !unit.cjk) ? 100 : 0)
  return {
    strict,
    joined,
    slip,
    looser,
    words: () => bare().sort((a, b) => latinFirst(b) - latinFirst(a)).slice(0, TERM_LIMIT).map(term => ({ ...strictPart(term), text: term.text })),
    some: (kept, dropped) => step('some', kept, textFields, dropped),
  }
}
