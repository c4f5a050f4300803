import type { Tx } from '#prisma/client'
import type { OwnLine } from '#search/text/words'
import type { WordKind } from './schema'

/** One change of the lists at a time: two that fit the lists each may not fit together. */
export async function lockLines(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('SearchWord'))`
}

export function listOwn(tx: Tx): Promise<OwnLine[]> {
  return tx.searchWord.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], select: { kind: true, line: true, removed: true } })
}

export async function insertLine(tx: Tx, line: OwnLine, now: Date): Promise<void> {
  await tx.searchWord.create({ data: { ...line, createdAt: now } })
}

export async function deleteLine(tx: Tx, kind: WordKind, line: string): Promise<void> {
  await tx.searchWord.deleteMany({ where: { kind, line } })
}

/** Changes whenever a line is added or taken out. */
export async function stampOf(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ stamp: string }[]>`SELECT count(*) || ' ' || coalesce(max(id::text), '') || ' ' || coalesce(sum(hashtext(kind::text || line)::bigint), 0) AS stamp FROM "SearchWord"`
  return row?.stamp ?? ''
}
