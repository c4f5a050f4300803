import type { Prisma, Tx } from '#prisma/client'
import { isUuid } from '~/domain/kernel/uuid'
import type { ListInput } from './schema'

const shape = {
  organisation: { select: { id: true, name: true, kind: true, verification: true, regionCode: true, areaKey: true } },
  inventors: { include: { person: { select: { id: true, number: true, name: true, listed: true } } }, orderBy: { position: 'asc' } },
} satisfies Prisma.AchievementInclude
export type AchievementRecord = Prisma.AchievementGetPayload<{ include: typeof shape }> & { inventorIds: string[] }

type Found = Omit<AchievementRecord, 'inventorIds'>
const named = (found: Found): AchievementRecord => ({ ...found, inventorIds: found.inventors.map(({ personId }) => personId) })

/** By number (as in its address) or by id. */
export async function find(tx: Tx, id: string): Promise<AchievementRecord | null> {
  const found = await tx.achievement.findUnique({ where: isUuid(id) ? { id } : { number: id }, include: shape })
  return found && named(found)
}

/** The same, locked until the transaction ends. */
export async function findLocked(tx: Tx, id: string): Promise<AchievementRecord | null> {
  if (isUuid(id)) await tx.$queryRaw`SELECT id FROM "Achievement" WHERE id = ${id}::uuid FOR UPDATE`
  else await tx.$queryRaw`SELECT id FROM "Achievement" WHERE number = ${id} FOR UPDATE`
  return find(tx, id)
}

const inventorRows = (inventors: string[]) => inventors.map((personId, position) => ({ personId, position }))

export async function insert(tx: Tx, data: Omit<Prisma.AchievementUncheckedCreateInput, 'inventors'>, inventors: string[]): Promise<{ id: string; number: string }> {
  return tx.achievement.create({ data: { ...data, inventors: { create: inventorRows(inventors) } }, select: { id: true, number: true } })
}

/** Writes the values when the version is still the one that was read; false when somebody was faster. */
export async function update(tx: Tx, id: string, version: number, data: Prisma.AchievementUncheckedUpdateManyInput, inventors?: string[]): Promise<boolean> {
  const { count } = await tx.achievement.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } })
  if (count === 1 && inventors) {
    await tx.achievementInventor.deleteMany({ where: { achievementId: id } })
    await tx.achievementInventor.createMany({ data: inventorRows(inventors).map((row) => ({ ...row, achievementId: id })) })
  }
  return count === 1
}

const contains = (text: string) => ({ contains: text, mode: 'insensitive' as const })

export async function listPublic(tx: Tx, filter: ListInput, size: number): Promise<{ total: number; rows: AchievementRecord[] }> {
  const conditions: Prisma.AchievementWhereInput[] = [{ published: true }]
  if (filter.q) conditions.push({ OR: [{ title: contains(filter.q) }, { summary: contains(filter.q) }, { keywords: { has: filter.q } }, { organisation: { name: contains(filter.q) } }] })
  if (filter.field) conditions.push({ field: filter.field })
  if (filter.mode) conditions.push({ modes: { has: filter.mode } })
  if (filter.ipr) conditions.push({ iprKind: filter.ipr })
  if (filter.trl) conditions.push({ trl: { gte: filter.trl } })
  const where = { AND: conditions }
  const orderBy: Prisma.AchievementOrderByWithRelationInput[] = filter.sort === 'trl' ? [{ trl: 'desc' }, { id: 'desc' }] : [{ publishedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }]
  const [total, rows] = [await tx.achievement.count({ where }), await tx.achievement.findMany({ where, include: shape, orderBy, skip: (filter.page - 1) * size, take: size })]
  return { total, rows: rows.map(named) }
}

type Owner = { organisationIds?: string[]; personId?: string | null }

function ownedBy(owner: Owner): Prisma.AchievementWhereInput[] {
  const owners: Prisma.AchievementWhereInput[] = []
  if (owner.organisationIds?.length) owners.push({ organisationId: { in: owner.organisationIds } })
  if (owner.personId) owners.push({ inventors: { some: { personId: owner.personId } } })
  return owners
}

/** One page of what an actor has a part in, drafts first, and how many there are of each. */
export async function listOwn(tx: Tx, owner: Owner, published: boolean | null, page: number, size: number): Promise<{ counts: { draft: number; published: number }; rows: AchievementRecord[] }> {
  const OR = ownedBy(owner)
  if (OR.length === 0) return { counts: { draft: 0, published: 0 }, rows: [] }
  const counts = { draft: await tx.achievement.count({ where: { OR, published: false } }), published: await tx.achievement.count({ where: { OR, published: true } }) }
  const rows = await tx.achievement.findMany({ where: { OR, ...(published !== null && { published }) }, include: shape, orderBy: [{ published: 'asc' }, { number: 'desc' }], skip: (page - 1) * size, take: size })
  return { counts, rows: rows.map(named) }
}

/** What organisations own or a person invented; only what is published unless `all`. */
export async function listOf(tx: Tx, owner: Owner, all: boolean): Promise<AchievementRecord[]> {
  const owners = ownedBy(owner)
  if (owners.length === 0) return []
  const rows = await tx.achievement.findMany({ where: { OR: owners, ...(!all && { published: true }) }, include: shape, orderBy: [{ number: 'desc' }], take: 500 })
  return rows.map(named)
}

/** Published ones after an id, for filling the search index and the pool of candidates. */
export async function publicAfter(tx: Tx, afterId: string | null, limit: number): Promise<AchievementRecord[]> {
  const rows = await tx.achievement.findMany({ where: { published: true, ...(afterId && { id: { gt: afterId } }) }, include: shape, orderBy: { id: 'asc' }, take: limit })
  return rows.map(named)
}

/** Published ones by number or id, in the order of their ids. */
export async function publicAmong(tx: Tx, keys: string[]): Promise<AchievementRecord[]> {
  const rows = await tx.achievement.findMany({ where: { published: true, OR: [{ id: { in: keys.filter(isUuid) } }, { number: { in: keys } }] }, include: shape, orderBy: { id: 'asc' } })
  return rows.map(named)
}

/** How many published results people and organisations have, and the ids of the first of them; of those that have any. */
export function firstOfOwners(tx: Tx, personIds: string[], organisationIds: string[], most: number): Promise<{ owner: string; count: number; ids: string[] }[]> {
  return tx.$queryRaw`
    SELECT owner, count(*)::int AS count, (array_agg(id ORDER BY id))[1:${most}::int] AS ids FROM (
      SELECT i."personId" AS owner, a.id FROM "AchievementInventor" i JOIN "Achievement" a ON a.id = i."achievementId" WHERE a.published AND i."personId" = ANY(${personIds}::uuid[])
      UNION ALL
      SELECT a."organisationId", a.id FROM "Achievement" a WHERE a.published AND a."organisationId" = ANY(${organisationIds}::uuid[])
    ) AS found GROUP BY owner`
}
