import { codeOf } from './codes'
import { askingProfile, type Section } from './profile'
import { askedOf, frequencyIn, worthOf, type Pool } from './relevance'
import { termsOf, withoutDealing } from './text'

/** A word to ask the search index for: what it is worth to the target, and which share of the pool has it. */
export type WordToAsk = { text: string; weight: number; share: number }

/** So many words are asked for, the weightiest. */
const mostWords = 32

/**
 * The words by which candidates for a target are recalled from a large pool: those worth showing (`termsOf`: words, no pairs across two words), the weightiest
 * first. A word that nobody in the pool has is asked for too: the pool that taught may be a sample.
 */
export function wordsToAsk(sections: readonly Section[], pool: Pool): WordToAsk[] {
  const asked = askedOf(askingProfile(sections), pool)
  const words = new Set(sections.flatMap(({ text }) => termsOf(withoutDealing(text)).map((term) => term.text)))
  return [...words]
    .map((text) => ({ text, weight: worthOf(asked, codeOf(text)), share: frequencyIn(pool.terms, codeOf(text)) / Math.max(1, pool.size) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || (one.text < other.text ? -1 : 1))
    .slice(0, mostWords)
}
