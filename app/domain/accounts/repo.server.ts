import type { Prisma, Tx } from '#prisma/client'
import type { SearchInput } from './schema'

const shape = {
  memberships: { include: { organisation: { select: { id: true, name: true, kind: true } } }, orderBy: { createdAt: 'asc' } },
  person: { select: { number: true } },
  broker: { select: { number: true } },
} satisfies Prisma.AccountInclude
export type AccountRecord = Prisma.AccountGetPayload<{ include: typeof shape }>

export function find(tx: Tx, id: string): Promise<AccountRecord | null> {
  return tx.account.findUnique({ where: { id }, include: shape })
}

/** The same, locked until the transaction ends. */
export async function findLocked(tx: Tx, id: string): Promise<AccountRecord | null> {
  await tx.$queryRaw`SELECT id FROM "Account" WHERE id = ${id}::uuid FOR UPDATE`
  return find(tx, id)
}

export async function update(tx: Tx, id: string, version: number, data: Prisma.AccountUncheckedUpdateManyInput): Promise<boolean> {
  const { count } = await tx.account.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } })
  return count === 1
}

const shown: Record<SearchInput['show'], Prisma.AccountWhereInput> = {
  all: {},
  bureau: { memberships: { some: { role: { in: ['reviewer', 'administrator'] } } } },
  disabled: { disabledAt: { not: null } },
  unconfirmed: { emailConfirmedAt: null },
}

export async function search(tx: Tx, { q, show, page }: SearchInput, size: number): Promise<{ total: number; rows: AccountRecord[] }> {
  const contains = { contains: q ?? '', mode: 'insensitive' as const }
  const where: Prisma.AccountWhereInput = { AND: [shown[show], q ? { OR: [{ email: contains }, { name: contains }, { memberships: { some: { organisation: { name: contains } } } }] } : {}] }
  const [total, rows] = [await tx.account.count({ where }), await tx.account.findMany({ where, include: shape, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], skip: (page - 1) * size, take: size })]
  return { total, rows }
}
