/** Round steps of an axis from zero to at least `max`: at most six, each 1, 2, 2.5 or 5 times a power of ten. `max` ≤ 0 gives [0, 1]. */
export function axisTicks(max: number): number[] {
  if (!(max > 0)) return [0, 1]
  const rough = max / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * 0.999999) ?? 10 * power
  const count = Math.ceil((max / step) * 0.999999)
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

/** Neighbouring items with one name as runs: what a bracket under an axis spans. */
export function runsOf(names: (string | undefined)[]): { name: string; from: number; to: number }[] {
  const runs: { name: string; from: number; to: number }[] = []
  names.forEach((name, index) => {
    const last = runs.at(-1)
    if (name === undefined) return
    if (last && last.name === name && last.to === index - 1) last.to = index
    else runs.push({ name, from: index, to: index })
  })
  return runs
}

/** A share of a whole as an SVG percentage. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}
