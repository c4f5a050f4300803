import { words } from './words'

type Index = { groupsOf: Map<string, string[][]>; leads: Map<string, string[]>; byFirst: Map<string, string[]> }

function build(): Index {
  const groupsOf = new Map<string, string[][]>()
  for (const group of words().groups) {
    for (const word of group) groupsOf.set(word, [...(groupsOf.get(word) ?? []), group])
  }
  const leads = new Map(words().leads)
  const byFirst = new Map<string, string[]>()
  for (const word of [...new Set([...groupsOf.keys(), ...leads.keys()])].sort((a, b) => b.length - a.length)) {
    byFirst.set(word.charAt(0), [...(byFirst.get(word.charAt(0)) ?? []), word])
  }
  return { groupsOf, leads, byFirst }
}

let built: Index | undefined
const index = () => (built ??= build())

/** The other words of the field that mean the same as this folded word; empty when it has none. */
export function synonymsOf(word: string): string[] {
  const { groupsOf, leads } = index()
  const read = [word, ...(leads.get(word) ?? [])]
  return [...new Set([...read, ...read.flatMap(one => (groupsOf.get(one) ?? []).flat())])].filter(other => other !== word)
}

/** Every word that has a synonym, with its synonyms. */
export function allSynonyms(): [string, string[]][] {
  return [...new Set([...index().groupsOf.keys(), ...index().leads.keys()])].map(word => [word, synonymsOf(word)])
}

const wordCharacter = /[a-z0-9]/

function standsAt(folded: string, word: string, start: number): boolean {
  if (!folded.startsWith(word, start)) return false
  const [before, after] = [folded.charAt(start - 1), folded.charAt(start + word.length)]
  const cutsFront = wordCharacter.test(word.charAt(0)) && wordCharacter.test(before)
  const cutsBack = wordCharacter.test(word.charAt(word.length - 1)) && wordCharacter.test(after)
  return !cutsFront && !cutsBack
}

/** Folded text cut at the words that have synonyms, the longest first; null when it has none, or is one itself. */
export function cutAtMembers(folded: string): { text: string; member: boolean }[] | null {
  const parts: { text: string; member: boolean }[] = []
  let plain = 0
  for (let start = 0; start < folded.length; ) {
    const word = (index().byFirst.get(folded.charAt(start)) ?? []).find(candidate => standsAt(folded, candidate, start))
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
