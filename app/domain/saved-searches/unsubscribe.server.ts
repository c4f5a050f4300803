import { createHmac, timingSafeEqual } from 'node:crypto'
import { command, query, type Context } from '~/domain/kernel/operation.server'
import { env } from '~/env.server'
import { savedSearchPolicy } from './policy'
import * as repo from './repo.server'
import { linkInput } from './schema'

/*
 * The link that stops the mails of one saved search without a log-in. It is signed, so nothing of it is kept, and it holds
 * as long as the secret that signed it: a mail can be years old when its reader has had enough.
 */

function secrets(): string[] {
  const found = env().SESSION_SECRET
  if (!found) throw new Error('SESSION_SECRET is not set: the launcher makes one')
  return found
}

const signature = (id: string, secret: string) => createHmac('sha256', secret).update(`saved-search:unsubscribe:${id}`).digest('base64url')

/** What a mail's link carries for a saved search: its id and the signature. */
export function unsubscribeToken(id: string): string {
  const [newest = ''] = secrets()
  return `${id}.${signature(id, newest)}`
}

/** The saved search that a link is for; null when none of our secrets signed it. */
export function searchOfToken(token: string): string | null {
  const [, id, signed] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(token) ?? []
  if (!id || !signed) return null
  const fits = secrets().some((secret) => timingSafeEqual(Buffer.from(signature(id, secret)), Buffer.from(signed)))
  return fits ? id : null
}

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
