import type { Actor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { conflict } from '~/domain/kernel/errors'
import type { CallOptions } from '~/domain/kernel/operation.server'
import { readImport } from './read.server'
import * as repo from './repo.server'
import { checkImport, discardImport, receiveImport, startImport, writeImport } from './service.server'

export type CommandLine = { name: string; bytes: Uint8Array; dry: boolean; skipBad: boolean; onProgress: (step: 'checked' | 'written', value: number, total: number) => void }
export type Done = { written: number; known: number; /** The header and the rows that were not written. */ bad: string[][]; problems: { line: number; column: string; said: string }[] }

/** How often the progress of a step is looked at, in ms. */
const lookEvery = 200

async function watched<T>(id: string, step: 'checked' | 'written', total: number, onProgress: CommandLine['onProgress'], work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void repo.find(db(), id).then((batch) => batch && onProgress(step, batch.progress, total), () => {}), lookEvery)
  try {
    return await work
  } finally {
    clearInterval(timer)
    onProgress(step, total, total)
  }
}

/**
 * A whole import at the command line, by the very steps of the portal: received, checked, written where no row is bad (or the bad ones are to be
 * skipped). A dry run, and one that writes nothing, leaves nothing behind. Throws at `file` what is wrong with the file as a whole.
 */
export async function importFile(actor: Actor, { name, bytes, dry, skipBad, onProgress }: CommandLine, call: CallOptions & { now: Date }): Promise<Done> {
  const { id } = await receiveImport(actor, { name, bytes }, call)
  const batch = await repo.find(db(), id)
  const total = batch?.total ?? 0
  await watched(id, 'checked', total, onProgress, checkImport(id, call.now))
  const checked = await readImport(actor, { id }, call)
  const problems: Done['problems'] = []
  const bad = [batch?.headers ?? []]
  for (let page = 1; ; page++) {
    const { rows } = await readImport(actor, { id, show: 'bad', page }, call)
    for (const row of rows) problems.push(...row.problems.map(({ letter, column, said }) => ({ line: row.line, column: letter ?? column, said })))
    if (rows.length < checked.pageSize) break
  }
  bad.push(...(await repo.rowsIn(db(), id, ['bad'])).map(({ cells }) => cells))
  const { good = 0, known = 0 } = checked.counts
  if (dry || good === 0 || (problems.length > 0 && !skipBad)) {
    await discardImport(actor, { id }, call)
    return { written: 0, known, bad, problems }
  }
  await startImport(actor, { id, withoutBad: skipBad }, call)
  await watched(id, 'written', good, onProgress, writeImport(id, call.now))
  const after = await repo.find(db(), id)
  if (after?.state !== 'written') throw conflict({ key: 'import.moved_on' })
  return { written: after.progress, known, bad, problems }
}
