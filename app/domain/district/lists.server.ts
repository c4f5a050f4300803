import { z } from 'zod'
import { conflict, invalid, notFound } from '~/domain/kernel/errors'
import { command, query, type Context } from '~/domain/kernel/operation.server'
import * as repo from './lists-repo.server'
import type { Entry } from './lists-repo.server'
import { districtPolicy } from './policy'
import { addEntryInput, codeOfName, entryInput, renameEntryInput, type ListKind } from './schema'

/** Landing areas and themes with their codes, the retired ones too. */
export const readLists = query({
  name: 'district.read_lists',
  input: z.object({}),
  policy: districtPolicy.readSettings,
  run: async (context) => ({ area: await repo.entries(context.tx, 'area'), theme: await repo.entries(context.tx, 'theme') }),
})

/** The entry, with its list locked; null when there is none. */
async function load(context: Context, { kind, key }: { kind: ListKind; key: string }): Promise<Entry | null> {
  await repo.lockList(context.tx, kind)
  return (await repo.entries(context.tx, kind)).find((entry) => entry.key === key) ?? null
}

/** Two entries of one name could not be told apart in a form. */
async function assertNameFree(context: Context, kind: ListKind, names: { nameZh: string; nameEn: string }, key?: string) {
  const others = (await repo.entries(context.tx, kind)).filter((entry) => entry.key !== key)
  const taken = (['nameZh', 'nameEn'] as const).filter((name) => others.some((entry) => entry[name].toLowerCase() === names[name].toLowerCase()))
  if (taken.length > 0) throw invalid(...taken.map((path) => ({ path, message: { key: 'list.name_taken' as const } })))
}

/** Adds an area or a theme at the end of its list. Its code follows from the English name and never changes. */
export const addEntry = command({
  name: 'district.add_entry',
  input: addEntryInput,
  policy: districtPolicy.changeLists,
  run: async (context, { kind, nameZh, nameEn }) => {
    await repo.lockList(context.tx, kind)
    await assertNameFree(context, kind, { nameZh, nameEn })
    const key = codeOfName(nameEn)
    if (!key) throw invalid({ path: 'nameEn', message: { key: 'list.no_letters' } })
    const position = (await repo.entries(context.tx, kind)).length
    if (!(await repo.insertEntry(context.tx, kind, { key, nameZh, nameEn, position }))) throw invalid({ path: 'nameEn', message: { key: 'list.code_taken' } })
    await context.audit(`district.add_${kind}`, kind, key, { nameZh, nameEn })
    return { key }
  },
})

/** Renames an area or a theme everywhere at once. Throws a conflict when it was renamed meanwhile. */
export const renameEntry = command({
  name: 'district.rename_entry',
  input: renameEntryInput,
  load,
  policy: districtPolicy.changeLists,
  run: async (context, { kind, key, nameZh, nameEn, seenZh, seenEn }, before) => {
    if (before.nameZh !== seenZh || before.nameEn !== seenEn) throw conflict({ key: 'list.renamed_meanwhile', params: { name: before.nameZh } })
    await assertNameFree(context, kind, { nameZh, nameEn }, key)
    await repo.updateEntry(context.tx, before, { nameZh, nameEn })
    await context.audit(`district.rename_${kind}`, kind, key, { nameZh: { from: before.nameZh, to: nameZh }, nameEn: { from: before.nameEn, to: nameEn } })
  },
})

/** Takes an entry out of the forms; records that have it keep it. One of each list stays, since every scenario needs both. */
export const retireEntry = command({
  name: 'district.retire_entry',
  input: entryInput,
  load,
  policy: districtPolicy.changeLists,
  run: async (context, { kind, key }, before) => {
    if (!before.active) throw conflict({ key: 'list.retired_already' })
    const left = (await repo.entries(context.tx, kind)).filter((entry) => entry.active && entry.key !== key)
    if (left.length === 0) throw conflict({ key: 'list.last_one' })
    await repo.updateEntry(context.tx, before, { active: false })
    await context.audit(`district.retire_${kind}`, kind, key, { nameZh: before.nameZh })
  },
})

/** Brings a retired entry back into the forms. */
export const restoreEntry = command({
  name: 'district.restore_entry',
  input: entryInput,
  load,
  policy: districtPolicy.changeLists,
  run: async (context, { kind, key }, before) => {
    if (before.active) throw notFound()
    await repo.updateEntry(context.tx, before, { active: true })
    await context.audit(`district.restore_${kind}`, kind, key, { nameZh: before.nameZh })
  },
})
