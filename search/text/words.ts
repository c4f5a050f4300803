import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { fold } from './fold'

/** Groups of words that mean the same, short words with what they are also read as (`leads`), and words that a question has and a document's title has not. */
export type Words = { groups: string[][]; leads: [string, string[]][]; question: string[]; edge: string[]; hash: string }

/** The folder of the reviewed word lists: the same from the sources and from a bundle in a folder below the project. */
function wordsFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const found = path.join(folder, 'search', 'words')
    if (existsSync(found)) return found
    const above = path.dirname(folder)
    if (above === folder) throw new Error('The folder search/words with the synonyms is missing')
    folder = above
  }
}

function lines(name: string): string[] {
  const text = readFileSync(path.join(wordsFolder(), name), 'utf8')
  return text.split('\n').map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'))
}

const longestFirst = (a: string, b: string) => b.length - a.length

function load(): Words {
  const wordsOf = (text: string) => [...new Set(text.split('=').map(word => fold(word.trim())))]
  const synonyms = lines('synonyms.txt')
  const groups = synonyms.filter(line => !line.includes('>')).map(wordsOf)
  const leads = synonyms.filter(line => line.includes('>')).map((line): [string, string[]] => {
    const [from = '', to = ''] = line.split('>')
    return [fold(from.trim()), wordsOf(to)]
  })
  const question = lines('question.txt').map(fold).sort(longestFirst)
  const edge = lines('edge.txt').map(fold).sort(longestFirst)
  const hash = createHash('sha256').update(JSON.stringify([groups, leads, question, edge])).digest('hex').slice(0, 12)
  return { groups, leads, question, edge, hash }
}

let loaded: Words | undefined
/** The word lists, read once. Throws when their folder is missing. */
export function words(): Words {
  return (loaded ??= load())
}

/** A line that a district adds to the lists, or one of theirs that does not count there (`removed`); written as in the files, folded. */
export type OwnLine = { kind: 'synonym' | 'question' | 'edge'; line: string; removed: boolean }

let own: readonly OwnLine[] = []
let asked: Omit<Words, 'leads' | 'hash'> & { ownGroups: string[][]; isRemoved: (line: string) => boolean } | undefined

/** Makes a district's lines count in every question from now on. Documents stay as they are: their tokens are of the files alone. */
export function useOwnLines(lines: readonly OwnLine[]): void {
  own = lines
  asked = undefined
}

export const lineOf = (group: readonly string[]) => group.join(' = ')

/** The lists as questions read them: the files with the district's own lines. The same object until one of them changes. */
export function askedWords() {
  if (asked) return asked
  const of = (kind: OwnLine['kind'], removed: boolean) => own.filter(line => line.kind === kind && line.removed === removed).map(({ line }) => line)
  const base = words()
  const merged = (kind: 'question' | 'edge') => {
    const without = new Set(of(kind, true))
    return [...base[kind].filter(word => !without.has(word)), ...of(kind, false)].sort(longestFirst)
  }
  const removed = new Set(of('synonym', true))
  return (asked = {
    groups: base.groups.filter(group => !removed.has(lineOf(group))),
    ownGroups: of('synonym', false).map(line => line.split(' = ')),
    question: merged('question'),
    edge: merged('edge'),
    isRemoved: line => removed.has(line),
  })
}
