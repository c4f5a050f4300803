import type { Tx } from '#prisma/client'
import { dateColumn } from '~/domain/kernel/time'
import type { ListKind } from './schema'

export type Entry = { kind: ListKind; key: string; nameZh: string; nameEn: string; active: boolean }
type Names = { nameZh: string; nameEn: string }

const scheme = 'theme' as const

/** All entries of a list in their order, the retired ones too. */
export async function entries(tx: Tx, kind: ListKind): Promise<Entry[]> {
  if (kind === 'area') return (await tx.area.findMany({ orderBy: [{ position: 'asc' }, { key: 'asc' }] })).map(({ key, nameZh, nameEn, active }) => ({ kind, key, nameZh, nameEn, active }))
  const terms = await tx.term.findMany({ where: { scheme }, orderBy: [{ position: 'asc' }, { code: 'asc' }] })
  return terms.map(({ code, nameZh, nameEn, active }) => ({ kind, key: code, nameZh, nameEn: nameEn ?? '', active }))
}

/** Locks the whole list, so that two who change it at once see each other's entries. */
export async function lockList(tx: Tx, kind: ListKind): Promise<void> {
  if (kind === 'area') await tx.$queryRaw`SELECT key FROM "Area" ORDER BY key FOR UPDATE`
  else await tx.$queryRaw`SELECT code FROM "Term" WHERE scheme = 'theme' ORDER BY code FOR UPDATE`
}

/** Adds an entry at the end of its list; false when its code is taken. */
export async function insertEntry(tx: Tx, kind: ListKind, entry: Names & { key: string; position: number }): Promise<boolean> {
  const { key, ...rest } = entry
  const { count } = kind === 'area' ? await tx.area.createMany({ data: [{ key, ...rest }], skipDuplicates: true }) : await tx.term.createMany({ data: [{ scheme, code: key, ...rest }], skipDuplicates: true })
  return count === 1
}

export async function updateEntry(tx: Tx, { kind, key }: { kind: ListKind; key: string }, values: Partial<Names & { active: boolean }>): Promise<void> {
  if (kind === 'area') await tx.area.update({ where: { key }, data: values })
  else await tx.term.update({ where: { scheme_code: { scheme, code: key } }, data: values })
}

/** Days from `from` on that differ from the week's rule. */
export function daysFrom(tx: Tx, from: string) {
  return tx.calendarDay.findMany({ where: { day: { gte: dateColumn(from) } }, orderBy: { day: 'asc' } })
}

/** Sets days that were not set; answers those that were added. */
export async function insertDays(tx: Tx, days: string[], values: { working: boolean; name: string | null }): Promise<number> {
  const { count } = await tx.calendarDay.createMany({ data: days.map((day) => ({ day: dateColumn(day), ...values })), skipDuplicates: true })
  return count
}

/** Takes a day out of the calendar; what it was, or null when it was not there. */
export async function deleteDay(tx: Tx, day: string) {
  const where = { day: dateColumn(day) }
  const found = await tx.calendarDay.findUnique({ where })
  if (!found || (await tx.calendarDay.deleteMany({ where })).count === 0) return null
  return found
}
