import { Prisma, type MemberRole, type Organisation, type OrganisationKind, type Tx } from '#prisma/client'
import { isUuid } from '~/domain/kernel/uuid'
import { openKinds, type DeskInput, type ListInput } from './schema'

const shape = { area: true } satisfies Prisma.OrganisationInclude
export type OrganisationRecord = Prisma.OrganisationGetPayload<{ include: typeof shape }>

export function find(tx: Tx, id: string): Promise<OrganisationRecord | null> {
  return tx.organisation.findUnique({ where: { id }, include: shape })
}

/** The same, locked until the transaction ends. */
export async function findLocked(tx: Tx, id: string): Promise<OrganisationRecord | null> {
  await tx.$queryRaw`SELECT id FROM "Organisation" WHERE id = ${id}::uuid FOR UPDATE`
  return find(tx, id)
}

/** Null when the credit code is taken. */
export async function insert(tx: Tx, data: Prisma.OrganisationUncheckedCreateInput): Promise<Organisation | null> {
  return tx.organisation.create({ data }).catch(nullWhenTaken)
}

/** `changed` when the version was still the one that was read, `stale` when not, `taken` when the credit code is another's. */
export async function update(tx: Tx, id: string, version: number, data: Prisma.OrganisationUncheckedUpdateManyInput): Promise<'changed' | 'stale' | 'taken'> {
  const done = await tx.organisation.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } }).catch(nullWhenTaken)
  return done === null ? 'taken' : done.count === 1 ? 'changed' : 'stale'
}

function nullWhenTaken(error: unknown): null {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null
  throw error
}

export async function addMember(tx: Tx, organisationId: string, accountId: string, role: MemberRole, manager: boolean, now: Date): Promise<boolean> {
  const { count } = await tx.membership.createMany({ data: [{ organisationId, accountId, role, manager, createdAt: now }], skipDuplicates: true })
  return count === 1
}

export async function removeMember(tx: Tx, organisationId: string, accountId: string, role?: MemberRole): Promise<number> {
  const { count } = await tx.membership.deleteMany({ where: { organisationId, accountId, role } })
  return count
}

export function members(tx: Tx, organisationId: string) {
  return tx.membership.findMany({ where: { organisationId }, include: { account: { select: { id: true, name: true, email: true, locale: true, disabledAt: true } } }, orderBy: { createdAt: 'asc' } })
}

export function listOf(tx: Tx, ids: string[]): Promise<OrganisationRecord[]> {
  return tx.organisation.findMany({ where: { id: { in: ids } }, include: shape, orderBy: { createdAt: 'asc' } })
}

const contains = (text: string) => ({ contains: text, mode: 'insensitive' as const })

export async function listInstitutes(tx: Tx, filter: ListInput, size: number): Promise<{ total: number; rows: OrganisationRecord[] }> {
  const where: Prisma.OrganisationWhereInput = { kind: 'institute', verification: 'verified' }
  if (filter.q) where.OR = [{ name: contains(filter.q) }, { shortName: contains(filter.q) }, { summary: contains(filter.q) }]
  if (filter.field) where.fields = { has: filter.field }
  if (filter.area) where.areaKey = filter.area
  const orderBy: Prisma.OrganisationOrderByWithRelationInput[] = filter.sort === 'new' ? [{ verifiedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }] : [{ name: 'asc' }, { id: 'asc' }]
  const [total, rows] = [await tx.organisation.count({ where }), await tx.organisation.findMany({ where, include: shape, orderBy, skip: (filter.page - 1) * size, take: size })]
  return { total, rows }
}

export async function listForDesk(tx: Tx, filter: DeskInput, size: number): Promise<{ total: number; rows: OrganisationRecord[] }> {
  const where: Prisma.OrganisationWhereInput = { kind: filter.kind ?? { in: [...openKinds] } }
  if (filter.state) where.verification = filter.state
  if (filter.q) where.OR = [{ name: contains(filter.q) }, { creditCode: { startsWith: filter.q.toUpperCase() } }]
  const orderBy: Prisma.OrganisationOrderByWithRelationInput[] = [{ submittedAt: { sort: 'asc', nulls: 'last' } }, { name: 'asc' }, { id: 'asc' }]
  const [total, rows] = [await tx.organisation.count({ where }), await tx.organisation.findMany({ where, include: shape, orderBy, skip: (filter.page - 1) * size, take: size })]
  return { total, rows }
}

export function countSubmitted(tx: Tx): Promise<number> {
  return tx.organisation.count({ where: { verification: 'submitted', kind: { in: [...openKinds] } } })
}

/** By part of the name or the beginning of the code; verified ones first. */
export function search(tx: Tx, text: string, kinds: readonly OrganisationKind[], limit: number): Promise<OrganisationRecord[]> {
  return tx.organisation.findMany({
    where: { kind: { in: [...kinds] }, OR: [{ name: contains(text) }, { shortName: contains(text) }, { creditCode: { startsWith: text.toUpperCase() } }] },
    include: shape,
    orderBy: [{ verification: 'desc' }, { name: 'asc' }],
    take: limit,
  })
}

/** Verified institutes after an id, for filling the search index and the pool of candidates. */
export function publicAfter(tx: Tx, afterId: string | null, limit: number): Promise<OrganisationRecord[]> {
  return tx.organisation.findMany({ where: { kind: 'institute', verification: 'verified', ...(afterId && { id: { gt: afterId } }) }, include: shape, orderBy: { id: 'asc' }, take: limit })
}

/** Verified institutes by id, in the order of their ids. */
export function publicAmong(tx: Tx, ids: string[]): Promise<OrganisationRecord[]> {
  return tx.organisation.findMany({ where: { kind: 'institute', verification: 'verified', id: { in: ids.filter(isUuid) } }, include: shape, orderBy: { id: 'asc' } })
}

export function history(tx: Tx, id: string) {
  return tx.transition.findMany({ where: { entity: 'organisation', entityId: id }, orderBy: { occurredAt: 'desc' } })
}

/** The bureau or the departments that roles are given in. */
export function unitsOf(tx: Tx, kind: 'bureau' | 'department') {
  return tx.organisation.findMany({ where: { kind }, select: { id: true, name: true, kind: true }, orderBy: { name: 'asc' } })
}

export function listVerifiedByCode(tx: Tx, codes: string[]) {
  return tx.organisation.findMany({ where: { creditCode: { in: codes }, verification: 'verified' }, select: { id: true, name: true, creditCode: true, nature: true, regionCode: true } })
}
