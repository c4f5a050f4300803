import type { AuditEntry, Prisma, Tx } from '#prisma/client'
import { isUuid } from '~/domain/kernel/uuid'
import { addDays, startOfDay } from '~/domain/kernel/time'
import type { AuditInput } from './schema'

/** The newest entries first, at most `limit`, older than `before`. */
export function list(tx: Tx, filter: AuditInput, limit: number): Promise<AuditEntry[]> {
  const conditions: Prisma.AuditEntryWhereInput[] = []
  if (filter.entity) conditions.push({ entity: filter.entity })
  if (filter.entityId) conditions.push({ entityId: filter.entityId })
  if (filter.actor) conditions.push(isUuid(filter.actor) ? { actorId: filter.actor } : { actorName: { contains: filter.actor, mode: 'insensitive' } })
  if (filter.from) conditions.push({ at: { gte: startOfDay(filter.from) } })
  if (filter.to) conditions.push({ at: { lt: startOfDay(addDays(filter.to, 1)) } })
  if (filter.before) conditions.push({ id: { lt: BigInt(filter.before) } })
  return tx.auditEntry.findMany({ where: { AND: conditions }, orderBy: { id: 'desc' }, take: limit })
}

/** The entries of one operation on one record, the newest first. */
export function listOf(tx: Tx, record: { entity: string; entityId: string; operation: string }, limit: number): Promise<AuditEntry[]> {
  return tx.auditEntry.findMany({ where: record, orderBy: { id: 'desc' }, take: limit })
}

/** The kinds of record that the trail names, found by stepping through the index: the trail may be long. */
export async function entities(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ entity: string }[]>`
    WITH RECURSIVE kinds AS (
      (SELECT entity FROM "AuditEntry" ORDER BY entity LIMIT 1)
      UNION ALL
      SELECT (SELECT next.entity FROM "AuditEntry" next WHERE next.entity > kinds.entity ORDER BY next.entity LIMIT 1) FROM kinds WHERE kinds.entity IS NOT NULL
    ) SELECT entity FROM kinds WHERE entity IS NOT NULL`
  return rows.map((row) => row.entity)
}
