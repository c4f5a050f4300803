import { gramsOf } from '~/domain/matching/text'

const [k1, b] = [1.2, 0.75]

/**
 * The yardstick beside the portal's figures: plain BM25 (k1 1.2, b 0.75) over single characters and pairs of them, each text as one.
 * Answers for a text that asks the score of each document, by id.
 */
export function plainBm25(documents: ReadonlyMap<string, string>): (asked: string) => Map<string, number> {
  const holders = new Map<string, { id: string; count: number }[]>()
  const lengths = new Map<string, number>()
  for (const [id, text] of documents) {
    const grams = gramsOf(text)
    const counts = new Map<string, number>()
    for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
    for (const [gram, count] of counts) {
      const list = holders.get(gram)
      if (list) list.push({ id, count })
      else holders.set(gram, [{ id, count }])
    }
    lengths.set(id, grams.length)
  }
  const mean = [...lengths.values()].reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.size) || 1
  return (asked) => {
    const scores = new Map([...documents.keys()].map((id) => [id, 0]))
    for (const gram of gramsOf(asked)) {
      const found = holders.get(gram) ?? []
      const rarity = Math.log(1 + (lengths.size - found.length + 0.5) / (found.length + 0.5))
      for (const { id, count } of found) scores.set(id, (scores.get(id) ?? 0) + (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * (lengths.get(id) ?? 0)) / mean)))
    }
    return scores
  }
}
