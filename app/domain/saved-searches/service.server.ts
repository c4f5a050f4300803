import { z } from 'zod'
import type { SavedSearch } from '#prisma/client'
import { isSignedIn, type Actor } from '~/domain/kernel/actor'
import { conflict, signIn, stale } from '~/domain/kernel/errors'
import { command, query, type Context } from '~/domain/kernel/operation.server'
import { savedSearchPolicy } from './policy'
import * as repo from './repo.server'
import { longestQuery, mostSearches, nextRun } from './rules'
import { changeInput, idInput, queryInput, saveInput } from './schema'

const load = (context: Context, { id }: { id: string }) => repo.findLocked(context.tx, id)

function viewOf({ id, name, query, frequency, mailedAt, mailedCount, version, createdAt }: SavedSearch, now: Date) {
  return { id, name, query, frequency, version, createdAt: createdAt.toISOString(), mailedAt: mailedAt?.toISOString() ?? null, mailedCount, next: nextRun(frequency, now)?.toISOString() ?? null }
}
export type SavedSearchView = ReturnType<typeof viewOf>

function ownerOf(actor: Actor): string {
  if (!isSignedIn(actor)) throw signIn()
  return actor.accountId
}

/**
 * Keeps a search under a name. Saved twice it is one, with the name and the frequency of the later. Throws a conflict when the account has as
 * many as it may, or when the search has too many words to be kept.
 */
export const saveSearch = command({
  name: 'saved_search.save',
  input: saveInput,
  policy: savedSearchPolicy.save,
  run: async (context, { name, frequency, query }) => {
    const accountId = ownerOf(context.actor)
    if (query.length > longestQuery) throw conflict({ key: 'saved.too_long' })
    await repo.lockAccount(context.tx, accountId)
    const known = await repo.findByQuery(context.tx, accountId, query)
    if (known) return rewrite(context, known, { name, frequency })
    if ((await repo.countOf(context.tx, accountId)) >= mostSearches) throw conflict({ key: 'saved.too_many', params: { max: mostSearches } })
    const { id } = await repo.insert(context.tx, { accountId, name, query, frequency, startedAt: context.now, createdAt: context.now })
    await context.audit('saved_search.save', 'saved_search', id, { frequency })
  },
})

/** Turned on again, a search begins anew: what was posted meanwhile is not mailed in a heap. */
async function rewrite(context: Context, search: SavedSearch, { name, frequency }: Pick<SavedSearch, 'name' | 'frequency'>) {
  const begins = search.frequency === 'never' && frequency !== 'never'
  await repo.update(context.tx, search.id, { name, frequency, ...(begins && { startedAt: context.now }) })
  await context.audit('saved_search.update', 'saved_search', search.id, { frequency })
}

/** The searches that the actor saved, the latest first. */
export const listSearches = query({
  name: 'saved_search.list',
  input: z.object({}),
  policy: savedSearchPolicy.list,
  run: async (context) => (await repo.listOf(context.tx, ownerOf(context.actor))).map((row) => viewOf(row, context.now)),
})

/** The actor's saved search of a canonical query; null when it is none of theirs. */
export const savedSearchOf = query({
  name: 'saved_search.find',
  input: queryInput,
  policy: savedSearchPolicy.list,
  run: async (context, input) => {
    const found = await repo.findByQuery(context.tx, ownerOf(context.actor), input.query)
    return found && viewOf(found, context.now)
  },
})

export const readSearch = query({
  name: 'saved_search.read',
  input: idInput,
  load: (context, { id }) => repo.find(context.tx, id),
  policy: savedSearchPolicy.read,
  run: async (context, _input, search) => viewOf(search, context.now),
})

/** Changes the name and how often it is mailed. Throws a conflict when it was changed meanwhile. */
export const changeSearch = command({
  name: 'saved_search.change',
  input: changeInput,
  load,
  policy: savedSearchPolicy.change,
  run: async (context, { version, name, frequency }, search) => {
    if (search.version !== version) throw stale(search.version)
    await rewrite(context, search, { name, frequency })
  },
})

/** Forgets a search, and answers its query, so that it can be saved again. */
export const removeSearch = command({
  name: 'saved_search.remove',
  input: idInput,
  load,
  policy: savedSearchPolicy.remove,
  run: async (context, _input, search) => {
    await repo.remove(context.tx, search.id)
    await context.audit('saved_search.remove', 'saved_search', search.id)
    return { query: search.query }
  },
})
