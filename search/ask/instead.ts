import { wordStarts } from '../text/segment'
import { runsOf, type Unit } from '../text/units'
import { termOf, type Term } from '../text/terms'

/** What stands in a text instead of what was typed; `whole` when words of the dictionary begin and end there. */
export type Instead = { text: string; whole: boolean }

/** Shorter terms than this are other words with one character changed, not slips. */
const CHANGED_LENGTH = 4
const LONGEST = 12
/** From this length on the index forgives a Latin word one slip, from the second two. */
const LATIN_SLIPS = [6, 10] as const

type Edit = 'lacks' | 'changed' | 'has' | null

/** How typed characters differ from others by one: they lack one inside, have one changed, or have one too many inside. */
export function editOf(typed: string[], other: string[]): Edit {
  const longest = Math.max(typed.length, other.length)
  let head = 0
  while (head < longest && typed[head] !== undefined && typed[head] === other[head]) head++
  let tail = 0
  while (tail < Math.min(typed.length, other.length) - head && typed.at(-1 - tail) === other.at(-1 - tail)) tail++
  const inside = head > 0 && tail > 0
  if (typed.length === other.length) return head + tail === longest - 1 ? 'changed' : null
  if (!inside || head + tail !== longest - 1) return null
  return typed.length < other.length ? 'lacks' : 'has'
}

/** Letters that must be changed, added, taken away or swapped with a neighbour, as the index counts slips. */
export function slipsBetween(typed: string, other: string): number {
  const rows = Array.from({ length: typed.length + 1 }, (_, i) => Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)))
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= typed.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const same = typed[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && typed[i - 1] === other[j - 2] && typed[i - 2] === other[j - 1]
      rows[i]![j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1), swapped ? at(i - 2, j - 2) + 1 : Infinity)
    }
  }
  return at(typed.length, other.length)
}

function inRun(run: Unit[], typed: string[]): Instead[] {
  let starts: Set<number> | undefined
  const isStart = (place: number) => (starts ??= new Set(wordStarts(run))).has(place)
  const found: Instead[] = []
  for (let start = 0; start < run.length; start++) {
    for (const length of [typed.length + 1, typed.length, typed.length - 1]) {
      const units = run.slice(start, start + length)
      if (units.length < length || !units.every(unit => unit.cjk)) continue
      const edit = editOf(typed, units.map(unit => unit.text))
      if (edit === null || (edit !== 'lacks' && typed.length < CHANGED_LENGTH)) continue
      const whole = isStart(start) && isStart(start + length)
      // With a character changed or taken away anything may be near: only words as the dictionary has them are meant.
      if (whole || edit === 'lacks') found.push({ text: termOf(units, false).text, whole })
    }
  }
  return found
}

/** What stands in folded text that was typed with one slip; nothing for terms of both scripts, or too short to tell. */
export function nearIn(folded: string, term: Term): Instead[] {
  const { units } = term
  if (units.every(unit => unit.cjk)) {
    if (units.length < 3 || units.length > LONGEST) return []
    return runsOf(folded).flatMap(run => inRun(run, units.map(unit => unit.text)))
  }
  const allowed = units.length === 1 ? LATIN_SLIPS.filter(length => term.text.length >= length).length : 0
  if (allowed === 0 || term.text.length > 30) return []
  const words = new Set(runsOf(folded).flat().filter(unit => !unit.cjk && Math.abs(unit.text.length - term.text.length) <= allowed).map(unit => unit.text))
  return [...words].filter(word => slipsBetween(term.text, word) <= allowed).map(text => ({ text, whole: true }))
}
