/** A seeded source of pseudo-random numbers: the same seed always gives the same sample district. */
export interface Rng {
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [min, max], both included. */
  int(min: number, max: number): number
  pick<T>(items: readonly T[]): T
  /** `count` different items (fewer when the list is shorter), in random order. */
  sample<T>(items: readonly T[], count: number): T[]
  shuffle<T>(items: readonly T[]): T[]
  /** One value, with a probability proportional to its weight. */
  weighted<T>(pairs: readonly (readonly [T, number])[]): T
  chance(probability: number): boolean
  normal(mean: number, deviation: number): number
  /** A lognormal value with the given median; `sigma` is the deviation of its logarithm. */
  lognormal(median: number, sigma: number): number
  /** An independent generator for one part, so that a change in one part does not move the others. */
  fork(label: string): Rng
}

function hash(text: string): number {
  let value = 2166136261
  for (const char of text) value = Math.imul(value ^ char.codePointAt(0)!, 16777619)
  return value >>> 0
}

/** Makes a generator (mulberry32) from a whole number. */
export function createRng(seed: number): Rng {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const rng: Rng = {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick(items) {
      if (items.length === 0) throw new Error('cannot pick from an empty list')
      return items[Math.floor(next() * items.length)]!
    },
    sample: (items, count) => rng.shuffle(items).slice(0, count),
    shuffle(items) {
      const copy = [...items]
      for (let index = copy.length - 1; index > 0; index -= 1) {
        const other = Math.floor(next() * (index + 1))
        const held = copy[index]!
        copy[index] = copy[other]!
        copy[other] = held
      }
      return copy
    },
    weighted(pairs) {
      let left = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of pairs) {
        left -= weight
        if (left < 0) return value
      }
      return pairs[pairs.length - 1]![0]
    },
    chance: (probability) => next() < probability,
    normal: (mean, deviation) => mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    lognormal: (median, sigma) => median * Math.exp(rng.normal(0, sigma)),
    fork: (label) => createRng((hash(label) ^ seed) >>> 0)
  }
  return rng
}
