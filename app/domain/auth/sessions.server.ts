import { z } from 'zod'
import { isSignedIn } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { invalid, notFound, signIn as signInFirst } from '~/domain/kernel/errors'
import { command, query, type Context } from '~/domain/kernel/operation.server'
import { forgetTries, takeTry } from './limits.server'
import { authPolicy } from './policy'
import * as repo from './repo.server'
import { changePasswordInput, endSessionInput } from './schema'
import { hashPassword, newToken, passwordFits, tokenHash } from './token.server'

/** A session is named to its owner by the beginning of its hash, which opens nothing. */
const nameOf = (hash: string) => hash.slice(0, 16)

function ownId(context: Context): string {
  if (!isSignedIn(context.actor)) throw signInFirst()
  return context.actor.accountId
}

/** Where the actor is signed in; `token` is the cookie's, to tell which one is this browser. */
export const listSessions = query({
  name: 'auth.list_sessions',
  input: z.object({ token: z.string().nullable() }),
  policy: authPolicy.own,
  run: async (context, { token }) => {
    const current = token ? tokenHash(token) : null
    const rows = await repo.sessionsOf(context.tx, ownId(context), context.now)
    return rows.map((row) => ({ id: nameOf(row.tokenHash), current: row.tokenHash === current, userAgent: row.userAgent, since: row.createdAt.toISOString(), seenAt: row.seenAt.toISOString(), until: row.expiresAt.toISOString() }))
  },
})

/** Ends one session of one's own. */
export const endSession = command({
  name: 'auth.end_session',
  input: endSessionInput,
  policy: authPolicy.own,
  run: async (context, { session }) => {
    const accountId = ownId(context)
    const found = (await repo.sessionsOf(context.tx, accountId, context.now)).find((row) => nameOf(row.tokenHash) === session)
    if (!found) throw notFound()
    await repo.deleteSession(context.tx, found.tokenHash)
    await context.audit('auth.end_session', 'account', accountId)
  },
})

/** Signs out everywhere, this browser too. */
export const endAllSessions = command({
  name: 'auth.end_all_sessions',
  input: z.object({}),
  policy: authPolicy.own,
  run: async (context) => {
    const accountId = ownId(context)
    await repo.deleteSessionsOf(context.tx, accountId)
    await context.audit('auth.end_all_sessions', 'account', accountId)
  },
})

/**
 * Changes the password after the present one was typed right, ends every session, and opens a new one for this browser. Wrong ones count as
 * at log-in. Answers the new session's token and its remaining seconds.
 */
export async function changePassword(...[actor, raw, options]: Parameters<typeof change>): Promise<{ token: string; maxAgeSeconds: number }> {
  const key = `change:${actor.accountId}`
  await takeTry('account', key)
  const changed = await change(actor, raw, options)
  if (!changed) throw invalid({ path: 'current', message: { key: 'password.current_wrong' } })
  await forgetTries('account', key)
  return changed
}

const change = command({
  name: 'auth.change_password',
  input: changePasswordInput,
  policy: authPolicy.own,
  run: async (context, { current, password, token }) => {
    const accountId = ownId(context)
    const account = await repo.findAccount(context.tx, accountId)
    if (!(await passwordFits(account?.passwordHash, current))) {
      await context.audit('auth.change_password_wrong', 'account', accountId)
      return null
    }
    await repo.setPassword(context.tx, accountId, await hashPassword(password))
    const opened = await replaceSessions(context, accountId, token)
    await context.audit('auth.change_password', 'account', accountId)
    return opened
  },
})

async function replaceSessions(context: Context, accountId: string, oldToken: string | null) {
  const old = oldToken ? await repo.findSession(context.tx, tokenHash(oldToken)) : null
  const expiresAt = old?.expiresAt ?? new Date(context.now.getTime() + 12 * 3_600_000)
  await repo.deleteSessionsOf(context.tx, accountId)
  const token = newToken()
  await repo.createSession(context.tx, { tokenHash: tokenHash(token), accountId, expiresAt, userAgent: old?.userAgent ?? null, now: context.now })
  return { token, maxAgeSeconds: Math.max(60, Math.floor((expiresAt.getTime() - context.now.getTime()) / 1000)) }
}

/** A fresh token for the same session, after its account gained a right by itself (session fixation); null when it is over. */
export async function renewSession(token: string | null, now: Date): Promise<{ token: string; maxAgeSeconds: number } | null> {
  const old = token ? await repo.findSession(db(), tokenHash(token)) : null
  if (!old || old.expiresAt <= now) return null
  const fresh = newToken()
  await repo.renameSession(db(), old.tokenHash, tokenHash(fresh))
  return { token: fresh, maxAgeSeconds: Math.max(60, Math.floor((old.expiresAt.getTime() - now.getTime()) / 1000)) }
}
