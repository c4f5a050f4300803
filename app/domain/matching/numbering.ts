/** Gives names numbers from 0 on, in the order in which they are first seen: lists of numbers take a tenth of the memory of lists of names. */
export function numbering(): { numberOf: (name: string) => number; known: (name: string) => number | undefined; names: readonly string[] } {
  const numbers = new Map<string, number>()
  const names: string[] = []
  return {
    names,
    known: (name) => numbers.get(name),
    numberOf: (name) => {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, names.length)
      return names.push(name) - 1
    },
  }
}
