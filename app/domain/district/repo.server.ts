import type { District, Tx } from '#prisma/client'

export function findDistrict(tx: Tx): Promise<District | null> {
  return tx.district.findUnique({ where: { id: 1 } })
}

export async function updateDistrict(tx: Tx, version: number, values: Partial<Omit<District, 'id' | 'version' | 'updatedAt'>>): Promise<boolean> {
  const { count } = await tx.district.updateMany({ where: { id: 1, version }, data: { ...values, version: { increment: 1 } } })
  return count === 1
}

/** Retired ones too: records that name them still show what they are called. */
export function listAreas(tx: Tx) {
  return tx.area.findMany({ orderBy: [{ position: 'asc' }, { key: 'asc' }] })
}

export function listTerms(tx: Tx) {
  return tx.term.findMany({ orderBy: [{ scheme: 'asc' }, { position: 'asc' }, { code: 'asc' }] })
}

export function listCalendar(tx: Tx) {
  return tx.calendarDay.findMany()
}
