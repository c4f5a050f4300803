import { createMail } from '~/domain/notifications/service.server'
import type { Actor } from '~/domain/kernel/actor'
import { visitor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { conflict, invalid } from '~/domain/kernel/errors'
import { command } from '~/domain/kernel/operation.server'
import { issueErrors } from '~/domain/kernel/issues'
import { DomainError } from '~/domain/kernel/errors'
import { forgetTries, giveBack, takeTry } from './limits.server'
import { authPolicy } from './policy'
import * as repo from './repo.server'
import { registerInput, resetInput, resetRequestInput, signInInput, tokenInput } from './schema'
import { hashPassword, newToken, passwordFits, tokenHash } from './token.server'

const hour = 3_600_000
const sessionHours = { short: 12, long: 24 * 14 }
/** A session is noted as seen at most this often, so that reading pages does not write rows. */
const seenEvery = 5 * 60_000

/**
 * Opens an account and mails a link that confirms the address. An address that is taken gets a mail that says so and the
 * same answer, so that nobody learns who has an account. Returns nothing.
 */
export const register = command({
  name: 'auth.register',
  input: registerInput,
  policy: authPolicy.register,
  run: async (context, input) => {
    const taken = await repo.findAccountByEmail(context.tx, input.email)
    const passwordHash = await hashPassword(input.password)
    if (taken) {
      await createMail(context, { key: `register-taken:${taken.id}:${context.now.getTime()}`, template: 'address_taken', recipient: input.email, locale: context.actor.locale, data: { name: taken.name } })
      return context.audit('auth.register_again', 'account', taken.id)
    }
    const account = await repo.createAccount(context.tx, { email: input.email, name: input.name, passwordHash, locale: context.actor.locale })
    const token = newToken()
    await repo.createToken(context.tx, { tokenHash: tokenHash(token), accountId: account.id, purpose: 'confirm_email', expiresAt: new Date(context.now.getTime() + 48 * hour) })
    await createMail(context, { key: `confirm:${account.id}:${tokenHash(token).slice(0, 12)}`, template: 'confirm_address', recipient: input.email, locale: context.actor.locale, data: { name: input.name, token } })
    await context.audit('auth.register', 'account', account.id)
  },
})

/** Confirms an address by its link. Throws a conflict when the link is used or older than 48 hours. */
export const confirmEmail = command({
  name: 'auth.confirm',
  input: tokenInput,
  policy: authPolicy.confirm,
  run: async (context, input) => {
    const token = await repo.useToken(context.tx, tokenHash(input.token), 'confirm_email', context.now)
    if (!token) throw conflict({ key: 'confirm.link_spent' })
    await repo.confirmAddress(context.tx, token.accountId, context.now)
    await context.audit('auth.confirm', 'account', token.accountId)
  },
})

/** Mails a link that sets a new password, if there is such an account; the answer is the same if not. */
export const requestReset = command({
  name: 'auth.request_reset',
  input: resetRequestInput,
  policy: authPolicy.requestReset,
  run: async (context, input) => {
    const account = await repo.findAccountByEmail(context.tx, input.email)
    if (!account || account.disabledAt) return context.audit('auth.request_reset_unknown', 'account', 'unknown')
    const token = newToken()
    await repo.createToken(context.tx, { tokenHash: tokenHash(token), accountId: account.id, purpose: 'reset_password', expiresAt: new Date(context.now.getTime() + hour) })
    await createMail(context, { key: `reset:${account.id}:${tokenHash(token).slice(0, 12)}`, template: 'reset_password', recipient: account.email, locale: account.locale === 'en' ? 'en' : 'zh-CN', data: { name: account.name, token } })
    await context.audit('auth.request_reset', 'account', account.id)
  },
})

/** Sets a new password by its link and ends every session of the account. Throws a conflict when the link is used or older than an hour. */
export const resetPassword = command({
  name: 'auth.reset',
  input: resetInput,
  policy: authPolicy.reset,
  run: async (context, input) => {
    const token = await repo.useToken(context.tx, tokenHash(input.token), 'reset_password', context.now)
    if (!token) throw conflict({ key: 'reset.link_spent' })
    await repo.setPassword(context.tx, token.accountId, await hashPassword(input.password))
    await repo.confirmAddress(context.tx, token.accountId, context.now)
    await repo.deleteSessionsOf(context.tx, token.accountId)
    await context.audit('auth.reset', 'account', token.accountId)
  },
})

export type SignedIn = { token: string; maxAgeSeconds: number }

/**
 * Checks address and password and opens a session with a fresh token. Wrong ones count against the account and the
 * sender's address; too many lock both for ten minutes (quality.md). The answer to an unknown account takes as long.
 */
export async function signIn(raw: unknown, from: { address: string; userAgent: string | null; now: Date; oldToken?: string | null }): Promise<SignedIn> {
  const parsed = signInInput.safeParse(raw)
  if (!parsed.success) throw new DomainError('invalid', { key: 'error.invalid' }, issueErrors(parsed.error))
  const { email, password, remember } = parsed.data
  await takeTry('address', from.address)
  await takeTry('account', email)
  const account = await repo.findAccountByEmail(db(), email)
  const fits = await passwordFits(account?.passwordHash, password)
  if (!account || !fits || account.disabledAt) throw invalid({ path: 'password', message: { key: 'login.wrong' } })
  await giveBack('address', from.address)
  if (!account.emailConfirmedAt) throw invalid({ path: 'email', message: { key: 'login.unconfirmed' } })
  await forgetTries('account', email)
  const token = newToken()
  const hours = remember ? sessionHours.long : sessionHours.short
  if (from.oldToken) await repo.deleteSession(db(), tokenHash(from.oldToken))
  await repo.createSession(db(), { tokenHash: tokenHash(token), accountId: account.id, expiresAt: new Date(from.now.getTime() + hours * hour), userAgent: from.userAgent?.slice(0, 200) ?? null, now: from.now })
  return { token, maxAgeSeconds: hours * 3600 }
}

/** Ends the session at once. */
export async function signOut(token: string): Promise<void> {
  await repo.deleteSession(db(), tokenHash(token))
}

/** Who the cookie's token belongs to; a visitor when there is no such session, it is over, or the account was disabled. */
export async function actorOfSession(token: string | null, now: Date): Promise<Actor> {
  if (!token) return visitor
  const session = await repo.findSession(db(), tokenHash(token))
  if (!session || session.expiresAt <= now) return visitor
  if (now.getTime() - session.seenAt.getTime() > seenEvery) await repo.touchSession(db(), session.tokenHash, now)
  return (await repo.findActor(db(), session.accountId, now)) ?? visitor
}

/** The account that a job or a command acts for; null when it is gone or disabled. */
export function actorOfAccount(accountId: string, now: Date): Promise<Actor | null> {
  return repo.findActor(db(), accountId, now)
}

/** The same by address, for a command. */
export async function actorOfEmail(email: string, now: Date): Promise<Actor | null> {
  const account = await repo.findAccountByEmail(db(), email)
  return account && repo.findActor(db(), account.id, now)
}

export { takeTry }
