import type { Account, Tx } from '#prisma/client'
import * as repo from './repo.server'

/** For other areas: the account of an address (kept in small letters), or null. */
export function accountByEmail(tx: Tx, email: string): Promise<Account | null> {
  return repo.findAccountByEmail(tx, email)
}

/** Ends every session of an account at once, as at a change of its rights. */
export function endSessionsOf(tx: Tx, accountId: string): Promise<void> {
  return repo.deleteSessionsOf(tx, accountId)
}
