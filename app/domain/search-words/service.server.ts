import { fold } from '#search/text/fold'
import { lineOf, words, type OwnLine } from '#search/text/words'
import { conflict, invalid, notFound } from '~/domain/kernel/errors'
import { command, query, type Context } from '~/domain/kernel/operation.server'
import { searchWordPolicy } from './policy'
import * as repo from './repo.server'
import { readLine } from './rules'
import { addLineInput, lineInput, listWordsInput, wordKinds, type WordKind } from './schema'

const shown = 50

/** The lines of the reviewed lists; those that lead one way are no district's to change and are left out. */
function listedLines(kind: WordKind): string[] {
  const { groups, question, edge } = words()
  return kind === 'synonym' ? groups.map(lineOf) : { question, edge }[kind]
}

export type WordLine = { kind: WordKind; line: string; origin: 'listed' | 'own' | 'removed' }

/** The lists with the district's own lines and those that it took out first; with `q` only lines that hold it. 50 at most, and how many there are. */
export const listWords = query({
  name: 'search_words.list',
  input: listWordsInput,
  policy: searchWordPolicy.read,
  run: async (context, { q }) => {
    const own = await repo.listOwn(context.tx)
    const changed = new Set(own.map(({ kind, line }) => `${kind} ${line}`))
    const all: WordLine[] = [
      ...own.map(({ kind, line, removed }) => ({ kind, line, origin: removed ? ('removed' as const) : ('own' as const) })),
      ...wordKinds.flatMap((kind) => listedLines(kind).filter((line) => !changed.has(`${kind} ${line}`)).map((line) => ({ kind, line, origin: 'listed' as const }))),
    ]
    const wanted = q === null ? null : fold(q)
    const found = wanted === null ? all : all.filter(({ line }) => line.includes(wanted))
    return { lines: found.slice(0, shown), total: found.length, all: all.length }
  },
})

/** The line that has a word already, where it counts: one word on two lines would say that both mean the same. */
function lineWith(word: string, kind: WordKind, own: OwnLine[]): string | undefined {
  const removed = new Set(own.filter((line) => line.kind === kind && line.removed).map(({ line }) => line))
  const counting = [...own.filter((line) => line.kind === kind && !line.removed).map(({ line }) => line), ...listedLines(kind).filter((line) => !removed.has(line))]
  return counting.find((line) => line.split(' = ').includes(word))
}

async function changed(context: Context, operation: string, { kind, line }: { kind: WordKind; line: string }): Promise<void> {
  await context.enqueue('search.words', {}, { key: 'search.words' })
  await context.audit(`search_words.${operation}`, 'search_words', kind, { line })
}

/** Adds a line to a list; it counts in the next question. Throws at the field where a word stands on another line already, and names that line. */
export const addLine = command({
  name: 'search_words.add',
  input: addLineInput,
  policy: searchWordPolicy.change,
  run: async (context, { kind, line: typed }) => {
    const read = readLine(kind, typed)
    if ('problem' in read) throw invalid({ path: 'line', message: read.problem })
    await repo.lockLines(context.tx)
    const own = await repo.listOwn(context.tx)
    for (const word of read.words) {
      const line = lineWith(word, kind, own)
      if (line !== undefined) throw invalid({ path: 'line', message: { key: 'words.on_a_line', params: { word, line } } })
    }
    // What was taken out and is typed again as it was counts again.
    const back = own.some((one) => one.kind === kind && one.line === read.line)
    if (back) await repo.deleteLine(context.tx, kind, read.line)
    else await repo.insertLine(context.tx, { kind, line: read.line, removed: false }, context.now)
    await changed(context, 'add', { kind, line: read.line })
  },
})

/** Takes a line out: one of the district's own is deleted, one of the reviewed lists does not count any more. */
export const removeLine = command({
  name: 'search_words.remove',
  input: lineInput,
  policy: searchWordPolicy.change,
  run: async (context, { kind, line }) => {
    await repo.lockLines(context.tx)
    const known = (await repo.listOwn(context.tx)).find((one) => one.kind === kind && one.line === line)
    if (known?.removed) throw conflict({ key: 'words.removed_already' })
    if (known) await repo.deleteLine(context.tx, kind, line)
    else if (listedLines(kind).includes(line)) await repo.insertLine(context.tx, { kind, line, removed: true }, context.now)
    else throw notFound()
    await changed(context, 'remove', { kind, line })
  },
})

/** Lets a line of the reviewed lists count again. Throws where one of its words stands on a line of the district's own by now. */
export const restoreLine = command({
  name: 'search_words.restore',
  input: lineInput,
  policy: searchWordPolicy.change,
  run: async (context, { kind, line }) => {
    await repo.lockLines(context.tx)
    const own = await repo.listOwn(context.tx)
    if (!own.some((one) => one.kind === kind && one.line === line && one.removed)) throw notFound()
    for (const word of line.split(' = ')) {
      const other = lineWith(word, kind, own)
      if (other !== undefined) throw conflict({ key: 'words.on_a_line', params: { word, line: other } })
    }
    await repo.deleteLine(context.tx, kind, line)
    await changed(context, 'restore', { kind, line })
  },
})
