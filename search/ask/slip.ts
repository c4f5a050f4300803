import { fold } from '../text/fold'
import { segment } from '../text/segment'
import type { Answer, Asked } from './page'
import { ask, firstOf } from './page'
import type { ShownDocument } from './hits'
import type { Plan, Step } from './steps'

/** More records than this hold the words just as they were typed: then they were meant. */
const MOST = 60
const LOOKED_AT = 20
/** How many of those that hold the words as typed there may be for each that holds the completed ones. */
const OUTWEIGHED = 10
/** Words begin and end within so many characters of a place. */
const AROUND = 12

const textsOf = ({ title, keywords, summary, body }: ShownDocument) => [title, ...keywords, summary, body].map(text => fold(text))

/** Whether a stretch of a text begins and ends where words of the dictionary do. */
function isWhole(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - AROUND)
  let at = from
  const edges = new Set([from])
  for (const word of segment(text.slice(from, end + AROUND))) {
    at = text.indexOf(word, at)
    edges.add(at)
    at += word.length
    edges.add(at)
  }
  return edges.has(start) && edges.has(end)
}

/** Whether a text holds the words as words of its own somewhere, and not only cut out of others (理模型 in 管理模型). */
export function holdsWhole(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) if (isWhole(text, at, at + wanted.length)) return true
  return false
}

/** What the words may have been before a character was left out: whole words of a text that have just one more (理模型 → 理论模型). */
export function completionsIn(text: string, typed: string): string[] {
  const characters = [...typed]
  const found = new Set<string>()
  for (let place = 1; place < characters.length; place++) {
    const [before, after] = [characters.slice(0, place).join(''), characters.slice(place).join('')]
    for (const match of text.matchAll(new RegExp(`${before}\\p{Script=Han}${after}`, 'gu'))) {
      if (isWhole(text, match.index, match.index + match[0].length)) found.add(match[0])
    }
  }
  return [...found]
}

/** The completion that most of the documents have; of equals the one that comes first. */
function mostCommon(documents: readonly ShownDocument[], typed: string): { text: string; count: number } | null {
  const counts = new Map<string, number>()
  for (const document of documents) {
    for (const text of new Set(textsOf(document).flatMap(text => completionsIn(text, typed)))) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const [best] = [...counts].sort(([, one], [, other]) => other - one)
  return best ? { text: best[0], count: best[1] } : null
}

export type Mended = { step: Step; answer: Answer; meant: string }

/**
 * The search that was meant when a character is missing from what was typed: the words as typed stand nowhere, or in few
 * records and there only as parts of other words, while with one character more they are words. Null when there is no such slip.
 */
export async function mendSlip(asked: Asked, plan: Plan, asTyped: Answer): Promise<Mended | null> {
  const { slip, strict } = plan
  if (!slip || !strict || asTyped.total > MOST) return null
  const first = { ...asked, offset: 0, limit: LOOKED_AT }
  if (asTyped.total > 0) {
    const [shown] = asked.offset === 0 ? [asTyped] : await firstOf(first, [strict])
    if (shown?.documents.some(document => textsOf(document).some(text => holdsWhole(text, slip.typed)))) return null
  }
  const [near] = await firstOf(first, [slip.near()])
  const meant = mostCommon(near?.documents ?? [], slip.typed)
  if (!meant || meant.count * OUTWEIGHED < asTyped.total) return null
  const step = slip.meaning(meant.text)
  const answer = await ask(asked, step)
  return answer.total > 0 ? { step, answer, meant: meant.text } : null
}
