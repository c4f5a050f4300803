/** Numbers of codes, from 0 on, in the order in which they were first seen; -1 is one that was not. */
export type Numbering = { numberOf: (code: number) => number; known: (code: number) => number; size: () => number }

/** Half full at most: a code is found at its place or a step beside it. */
const room = 2

/** Gives codes numbers. Two arrays with gaps: a target looks up millions of codes, for which a map of the language takes ten times as long. */
export function numbering(expected = 256): Numbering {
  let bits = 8
  while (2 ** bits < expected * room) bits++
  let codes = new Uint32Array(2 ** bits)
  let numbers = new Int32Array(2 ** bits)
  let size = 0
  /** Where a code stands, or would. No code is 0: that is a gap. */
  const slotOf = (code: number): number => {
    const mask = codes.length - 1
    let slot = Math.imul(code, 0x9e3779b1) >>> (32 - bits)
    while (codes[slot] !== 0 && codes[slot] !== code) slot = (slot + 1) & mask
    return slot
  }
  const grow = () => {
    const [oldCodes, oldNumbers] = [codes, numbers]
    bits++
    codes = new Uint32Array(2 ** bits)
    numbers = new Int32Array(2 ** bits)
    for (let at = 0; at < oldCodes.length; at++) {
      const code = oldCodes[at] ?? 0
      if (code === 0) continue
      const slot = slotOf(code)
      codes[slot] = code
      numbers[slot] = oldNumbers[at] ?? 0
    }
  }
  return {
    size: () => size,
    known: (code) => {
      const slot = slotOf(code)
      return codes[slot] === 0 ? -1 : (numbers[slot] ?? -1)
    },
    numberOf: (code) => {
      const slot = slotOf(code)
      if (codes[slot] !== 0) return numbers[slot] ?? -1
      codes[slot] = code
      numbers[slot] = size++
      if (size * room > codes.length) grow()
      return size - 1
    },
  }
}
