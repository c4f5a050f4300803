import type { Tx } from '#prisma/client'
import type { Recalled } from '#search/ask/recall'
import type { SearchType } from '#search/vocabulary'

/** Rows of some kinds that have any of the words, each a `tsquery`; those whose words weigh the most first. */
export function rowsWithMost(tx: Tx, words: { lexemes: string; weight: number }[], types: SearchType[], n: number): Promise<Recalled[]> {
  return tx.$queryRaw`
    SELECT type, "recordId" FROM unnest(${words.map(({ lexemes }) => lexemes)}::text[], ${words.map(({ weight }) => weight)}::float8[]) AS asked (lexemes, weight)
    JOIN "SearchRow" ON terms @@ asked.lexemes::tsquery AND type = ANY(${types}::text[])
    GROUP BY id, type, "recordId" ORDER BY sum(asked.weight) DESC, id LIMIT ${n}`
}

/** The rows of some kinds whose ids have the smallest hashes (`tie`). */
export function firstByHash(tx: Tx, types: SearchType[], n: number): Promise<Recalled[]> {
  return tx.$queryRaw`SELECT type, "recordId" FROM "SearchRow" WHERE type = ANY(${types}::text[]) ORDER BY tie, id LIMIT ${n}`
}
