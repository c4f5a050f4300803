import { command, query, type Context } from '~/domain/kernel/operation.server'
import { idOfToken, signedToken } from '~/domain/kernel/signed-link.server'
import { savedSearchPolicy } from './policy'
import * as repo from './repo.server'
import { linkInput } from './schema'

/* The link that stops the mails of one saved search without a log-in. */

const purpose = 'saved-search:unsubscribe'

/** What a mail's link carries for a saved search: its id and the signature. */
export const unsubscribeToken = (id: string): string => signedToken(purpose, id)

/** The saved search that a link is for; null when none of our secrets signed it. */
export const searchOfToken = (token: string): string | null => idOfToken(purpose, token)

async function load(context: Context, { token }: { token: string }) {
  const id = searchOfToken(token)
  return { fits: id !== null, id: id ?? '', search: id ? await repo.findLocked(context.tx, id) : null }
}
type Link = Awaited<ReturnType<typeof load>>

/** `gone`: the search was deleted, so no mail comes of it either. */
const viewOf = ({ id, search }: Link) => ({ id, name: search?.name ?? '', gone: search === null, stopped: search === null || search.frequency === 'never' })

/** What a link of a mail would stop. Changes nothing: mail scanners open links too. Throws a 404 when the link was damaged. */
export const readUnsubscribe = query({ name: 'saved_search.read_link', input: linkInput, load, policy: savedSearchPolicy.unsubscribe, run: async (_context, _input, link) => viewOf(link) })

/** Stops the mails of the link's search, once and for all; the search itself stays. Throws a 404 when the link was damaged. */
export const unsubscribe = command({
  name: 'saved_search.unsubscribe',
  input: linkInput,
  load,
  policy: savedSearchPolicy.unsubscribe,
  run: async (context, _input, link) => {
    if (link.search && link.search.frequency !== 'never') await repo.update(context.tx, link.id, { frequency: 'never' })
    await context.audit(viewOf(link).stopped ? 'saved_search.unsubscribe_again' : 'saved_search.unsubscribe', 'saved_search', link.id)
  },
})
