import type { Prisma, SavedSearch, Tx } from '#prisma/client'
import type { Alerting } from './rules'

const shape = { account: { select: { name: true, email: true, locale: true } } } satisfies Prisma.SavedSearchInclude
export type AlertedSearch = Prisma.SavedSearchGetPayload<{ include: typeof shape }>

/** One account saves one search at a time, so that it cannot have more than it may. */
export async function lockAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`saved-search:${accountId}`}, 0))::text`
}

export function listOf(tx: Tx, accountId: string): Promise<SavedSearch[]> {
  return tx.savedSearch.findMany({ where: { accountId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
}

export function findByQuery(tx: Tx, accountId: string, query: string): Promise<SavedSearch | null> {
  return tx.savedSearch.findUnique({ where: { accountId_query: { accountId, query } } })
}

export function find(tx: Tx, id: string): Promise<SavedSearch | null> {
  return tx.savedSearch.findUnique({ where: { id } })
}

/** The same with its owner, locked until the transaction ends. */
export async function findLocked(tx: Tx, id: string): Promise<AlertedSearch | null> {
  await tx.$queryRaw`SELECT id FROM "SavedSearch" WHERE id = ${id}::uuid FOR UPDATE`
  return tx.savedSearch.findUnique({ where: { id }, include: shape })
}

export function countOf(tx: Tx, accountId: string): Promise<number> {
  return tx.savedSearch.count({ where: { accountId } })
}

export function insert(tx: Tx, data: Prisma.SavedSearchUncheckedCreateInput): Promise<SavedSearch> {
  return tx.savedSearch.create({ data })
}

export async function update(tx: Tx, id: string, data: Prisma.SavedSearchUncheckedUpdateManyInput): Promise<void> {
  await tx.savedSearch.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } })
}

export async function remove(tx: Tx, id: string): Promise<void> {
  await tx.savedSearch.deleteMany({ where: { id } })
}

/** Those whose alert is due: not looked at since the run began, of people who can still log in. */
const dueAt = (frequency: Alerting, run: Date): Prisma.SavedSearchWhereInput => ({
  frequency, startedAt: { lte: run }, OR: [{ checkedAt: null }, { checkedAt: { lt: run } }], account: { disabledAt: null, emailConfirmedAt: { not: null } },
})

/** The searches that people wait for, each once, however many of them saved it. */
export async function dueQueries(tx: Tx, frequency: Alerting, run: Date): Promise<string[]> {
  const rows = await tx.savedSearch.findMany({ where: dueAt(frequency, run), distinct: ['query'], select: { query: true }, orderBy: { query: 'asc' } })
  return rows.map(({ query }) => query)
}

export function dueOf(tx: Tx, frequency: Alerting, query: string, run: Date): Promise<SavedSearch[]> {
  return tx.savedSearch.findMany({ where: { ...dueAt(frequency, run), query }, orderBy: { id: 'asc' } })
}

export async function anyImmediate(tx: Tx): Promise<boolean> {
  return (await tx.savedSearch.findFirst({ where: { frequency: 'immediately' }, select: { id: true } })) !== null
}

/** What was told of each search, by its id. */
export async function toldOf(tx: Tx, ids: string[]): Promise<Map<string, Set<string>>> {
  const told = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]))
  for (const row of await tx.savedSearchHit.findMany({ where: { savedSearchId: { in: ids } } })) told.get(row.savedSearchId)?.add(row.documentId)
  return told
}

/** Remembers what is told, and answers which of it was not told before. */
export async function insertTold(tx: Tx, savedSearchId: string, hits: { id: string; postedAt: Date }[]): Promise<Set<string>> {
  const data = hits.map(({ id, postedAt }) => ({ savedSearchId, documentId: id, postedAt }))
  const made = await tx.savedSearchHit.createManyAndReturn({ data, skipDuplicates: true, select: { documentId: true } })
  return new Set(made.map(({ documentId }) => documentId))
}

/** They were looked at; what was told of them and cannot be new any more is forgotten. */
export async function markChecked(tx: Tx, ids: string[], now: Date, newFrom: Date): Promise<void> {
  await tx.savedSearch.updateMany({ where: { id: { in: ids } }, data: { checkedAt: now } })
  await tx.savedSearchHit.deleteMany({ where: { savedSearchId: { in: ids }, postedAt: { lt: newFrom } } })
}

/** One more mail went on its way. Not a change of the search itself: whoever has its form open keeps it. */
export async function markMailed(tx: Tx, id: string, now: Date, count: number): Promise<void> {
  await tx.savedSearch.updateMany({ where: { id }, data: { mailedAt: now, mailedCount: count, mails: { increment: 1 } } })
}
