import type { Account, Tx } from '#prisma/client'
import { invalid } from '~/domain/kernel/errors'
import type { Context } from '~/domain/kernel/operation.server'
import * as repo from './repo.server'
import { newToken, tokenHash } from './token.server'

/** How long the link of a new account sets its password. */
export const firstLinkHours = 24

/** For other areas: the account of an address (kept in small letters), or null. */
export function accountByEmail(tx: Tx, email: string): Promise<Account | null> {
  return repo.findAccountByEmail(tx, email)
}

/** Ends every session of an account at once, as at a change of its rights. */
export function endSessionsOf(tx: Tx, accountId: string): Promise<void> {
  return repo.deleteSessionsOf(tx, accountId)
}

/** Opens a confirmed account without a password, inside the caller's command, and answers the one-time token that sets it. Throws at `email` when the address is taken. */
export async function openAccountIn(context: Context, { email, name }: { email: string; name: string }): Promise<{ id: string; token: string }> {
  if (await repo.findAccountByEmail(context.tx, email)) throw invalid({ path: 'email', message: { key: 'account.taken', params: { email } } })
  const { id } = await repo.createAccount(context.tx, { email, name, passwordHash: null, locale: 'zh-CN', emailConfirmedAt: context.now })
  const token = newToken()
  await repo.createToken(context.tx, { tokenHash: tokenHash(token), accountId: id, purpose: 'reset_password', expiresAt: new Date(context.now.getTime() + firstLinkHours * 3_600_000) })
  return { id, token }
}
