import { numbering } from './numbering'

/** Where a term stands: the places of those that have it, in order, and a value for each of them. */
export type Posting = { places: Uint32Array; values: Float64Array }
/** The terms of one text with a value each, by number. */
export type Vector = { terms: Uint32Array; values: Float64Array }
export type Postings = { of: (term: string) => Posting | undefined; ofNumber: (term: number) => Posting; vectors: readonly Vector[] }

/**
 * Lists of who has a term, as arrays of numbers: a target's few hundred terms are then looked up in a pool of thousands without
 * going through every text, and in a tenth of the memory of maps. Texts are added in the order of their places.
 */
export function gatherPostings(): { add: (entries: Iterable<[string, number]>) => void; done: () => Postings } {
  const { numberOf, known, names } = numbering()
  const vectors: Vector[] = []
  const add = (entries: Iterable<[string, number]>) => {
    const all = [...entries]
    vectors.push({ terms: Uint32Array.from(all, ([term]) => numberOf(term)), values: Float64Array.from(all, ([, value]) => value) })
  }
  return {
    add,
    done: () => {
      const ofNumber = invert(vectors, names.length)
      return { ofNumber, vectors, of: (term) => { const number = known(term); return number === undefined ? undefined : ofNumber(number) } }
    },
  }
}

/** All lists in two arrays, one list after the other; a third says where each begins. */
function invert(vectors: readonly Vector[], terms: number): (term: number) => Posting {
  const starts = new Uint32Array(terms + 1)
  for (const vector of vectors) for (const term of vector.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  const next = starts.slice()
  const places = new Uint32Array(starts[terms] ?? 0)
  const values = new Float64Array(places.length)
  vectors.forEach((vector, place) => {
    vector.terms.forEach((term, at) => {
      const free = next[term] ?? 0
      places[free] = place
      values[free] = vector.values[at] ?? 0
      next[term] = free + 1
    })
  })
  return (term) => ({ places: places.subarray(starts[term], starts[term + 1]), values: values.subarray(starts[term], starts[term + 1]) })
}
