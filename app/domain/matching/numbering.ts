/** Numbers of codes, from 0 on, in the order in which they were first seen; -1 is one that was not. */
export type Numbering = { numberOf: (code: number) => number; known: (code: number) => number; size: () => number }

/** Half full at most: a code is found at its place or a step beside it. */
const room = 2

/** Gives codes numbers. An array with gaps, each code beside its number: a target looks up millions of codes, for which a map of the language takes ten times as long. */
export function numbering(expected = 256): Numbering {
  let bits = 8
  while (2 ** bits < expected * room) bits++
  let slots = new Uint32Array(2 ** (bits + 1))
  let size = 0
  /** Where a code stands, or would. No code is 0: that is a gap. */
  const slotOf = (code: number): number => {
    const mask = slots.length - 1
    let slot = (Math.imul(code, 0x9e3779b1) >>> (32 - bits)) * 2
    while (slots[slot] !== 0 && slots[slot] !== code) slot = (slot + 2) & mask
    return slot
  }
  const grow = () => {
    const old = slots
    bits++
    slots = new Uint32Array(2 ** (bits + 1))
    for (let at = 0; at < old.length; at += 2) {
      const code = old[at] ?? 0
      if (code === 0) continue
      const slot = slotOf(code)
      slots[slot] = code
      slots[slot + 1] = old[at + 1] ?? 0
    }
  }
  return {
    size: () => size,
    known: (code) => {
      const slot = slotOf(code)
      return slots[slot] === 0 ? -1 : (slots[slot + 1] ?? -1)
    },
    numberOf: (code) => {
      const slot = slotOf(code)
      if (slots[slot] !== 0) return slots[slot + 1] ?? -1
      slots[slot] = code
      slots[slot + 1] = size++
      if (size * room * 2 > slots.length) grow()
      return size - 1
    },
  }
}
