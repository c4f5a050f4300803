import { probe, type Asked } from './page'
import type { Plan, Step } from './steps'

type Word = ReturnType<Plan['words']>[number] & { count: number }

/** The rarer a word the more it says. */
const weightOf = (words: Word[]) => words.reduce((sum, word) => sum + 1 / Math.log2(2 + word.count), 0)

/** Which of the words to keep: without each one of them, and then fewer and fewer of the rarest; the most telling first. */
function subsetsOf(words: Word[]): Word[][] {
  const rarest = [...words].sort((a, b) => a.count - b.count)
  const withoutOne = words.length > 2 ? rarest.map((_, without) => rarest.filter((_, index) => index !== without)) : []
  const fewer = rarest.map((_, index) => rarest.slice(0, rarest.length - index))
  const single = rarest.map(word => [word])
  const different = new Map([...fewer.slice(0, 1), ...withoutOne, ...fewer.slice(1), ...single].map(words => [words.map(word => word.word).join(' '), words]))
  return [...different.values()].sort((a, b) => weightOf(b) - weightOf(a))
}

/** The step that was taken, and those after it that are looser still. */
export type Relaxed = { step: Step; rest: Step[] }

/**
 * What to ask when a query finds nothing as it stands: the first looser step that finds something; else the most telling
 * part of its words that still finds something, the others dropped. Null when not even one word is anywhere.
 */
export async function relax(asked: Asked, plan: Plan): Promise<Relaxed | null> {
  const looser = plan.looser()
  const words = plan.words()
  const totals = await probe(asked, [...looser, ...words.map(word => plan.some([word], []))])
  const finding = looser.filter((_, index) => (totals[index] ?? 0) > 0)
  const present = words.map((word, index) => ({ ...word, count: totals[looser.length + index] ?? 0 })).filter(word => word.count > 0)
  const textsWithout = (kept: Word[]) => words.filter(word => !kept.some(other => other.word === word.word)).map(word => word.text)
  const parts = subsetsOf(present).map(kept => plan.some(kept, textsWithout(kept)))
  const [found] = finding
  if (found) return { step: found, rest: [...finding.slice(1), ...parts] }
  const counts = await probe(asked, parts)
  const [some, ...rest] = parts.filter((_, index) => (counts[index] ?? 0) > 0)
  return some ? { step: some, rest } : null
}
