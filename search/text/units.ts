/** A Chinese character (or kana, hangul), or a run of other letters and digits: the smallest thing that a search compares. */
export type Unit = { text: string; cjk: boolean; start: number; end: number }

// Han holds signs too (radicals for themselves, ⺀): those only part words.
const pattern = /(?<cjk>(?=[\p{L}\p{N}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])|(?<word>(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}\p{M}])+)|(?<space>\s+)/gu

/**
 * Splits folded text into runs of units. Spaces do not end a run (people set them between Latin and Chinese at will);
 * any other sign does. `start` and `end` are indexes into the folded text.
 */
export function runsOf(folded: string): Unit[][] {
  const runs: Unit[][] = []
  let run: Unit[] = []
  let expected = 0
  for (const match of folded.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].length
    if (start !== expected && run.length > 0) {
      runs.push(run)
      run = []
    }
    expected = end
    if (match.groups?.space !== undefined) continue
    run.push({ text: match[0], cjk: match.groups?.cjk !== undefined, start, end })
  }
  if (run.length > 0) runs.push(run)
  return runs
}

/** The parts of a run that are Chinese throughout, and those that are not, in order. */
export function chineseParts(run: Unit[]): Unit[][] {
  const parts: Unit[][] = []
  for (const unit of run) {
    const last = parts.at(-1)
    if (unit.cjk && last?.at(-1)?.cjk) last.push(unit)
    else parts.push([unit])
  }
  return parts
}
