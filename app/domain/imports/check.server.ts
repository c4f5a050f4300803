import { resolveImported, type ImportedLine, type Resolved } from '~/domain/contracts/import.server'
import type { Context } from '~/domain/kernel/operation.server'
import { pauses } from '~/domain/kernel/pauses'
import type { Words } from './cells'
import type { Mapping } from './header'
import type { RowChange, RowRecord } from './repo.server'
import { keyOf, readRow, type Read } from './rows'

/** The lines that say all that a contract needs, and what the others lack. */
export async function readLines(rows: readonly Pick<RowRecord, 'line' | 'cells'>[], mapping: Mapping, words: Words, onRead: (count: number) => Promise<void> = async () => {}): Promise<{ lines: ImportedLine[]; bad: Map<number, Read['problems']> }> {
  const pause = pauses()
  const lines: ImportedLine[] = []
  const bad = new Map<number, Read['problems']>()
  for (const [at, { line, cells }] of rows.entries()) {
    await pause()
    const { fields, problems } = readRow(cells, mapping, words)
    if (fields) lines.push({ line, key: keyOf(fields), fields })
    else bad.set(line, problems)
    if ((at + 1) % 500 === 0) await onRead(at + 1)
  }
  return { lines, bad }
}

function stateOf({ problems, known }: Pick<Resolved, 'problems' | 'known'>): RowChange['state'] {
  return known !== null ? 'known' : problems.length > 0 ? 'bad' : 'good'
}

/** What became of each row: good, bad with its problems, or known to the register already; and what it may be the same as. */
export async function checkRows(context: Pick<Context, 'tx' | 'now'>, rows: readonly Pick<RowRecord, 'line' | 'cells'>[], mapping: Mapping, words: Words, onRead?: (count: number) => Promise<void>): Promise<RowChange[]> {
  const { lines, bad } = await readLines(rows, mapping, words, onRead)
  const resolved = await resolveImported(context, lines)
  const unread = [...bad].map(([line, problems]): RowChange => ({ line, state: 'bad', problems, notes: [] }))
  return [...unread, ...resolved.map(({ line, problems, known, twins }): RowChange => ({ line, state: stateOf({ problems, known }), problems: known === null ? problems : [], notes: known === null ? twins : [{ why: 'known', number: known, line: null }] }))]
}
