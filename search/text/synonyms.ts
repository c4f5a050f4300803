import { classToken } from './tokens'
import { words } from './words'

/** Words that stand for each other: whoever asks for one of `asked` finds what has any of `words`, by the token. */
type Class = { token: string; asked: string[]; words: string[] }
type Index = { of: Map<string, Class>; holding: Map<string, Class[]>; byBeginning: Map<string, string[]> }

function build(): Index {
  const { groups, leads } = words()
  const groupOf = new Map(groups.flatMap(group => group.map((word): [string, string[]] => [word, group])))
  const ofGroups = groups.map((group): Class => ({ token: classToken([...group].sort().join('=')), asked: group, words: group }))
  const ofLeads = leads.map(([from, to]): Class => {
    const all = [...new Set([from, ...to, ...to.flatMap(word => groupOf.get(word) ?? [])])]
    return { token: classToken(`${from}>`), asked: [from], words: all }
  })
  const of = new Map<string, Class>()
  const holding = new Map<string, Class[]>()
  for (const one of [...ofGroups, ...ofLeads]) {
    for (const word of one.asked) of.set(word, one)
    for (const word of one.words) holding.set(word, [...(holding.get(word) ?? []), one])
  }
  const byBeginning = new Map<string, string[]>()
  for (const word of [...holding.keys()].sort((a, b) => b.length - a.length)) {
    const beginning = word.slice(0, 2)
    const list = byBeginning.get(beginning)
    if (list) list.push(word)
    else byBeginning.set(beginning, [word])
  }
  return { of, holding, byBeginning }
}

let built: Index | undefined
const index = () => (built ??= build())

/** The other words of the field that this folded word is also looked for by; empty when it has none. */
export function synonymsOf(word: string): string[] {
  return index().of.get(word)?.words.filter(other => other !== word) ?? []
}

/** The token by which a word is found together with its synonyms; null when it has none. */
export function synonymToken(word: string): string | null {
  return index().of.get(word)?.token ?? null
}

/** Every word that has a synonym, with its synonyms. */
export function allSynonyms(): [string, string[]][] {
  return [...index().of.keys()].map(word => [word, synonymsOf(word)])
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

/** Tokens of all the words in folded text that have synonyms, also of those inside one another. */
export function synonymTokensIn(folded: string): Set<string> {
  const found = new Set<string>()
  for (let start = 0; start < folded.length; start++) {
    for (const word of standingAt(folded, start)) for (const { token } of index().holding.get(word) ?? []) found.add(token)
  }
  return found
}

/** Folded text cut at the words that have synonyms, the longest first; null when it has none, or is one itself. */
export function cutAtMembers(folded: string): { text: string; member: boolean }[] | null {
  const parts: { text: string; member: boolean }[] = []
  let plain = 0
  for (let start = 0; start < folded.length; ) {
    const word = standingAt(folded, start).find(candidate => index().of.has(candidate))
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
