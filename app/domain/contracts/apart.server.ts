import { z } from 'zod'
import { integer } from '~/domain/kernel/fields'
import { grouped } from '~/domain/kernel/grouped'
import { conflict, invalid, stale } from '~/domain/kernel/errors'
import { command, query } from '~/domain/kernel/operation.server'
import { staffOnly } from '~/domain/kernel/policy'
import * as apart from './apart-repo.server'
import { loadLocked } from './draft.server'
import { likeness, type Likeness } from './duplicates'
import { contractPolicy } from './policy'
import * as repo from './repo.server'
import { mergeInput, reasonInput } from './schema'
import { rowOf, type ContractRow } from './view'

const pageSize = 20

export type Alike = { why: Likeness; pair: [ContractRow, ContractRow] }

const inOrder = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one])

/** Contracts that may be one and the same, the last signed first; without those that a reviewer has told apart. */
export const listAlike = query({
  name: 'contract.list_alike',
  input: z.object({ page: integer(1, 10_000).catch(1) }),
  policy: staffOnly,
  run: async (context, { page }) => {
    const told = await apart.keptApart(context.tx)
    const groups = grouped(await apart.contractsOfPairs(context.tx), ({ seller, buyer }) => `${seller} ${buyer}`)
    const found: { why: Likeness; ids: [string, string] }[] = []
    for (const group of groups.values()) {
      for (const [at, one] of group.entries()) {
        for (const other of group.slice(0, at)) {
          const why = likeness(one, other)
          if (why && !told.has(inOrder(one.id, other.id).join(' '))) found.push({ why, ids: [other.id, one.id] })
        }
      }
    }
    const shown = found.slice((page - 1) * pageSize, page * pageSize)
    const rows = new Map((await repo.findMany(context.tx, shown.flatMap(({ ids }) => ids))).map((record) => [record.id, rowOf(record)]))
    const pairs = shown.flatMap(({ why, ids: [one, other] }): Alike[] => {
      const [first, second] = [rows.get(one), rows.get(other)]
      return first && second ? [{ why, pair: [first, second] }] : []
    })
    return { page, pageSize, total: found.length, pairs }
  },
})

/** Says that two contracts which look alike are two: they are not listed again. */
export const keepContractsApart = command({
  name: 'contract.keep_apart',
  input: mergeInput,
  load: loadLocked,
  policy: contractPolicy.review,
  run: async (context, { into, reason }, { record }) => {
    const other = await repo.find(context.tx, into)
    if (!other || other.state === 'draft' || other.id === record.id) throw invalid({ path: 'into', message: { key: 'contract.merge_unknown' } })
    await apart.keepApart(context.tx, inOrder(record.id, other.id), { reason, actorId: context.actor.accountId, createdAt: context.now })
    await context.audit('contract.keep_apart', 'contract', record.id, { other: other.number ?? other.id, reason })
  },
})

/** Takes a merge back: the record counts again. */
export const unmergeContract = command({
  name: 'contract.unmerge',
  input: reasonInput,
  load: loadLocked,
  policy: contractPolicy.review,
  run: async (context, { reason }, { record }) => {
    if (!record.mergedIntoId) throw conflict({ key: 'contract.not_merged' })
    if (!(await repo.update(context.tx, record.id, record.version, { mergedIntoId: null }))) throw stale(record.version)
    await context.audit('contract.unmerge', 'contract', record.id, { from: record.mergedInto?.number ?? record.mergedIntoId, reason })
  },
})
