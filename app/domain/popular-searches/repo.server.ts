import type { Tx } from '#prisma/client'
import { dateColumn } from '~/domain/kernel/time'

export type Counted = { query: string; day: string; count: number }

/** Adds counts to those of their days, in one statement and always in one order, so that two processes never wait for each other. */
export async function addCounts(tx: Tx, counts: Counted[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "SearchCount" AS old (query, day, count)
    SELECT query, day::date, count FROM json_to_recordset(${JSON.stringify(counts)}::json) AS given (query text, day text, count int) ORDER BY query, day
    ON CONFLICT (query, day) DO UPDATE SET count = old.count + EXCLUDED.count`
}

/** The queries asked most since a day, on how many days and how often. */
export function mostAsked(tx: Tx, since: string, limit: number): Promise<{ query: string; days: number; count: number }[]> {
  return tx.$queryRaw`
    SELECT query, count(*)::int AS days, sum(count)::int AS count FROM "SearchCount" WHERE day >= ${dateColumn(since)}::date
    GROUP BY query ORDER BY sum(count) DESC, query LIMIT ${limit}`
}

export async function deleteBefore(tx: Tx, day: string): Promise<number> {
  return (await tx.searchCount.deleteMany({ where: { day: { lt: dateColumn(day) } } })).count
}
