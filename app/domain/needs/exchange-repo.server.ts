import type { AccessState, Tx } from '#prisma/client'
import { isUuid } from '~/domain/kernel/uuid'

/** Questions of a need, the newest first. `askerId` is for the mail of the answer and the asker's own view; it is shown to nobody. */
export function questions(tx: Tx, needId: string) {
  return tx.needQuestion.findMany({ where: { needId }, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }] })
}

export async function findQuestion(tx: Tx, needId: string, id: string) {
  if (!isUuid(id)) return null
  return tx.needQuestion.findUnique({ where: { id, needId } })
}

/** The same question by the same person that still waits: the form was sent twice. */
export function findSameQuestion(tx: Tx, needId: string, askerId: string, question: string) {
  return tx.needQuestion.findFirst({ where: { needId, askerId, question, answer: null }, select: { id: true } })
}

export function insertQuestion(tx: Tx, question: { needId: string; askerId: string; question: string; askedAt: Date }) {
  return tx.needQuestion.create({ data: question, select: { id: true } })
}

export async function writeAnswer(tx: Tx, id: string, answer: string, answeredAt: Date): Promise<void> {
  await tx.needQuestion.update({ where: { id }, data: { answer, answeredAt } })
}

export function accessOf(tx: Tx, needId: string, accountId: string) {
  return tx.confidentialAccess.findUnique({ where: { needId_accountId: { needId, accountId } } })
}

export type AccessRow = { id: string; accountId: string; organisationId: string | null; purpose: string; state: AccessState; reason: string | null; createdAt: Date; decidedAt: Date | null; name: string; organisation: string | null }

/** Requests to read the confidential part, those that wait first, with the names of who asks. */
export async function accessRequests(tx: Tx, needId: string): Promise<AccessRow[]> {
  const rows = await tx.confidentialAccess.findMany({ where: { needId }, orderBy: [{ state: 'asc' }, { createdAt: 'desc' }] })
  const accounts = await tx.account.findMany({ where: { id: { in: rows.map((row) => row.accountId) } }, select: { id: true, name: true } })
  const organisations = await tx.organisation.findMany({ where: { id: { in: rows.flatMap((row) => row.organisationId ?? []) } }, select: { id: true, name: true } })
  const nameOf = (list: { id: string; name: string }[], id: string | null) => list.find((one) => one.id === id)?.name ?? null
  return rows.map(({ needId: _, ...row }) => ({ ...row, name: nameOf(accounts, row.accountId) ?? '—', organisation: nameOf(organisations, row.organisationId) }))
}

export async function accessCounts(tx: Tx, needId: string): Promise<{ asked: number; accepted: number }> {
  const [asked, accepted] = [await tx.confidentialAccess.count({ where: { needId } }), await tx.confidentialAccess.count({ where: { needId, state: 'accepted' } })]
  return { asked, accepted }
}

export function insertAccess(tx: Tx, request: { needId: string; accountId: string; organisationId: string | null; purpose: string; createdAt: Date }) {
  return tx.confidentialAccess.create({ data: request, select: { id: true } })
}

/** A declined request may be made again with a new purpose. */
export async function renewAccess(tx: Tx, id: string, purpose: string, createdAt: Date): Promise<void> {
  await tx.confidentialAccess.update({ where: { id }, data: { purpose, createdAt, state: 'requested', reason: null, decidedAt: null } })
}

export async function findAccess(tx: Tx, needId: string, id: string) {
  if (!isUuid(id)) return null
  return tx.confidentialAccess.findUnique({ where: { id, needId } })
}

export async function decideAccess(tx: Tx, id: string, state: 'accepted' | 'declined', reason: string | null, decidedAt: Date): Promise<void> {
  await tx.confidentialAccess.update({ where: { id }, data: { state, reason, decidedAt } })
}
