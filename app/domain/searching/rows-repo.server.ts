import type { Tx } from '#prisma/client'
import type { DocumentFacts } from '#search/document'
import { rowTextOf } from '#search/rows/text'

/** What the lock of the rows is called in the database. */
const lockName = 'SearchRow'

/** Until the transaction ends: a record's job shares the rows with other jobs, a filling has them to itself. */
export async function lockRows(tx: Tx, how: 'shared' | 'alone'): Promise<void> {
  if (how === 'shared') await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext(${lockName}))`
  else await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${lockName}))`
}

/** Writes rows, in one statement; one that says the same already is left alone. Answers how many it wrote. */
export async function writeRows(tx: Tx, all: DocumentFacts[]): Promise<number> {
  if (all.length === 0) return 0
  const rows = JSON.stringify(all.map((facts) => ({ ...facts, ...rowTextOf(facts) })))
  return tx.$executeRaw`
    INSERT INTO "SearchRow" AS old (id, type, "recordId", url, number, title, summary, body, keywords, who, theme, field, industry, area, modes, selection, year,
      "opensAt", "closesAt", "postedAt", "fundingMin", "fundingMax", funding, tie, version, hash, "titleText", text, terms)
    SELECT id, type, "recordId", url, number, title, summary, body, keywords, who, theme, field, industry, area, modes, selection, year,
      "opensAt", "closesAt", "postedAt", "fundingMin", "fundingMax", funding, tie, version, hash, "titleText", text, array_to_tsvector(lexemes)
    FROM json_to_recordset(${rows}::json) AS given (id text, type text, "recordId" text, url text, number text, title text, summary text, body text, keywords text[], who text[],
      theme text, field text, industry text[], area text, modes text[], selection text, year int, "opensAt" bigint, "closesAt" bigint, "postedAt" bigint,
      "fundingMin" float8, "fundingMax" float8, funding text[], tie bigint, version int, hash text, "titleText" text, text text, lexemes text[])
    ON CONFLICT (id) DO UPDATE SET type = EXCLUDED.type, "recordId" = EXCLUDED."recordId", url = EXCLUDED.url, number = EXCLUDED.number, title = EXCLUDED.title, summary = EXCLUDED.summary,
      body = EXCLUDED.body, keywords = EXCLUDED.keywords, who = EXCLUDED.who, theme = EXCLUDED.theme, field = EXCLUDED.field, industry = EXCLUDED.industry, area = EXCLUDED.area,
      modes = EXCLUDED.modes, selection = EXCLUDED.selection, year = EXCLUDED.year, "opensAt" = EXCLUDED."opensAt", "closesAt" = EXCLUDED."closesAt", "postedAt" = EXCLUDED."postedAt",
      "fundingMin" = EXCLUDED."fundingMin", "fundingMax" = EXCLUDED."fundingMax", funding = EXCLUDED.funding, tie = EXCLUDED.tie, version = EXCLUDED.version, hash = EXCLUDED.hash,
      "titleText" = EXCLUDED."titleText", text = EXCLUDED.text, terms = EXCLUDED.terms, "writtenAt" = EXCLUDED."writtenAt"
    WHERE old.hash <> EXCLUDED.hash`
}

export async function deleteRow(tx: Tx, id: string): Promise<void> {
  await tx.searchRow.deleteMany({ where: { id } })
}

/** The database's own time, which `writtenAt` is of. */
export async function timeOf(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ time: Date }[]>`SELECT clock_timestamp() AS time`
  if (!row) throw new Error('the database tells no time')
  return row.time
}

/** Takes out what was written before a time and is not among those that were seen since. Answers how many. */
export function deleteUnseen(tx: Tx, seen: string[], before: Date): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "SearchRow" AS old WHERE "writtenAt" < ${before} AND NOT EXISTS (SELECT 1 FROM unnest(${seen}::text[]) AS seen (id) WHERE seen.id = old.id)`
}

/** Tells the planner what the rows are like now, not in a minute. */
export async function analyseRows(tx: Tx): Promise<void> {
  await tx.$executeRaw`ANALYZE "SearchRow"`
}

export function countRows(tx: Tx): Promise<number> {
  return tx.searchRow.count()
}

export async function hasRows(tx: Tx): Promise<boolean> {
  return (await tx.searchRow.findFirst({ select: { id: true } })) !== null
}

/** Ids and hashes in the order of ids, after one. */
export function hashesAfter(tx: Tx, afterId: string, limit: number): Promise<{ id: string; hash: string }[]> {
  return tx.searchRow.findMany({ where: { id: { gt: afterId } }, orderBy: { id: 'asc' }, take: limit, select: { id: true, hash: true } })
}

export function hashesOf(tx: Tx, ids: string[]): Promise<{ id: string; hash: string }[]> {
  return tx.searchRow.findMany({ where: { id: { in: ids } }, select: { id: true, hash: true } })
}

/** Rows as the facts that they were written from, those that are still there. */
export async function factsOf(tx: Tx, ids: string[]): Promise<DocumentFacts[]> {
  const rows = await tx.searchRow.findMany({ where: { id: { in: ids } }, omit: { titleText: true, text: true, writtenAt: true } })
  return rows.map((row) => ({ ...row, opensAt: Number(row.opensAt), closesAt: Number(row.closesAt), postedAt: Number(row.postedAt), tie: Number(row.tie) }) as DocumentFacts)
}
