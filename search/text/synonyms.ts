import { memberToken, ownToken, phraseTokens } from './tokens'
import { runsOf } from './units'
import { askedWords, lineOf, words } from './words'

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

type Own = { from: unknown; others: Map<string, string[]>; dropped: Set<string> }
let own: Own | undefined

/** What the district's own lines say: other words for a word, and words whose line of the files does not count. */
function ownLines(): Own {
  const from = askedWords()
  if (own?.from === from) return own
  const others = new Map<string, string[]>()
  for (const group of from.ownGroups) for (const word of group) others.set(word, [...new Set([...(others.get(word) ?? []), ...group.filter(other => other !== word)])])
  const dropped = new Set(words().groups.filter(group => from.isRemoved(lineOf(group))).flat())
  return (own = { from, others, dropped })
}

/** Other words of the files for a word, where their line counts. */
const listed = (word: string) => (ownLines().dropped.has(word) ? [] : (index().others.get(word) ?? []))

/** The other words of the field that this folded word is also looked for by; empty when it has none. */
export function synonymsOf(word: string): string[] {
  const added = ownLines().others.get(word) ?? []
  return added.length === 0 ? listed(word) : [...new Set([...listed(word), ...added, ...added.flatMap(listed)])].filter(other => other !== word)
}

/** What asks Meilisearch for a word with its synonyms; null when it has none. */
export function synonymWord(word: string): string | null {
  if (ownLines().others.has(word)) return ownToken(word)
  return listed(word).length > 0 ? `"${memberToken(word)}"` : null
}

const phraseOf = (word: string) => runsOf(word).flatMap(phraseTokens).join(' ')

/**
 * The district's own synonyms as Meilisearch's setting: a token that no document holds stands for the phrase of each word, and for
 * the token of its line in the files. A change takes hold at once and makes no document anew; a few hundred cost nothing to ask.
 */
export function ownSynonymSetting(): Record<string, string[]> {
  return Object.fromEntries([...ownLines().others].map(([word, others]) => {
    const all = [word, ...others]
    return [ownToken(word), [...all.map(phraseOf), ...all.filter(one => listed(one).length > 0).map(memberToken)]]
  }))
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

const han = /\p{Script=Han}/u

/** Folded text cut at the words that have Chinese synonyms, the longest first, never the whole of it; null when it has none. */
export function cutAtMembers(folded: string): { text: string; member: boolean }[] | null {
  const parts: { text: string; member: boolean }[] = []
  let plain = 0
  for (let start = 0; start < folded.length; ) {
    const word = standingAt(folded, start).find(candidate => candidate !== folded && listed(candidate).some(other => han.test(other)))
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
