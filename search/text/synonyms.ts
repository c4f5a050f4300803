import { memberToken } from './tokens'
import { words } from './words'

type Index = {
  /** Words that can be asked for with others, and these others. */
  others: Map<string, string[]>
  /** For a word that stands in a text: the words that also find it. */
  alsoFor: Map<string, string[]>
  byBeginning: Map<string, string[]>
}

function build(): Index {
  const { groups, leads } = words()
  const groupOf = new Map(groups.flatMap(group => group.map((word): [string, string[]] => [word, group])))
  const asked = [
    ...groups.flatMap(group => group.map((word): [string, string[]] => [word, group])),
    ...leads.map(([from, to]): [string, string[]] => [from, to.flatMap(word => groupOf.get(word) ?? [word])]),
  ]
  const others = new Map(asked.map(([word, all]): [string, string[]] => [word, [...new Set(all)].filter(other => other !== word)]))
  const alsoFor = new Map<string, string[]>()
  for (const [word, found] of others) for (const other of found) alsoFor.set(other, [...(alsoFor.get(other) ?? []), word])
  const byBeginning = new Map<string, string[]>()
  for (const word of [...new Set([...others.keys(), ...alsoFor.keys()])].sort((a, b) => b.length - a.length)) {
    const beginning = word.slice(0, 2)
    const list = byBeginning.get(beginning)
    if (list) list.push(word)
    else byBeginning.set(beginning, [word])
  }
  return { others, alsoFor, byBeginning }
}

let built: Index | undefined
const index = () => (built ??= build())

/** The other words of the field that this folded word is also looked for by; empty when it has none. */
export function synonymsOf(word: string): string[] {
  return index().others.get(word) ?? []
}

/** Every word that has a synonym, with its synonyms. */
export function allSynonyms(): [string, string[]][] {
  return [...index().others]
}

const wordCharacter = /[a-z0-9]/

function standsAt(folded: string, word: string, start: number): boolean {
  if (!folded.startsWith(word, start)) return false
  const [before, after] = [folded.charAt(start - 1), folded.charAt(start + word.length)]
  const cutsFront = wordCharacter.test(word.charAt(0)) && wordCharacter.test(before)
  const cutsBack = wordCharacter.test(word.charAt(word.length - 1)) && wordCharacter.test(after)
  return !cutsFront && !cutsBack
}

/** Words of the lists that begin at a place of folded text, the longest first. A Latin word stands only whole. */
function standingAt(folded: string, start: number): string[] {
  return (index().byBeginning.get(folded.slice(start, start + 2)) ?? []).filter(word => standsAt(folded, word, start))
}

/**
 * Tokens by which a folded text is found: `own` of the words in it that have synonyms, also of those inside one another, and
 * `synonyms` of the other words that find it. Kept apart, so that what stands there as typed comes first.
 */
export function memberTokensIn(folded: string): { own: Set<string>; synonyms: Set<string> } {
  const [own, synonyms] = [new Set<string>(), new Set<string>()]
  const { others, alsoFor } = index()
  for (let start = 0; start < folded.length; start++) {
    for (const word of standingAt(folded, start)) {
      if (others.has(word)) own.add(memberToken(word))
      for (const asked of alsoFor.get(word) ?? []) synonyms.add(memberToken(asked))
    }
  }
  return { own, synonyms }
}

/** Folded text cut at the words that have synonyms, the longest first, never the whole of it; null when it has none. */
export function cutAtMembers(folded: string): { text: string; member: boolean }[] | null {
  const parts: { text: string; member: boolean }[] = []
  let plain = 0
  for (let start = 0; start < folded.length; ) {
    const word = standingAt(folded, start).find(candidate => candidate !== folded && index().others.has(candidate))
    if (word === undefined) {
      start++
      continue
    }
    if (start > plain) parts.push({ text: folded.slice(plain, start), member: false })
    parts.push({ text: word, member: true })
    start += word.length
    plain = start
  }
  if (plain < folded.length) parts.push({ text: folded.slice(plain), member: false })
  return parts.length > 1 && parts.some(part => part.member) ? parts : null
}
