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
