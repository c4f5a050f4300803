import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { words } from '#search/text/words'
import { foldWithMap } from '#search/text/fold'
import type { MessageKey } from '~/i18n'
import { codeOf } from './codes'

/**
 * The fields of technology in the words of their texts (`words/fields.txt`): sectors, in them fields, in these subjects, each with
 * its words. `of` names the subjects of a word, `ofCode` those of a word's code; `fieldOf` and `sectorOf` lead upwards, by number; `lengths`
 * are those of the words that begin with a character, the longest first. `mark` names the words: another list finds other ones in a text.
 */
export type Lexicon = { of: ReadonlyMap<string, readonly number[]>; ofCode: ReadonlyMap<number, readonly number[]>; mark: string; subjects: number; fieldOf: readonly number[]; sectorOf: readonly number[]; fields: readonly FieldKey[]; sectors: readonly SectorKey[]; lengths: ReadonlyMap<string, readonly number[]> }
/** What two texts of one field or sector are said to be about. */
export type FieldKey = Extract<MessageKey, `match.subject.field.${string}`>
export type SectorKey = Extract<MessageKey, `match.subject.sector.${string}`>

const name = path.join('app', 'domain', 'matching', 'words', 'fields.txt')

/** The same file from the sources and from a bundle in a folder below the project. */
function fileOfFields(): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    const found = path.join(folder, name)
    if (existsSync(found)) return found
    if (path.dirname(folder) === folder) throw new Error(`The file ${name} is missing`)
  }
}

let mark: string | undefined

/** Changes with any word of the lexicon or of the portal's synonyms. */
export function lexiconMark(): string {
  return (mark ??= createHash('sha256').update(readFileSync(fileOfFields(), 'utf8') + words().hash).digest('hex').slice(0, 8))
}

const keyIn = (line: string) => line.split(' ')[1] ?? ''

function lengthsOf(words: Iterable<string>): Map<string, number[]> {
  const lengths = new Map<string, Set<number>>()
  for (const word of words) lengths.set(word.charAt(0), (lengths.get(word.charAt(0)) ?? new Set<number>()).add(word.length))
  return new Map([...lengths].map(([first, all]) => [first, [...all].sort((one, other) => other - one)]))
}

/** A word that means the same as one of the lexicon (the portal's reviewed synonyms) is about the same subjects. */
function addSynonyms(of: Map<string, number[]>): void {
  for (const group of words().groups) {
    const known = [...new Set(group.flatMap((word) => of.get(word) ?? []))]
    if (known.length === 0 || known.length > 3) continue
    for (const word of group) if (!of.has(word)) of.set(word, known)
  }
}

function load(): Lexicon {
  const of = new Map<string, number[]>()
  const [fieldOf, sectorOf, fields, sectors]: [number[], number[], FieldKey[], SectorKey[]] = [[], [], [], []]
  for (const line of readFileSync(fileOfFields(), 'utf8').split('\n').map((text) => text.trim())) {
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('== ')) sectors.push(`match.subject.sector.${keyIn(line)}` as SectorKey)
    else if (line.startsWith('-- ')) {
      fields.push(`match.subject.field.${keyIn(line)}` as FieldKey)
      sectorOf.push(sectors.length - 1)
    } else {
      for (const word of new Set(line.split(/\s+/).map((one) => foldWithMap(one).text))) of.set(word, [...(of.get(word) ?? []), fieldOf.length])
      fieldOf.push(fields.length - 1)
    }
  }
  addSynonyms(of)
  const mark = createHash('sha256').update([...of.keys()].sort().join()).digest('hex').slice(0, 8)
  return { of, ofCode: new Map([...of].map(([word, its]) => [codeOf(word), its])), mark, subjects: fieldOf.length, fieldOf, sectorOf, fields, sectors, lengths: lengthsOf(of.keys()) }
}

let loaded: Lexicon | undefined

/** Read when it is first asked for, then kept. */
export const lexicon = (): Lexicon => (loaded ??= load())

const inLatin = /[a-z0-9]/

/** The words of the lexicon in a folded text, the longest at each place; none inside another, none that begins or ends in a Latin word. */
export function fieldWordsOf(folded: string): string[] {
  const { of, lengths } = lexicon()
  const found: string[] = []
  let end = 0
  for (let start = 0; start < folded.length; start++) {
    for (const length of lengths.get(folded.charAt(start)) ?? []) {
      if (start + length > folded.length) continue
      const word = folded.slice(start, start + length)
      if (!of.has(word)) continue
      const cut = (inLatin.test(word[0] ?? '') && inLatin.test(folded[start - 1] ?? '')) || (inLatin.test(word.at(-1) ?? '') && inLatin.test(folded[start + length] ?? ''))
      if (cut) continue
      if (start + length > end) {
        found.push(word)
        end = start + length
      }
      break
    }
  }
  return found
}
