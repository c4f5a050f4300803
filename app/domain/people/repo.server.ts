import { Prisma, type Tx } from '#prisma/client'
import { isUuid } from '~/domain/kernel/uuid'
import type { ListInput } from './schema'

const shape = { organisation: { select: { id: true, name: true, kind: true, verification: true, regionCode: true, areaKey: true } } } satisfies Prisma.PersonInclude
export type PersonRecord = Prisma.PersonGetPayload<{ include: typeof shape }>

/** By number (as in its address) or by id. */
export function find(tx: Tx, id: string): Promise<PersonRecord | null> {
  return tx.person.findUnique({ where: isUuid(id) ? { id } : { number: id }, include: shape })
}

/** The same, locked until the transaction ends. */
export async function findLocked(tx: Tx, id: string): Promise<PersonRecord | null> {
  if (isUuid(id)) await tx.$queryRaw`SELECT id FROM "Person" WHERE id = ${id}::uuid FOR UPDATE`
  else await tx.$queryRaw`SELECT id FROM "Person" WHERE number = ${id} FOR UPDATE`
  return find(tx, id)
}

export function findByAccount(tx: Tx, accountId: string): Promise<PersonRecord | null> {
  return tx.person.findUnique({ where: { accountId }, include: shape })
}

/** Null when the account has a profile already. */
export async function insert(tx: Tx, data: Prisma.PersonUncheckedCreateInput): Promise<PersonRecord | null> {
  return tx.person.create({ data, include: shape }).catch((error: unknown) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null
    throw error
  })
}

export async function update(tx: Tx, id: string, version: number, data: Prisma.PersonUncheckedUpdateManyInput): Promise<boolean> {
  const { count } = await tx.person.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } })
  return count === 1
}

const contains = (text: string) => ({ contains: text, mode: 'insensitive' as const })

export async function listPublic(tx: Tx, filter: ListInput, today: Date, size: number): Promise<{ total: number; rows: PersonRecord[] }> {
  const conditions: Prisma.PersonWhereInput[] = [{ listed: true }]
  if (filter.q) conditions.push({ OR: [{ name: contains(filter.q) }, { summary: contains(filter.q) }, { keywords: { has: filter.q } }, { organisation: { name: contains(filter.q) } }] })
  if (filter.field) conditions.push({ fields: { has: filter.field } })
  if (filter.available) conditions.push({ maxLoad: { gt: 0 }, OR: [{ availableFrom: null }, { availableFrom: { lte: today } }] })
  const where = { AND: conditions }
  const orderBy: Prisma.PersonOrderByWithRelationInput[] = filter.sort === 'name' ? [{ name: 'asc' }, { id: 'asc' }] : [{ number: 'desc' }]
  const [total, rows] = [await tx.person.count({ where }), await tx.person.findMany({ where, include: shape, orderBy, skip: (filter.page - 1) * size, take: size })]
  return { total, rows }
}

/** The people of organisations, whether listed or not unless `onlyListed`. */
export function listOf(tx: Tx, organisationIds: string[], onlyListed: boolean): Promise<PersonRecord[]> {
  return tx.person.findMany({ where: { organisationId: { in: organisationIds }, ...(onlyListed && { listed: true }) }, include: shape, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 500 })
}

export function findMany(tx: Tx, ids: string[]): Promise<PersonRecord[]> {
  return tx.person.findMany({ where: { id: { in: ids } }, include: shape })
}

/** Listed people after an id, for filling the search index and the pool of candidates. */
export function publicAfter(tx: Tx, afterId: string | null, limit: number): Promise<PersonRecord[]> {
  return tx.person.findMany({ where: { listed: true, ...(afterId && { id: { gt: afterId } }) }, include: shape, orderBy: { id: 'asc' }, take: limit })
}

/** Listed people by number or id, in the order of their ids. */
export function publicAmong(tx: Tx, keys: string[]): Promise<PersonRecord[]> {
  return tx.person.findMany({ where: { listed: true, OR: [{ id: { in: keys.filter(isUuid) } }, { number: { in: keys } }] }, include: shape, orderBy: { id: 'asc' } })
}
