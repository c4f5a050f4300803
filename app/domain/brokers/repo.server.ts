import { Prisma, type Tx } from '#prisma/client'
import { isUuid } from '~/domain/kernel/uuid'
import type { DeskInput, ListInput } from './schema'

const shape = { organisation: { select: { id: true, name: true, regionCode: true, areaKey: true } } } satisfies Prisma.BrokerInclude
export type BrokerRecord = Prisma.BrokerGetPayload<{ include: typeof shape }>

/** By number (as in its address) or by id. */
export function find(tx: Tx, id: string): Promise<BrokerRecord | null> {
  return tx.broker.findUnique({ where: isUuid(id) ? { id } : { number: id }, include: shape })
}

/** The same, locked until the transaction ends. */
export async function findLocked(tx: Tx, id: string): Promise<BrokerRecord | null> {
  if (isUuid(id)) await tx.$queryRaw`SELECT id FROM "Broker" WHERE id = ${id}::uuid FOR UPDATE`
  else await tx.$queryRaw`SELECT id FROM "Broker" WHERE number = ${id} FOR UPDATE`
  return find(tx, id)
}

export function findByAccount(tx: Tx, accountId: string): Promise<BrokerRecord | null> {
  return tx.broker.findUnique({ where: { accountId }, include: shape })
}

/** Null when the account is a broker already. */
export async function insert(tx: Tx, data: Prisma.BrokerUncheckedCreateInput): Promise<BrokerRecord | null> {
  return tx.broker.create({ data, include: shape }).catch((error: unknown) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null
    throw error
  })
}

export async function update(tx: Tx, id: string, version: number, data: Prisma.BrokerUncheckedUpdateManyInput): Promise<boolean> {
  const { count } = await tx.broker.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } })
  return count === 1
}

const contains = (text: string) => ({ contains: text, mode: 'insensitive' as const })
const isPublic = (today: Date): Prisma.BrokerWhereInput => ({ state: 'active', validUntil: { gte: today } })

async function pageOf(tx: Tx, conditions: Prisma.BrokerWhereInput[], orderBy: Prisma.BrokerOrderByWithRelationInput[], page: number, size: number): Promise<{ total: number; rows: BrokerRecord[] }> {
  const where = { AND: conditions }
  const [total, rows] = [await tx.broker.count({ where }), await tx.broker.findMany({ where, include: shape, orderBy, skip: (page - 1) * size, take: size })]
  return { total, rows }
}

export function listPublic(tx: Tx, filter: ListInput, today: Date, size: number) {
  const conditions = [isPublic(today)]
  if (filter.q) conditions.push({ OR: [{ name: contains(filter.q) }, { summary: contains(filter.q) }, { organisation: { name: contains(filter.q) } }] })
  if (filter.field) conditions.push({ fields: { has: filter.field } })
  if (filter.grade) conditions.push({ grade: filter.grade })
  return pageOf(tx, conditions, filter.sort === 'name' ? [{ name: 'asc' }, { id: 'asc' }] : [{ grade: 'desc' }, { number: 'asc' }], filter.page, size)
}

export function listForDesk(tx: Tx, filter: DeskInput, today: Date, size: number) {
  const conditions: Prisma.BrokerWhereInput[] = []
  if (filter.q) conditions.push({ OR: [{ name: contains(filter.q) }, { certificateNumber: contains(filter.q) }, { number: contains(filter.q) }] })
  if (filter.state === 'expired') conditions.push({ state: { not: 'suspended' }, validUntil: { lt: today } })
  else if (filter.state === 'suspended') conditions.push({ state: 'suspended' })
  else if (filter.state) conditions.push({ state: filter.state, validUntil: { gte: today } })
  return pageOf(tx, conditions, [{ state: 'asc' }, { updatedAt: 'asc' }, { id: 'asc' }], filter.page, size)
}

/** Those who wait for the bureau: applied, or verified and not yet active. */
export function countWaiting(tx: Tx): Promise<number> {
  return tx.broker.count({ where: { state: { in: ['applied', 'verified'] } } })
}

/** The agencies of organisations. */
export function listOf(tx: Tx, organisationIds: string[]): Promise<BrokerRecord[]> {
  return tx.broker.findMany({ where: { organisationId: { in: organisationIds } }, include: shape, orderBy: { number: 'asc' } })
}

export function publicAfter(tx: Tx, afterId: string | null, limit: number, today: Date): Promise<BrokerRecord[]> {
  return tx.broker.findMany({ where: { ...isPublic(today), ...(afterId && { id: { gt: afterId } }) }, include: shape, orderBy: { id: 'asc' }, take: limit })
}

/** Those of them with one of these numbers or ids, in the order of their ids. */
export function publicAmong(tx: Tx, keys: string[], today: Date): Promise<BrokerRecord[]> {
  return tx.broker.findMany({ where: { ...isPublic(today), OR: [{ id: { in: keys.filter(isUuid) } }, { number: { in: keys } }] }, include: shape, orderBy: { id: 'asc' } })
}

export function history(tx: Tx, id: string) {
  return tx.transition.findMany({ where: { entity: 'broker', entityId: id }, orderBy: { occurredAt: 'desc' } })
}

/** Where mail for a broker goes. */
export async function accountOf(tx: Tx, id: string): Promise<{ email: string; locale: string } | null> {
  const row = await tx.broker.findUnique({ where: { id }, select: { account: { select: { email: true, locale: true } } } })
  return row?.account ?? null
}
