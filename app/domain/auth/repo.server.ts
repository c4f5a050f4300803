import type { Account, AccountTokenKind, Tx } from '#prisma/client'
import type { Actor } from '~/domain/kernel/actor'
import type { Locale } from '~/i18n'

const actorShape = {
  memberships: { include: { organisation: { select: { id: true, name: true, kind: true, verification: true } } }, orderBy: { createdAt: 'asc' } },
  person: { select: { id: true } },
  broker: { select: { id: true, state: true, validUntil: true } },
} as const

export function findAccountByEmail(tx: Tx, email: string) {
  return tx.account.findUnique({ where: { email } })
}

export function findAccount(tx: Tx, id: string) {
  return tx.account.findUnique({ where: { id } })
}

export async function createAccount(tx: Tx, account: { email: string; name: string; passwordHash: string | null; locale: Locale; emailConfirmedAt?: Date }): Promise<Account> {
  return tx.account.create({ data: account })
}

/** The actor of an account with everything that policies ask about; null when it is gone or disabled. */
export async function findActor(tx: Tx, accountId: string, now: Date): Promise<Actor | null> {
  const account = await tx.account.findUnique({ where: { id: accountId }, include: actorShape })
  if (!account || account.disabledAt) return null
  return {
    kind: 'account',
    accountId: account.id,
    name: account.name,
    email: account.email,
    locale: account.locale === 'en' ? 'en' : 'zh-CN',
    memberships: account.memberships.map(({ organisation, role, manager }) => ({
      organisationId: organisation.id,
      organisationName: organisation.name,
      kind: organisation.kind,
      verified: organisation.verification === 'verified',
      role,
      manager,
    })),
    personId: account.person?.id ?? null,
    brokerId: account.broker?.id ?? null,
    brokerActive: account.broker?.state === 'active' && account.broker.validUntil >= new Date(now.getTime() - 86_400_000),
  }
}

export async function createSession(tx: Tx, session: { tokenHash: string; accountId: string; expiresAt: Date; userAgent: string | null; now: Date }) {
  const { now, ...row } = session
  await tx.session.create({ data: { ...row, createdAt: now, seenAt: now } })
}

export function findSession(tx: Tx, tokenHash: string) {
  return tx.session.findUnique({ where: { tokenHash } })
}

export async function touchSession(tx: Tx, tokenHash: string, now: Date) {
  await tx.session.updateMany({ where: { tokenHash }, data: { seenAt: now } })
}

export async function deleteSession(tx: Tx, tokenHash: string) {
  await tx.session.deleteMany({ where: { tokenHash } })
}

export async function deleteSessionsOf(tx: Tx, accountId: string) {
  await tx.session.deleteMany({ where: { accountId } })
}

export async function createToken(tx: Tx, token: { tokenHash: string; accountId: string; purpose: AccountTokenKind; expiresAt: Date }) {
  await tx.accountToken.create({ data: token })
}

/** Uses a one-time link up; null when it is unknown, used or too old. */
export async function useToken(tx: Tx, tokenHash: string, purpose: AccountTokenKind, now: Date) {
  const { count } = await tx.accountToken.updateMany({ where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } })
  return count === 1 ? tx.accountToken.findUnique({ where: { tokenHash }, include: { account: true } }) : null
}

export async function setPassword(tx: Tx, accountId: string, passwordHash: string) {
  await tx.account.update({ where: { id: accountId }, data: { passwordHash, version: { increment: 1 } } })
}

export async function confirmAddress(tx: Tx, accountId: string, now: Date) {
  await tx.account.updateMany({ where: { id: accountId, emailConfirmedAt: null }, data: { emailConfirmedAt: now } })
}

/** Sessions that are not over, the one seen last first. */
export function sessionsOf(tx: Tx, accountId: string, now: Date) {
  return tx.session.findMany({ where: { accountId, expiresAt: { gt: now } }, orderBy: { seenAt: 'desc' } })
}

export async function renameSession(tx: Tx, tokenHash: string, fresh: string) {
  await tx.session.updateMany({ where: { tokenHash }, data: { tokenHash: fresh } })
}
