import type { Unit } from './units'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words of the dictionary that comes with the platform (ICU), in order, without spaces. */
export function segment(text: string): string[] {
  return [...segmenter.segment(text)].map(part => part.segment).filter(part => part.trim() !== '')
}

/** Where in a run the words of the dictionary begin, as places of its units, and its end. */
export function wordStarts(run: Unit[]): number[] {
  const text = run.map(unit => unit.text).join('')
  const placeAt = new Map<number, number>()
  let at = 0
  run.forEach((unit, place) => {
    placeAt.set(at, place)
    at += unit.text.length
  })
  const starts = [...segmenter.segment(text)].map(part => placeAt.get(part.index)).filter(place => place !== undefined)
  return [...starts, run.length]
}
