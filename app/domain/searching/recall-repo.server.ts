import type { Tx } from '#prisma/client'
import type { SearchType } from '#search/vocabulary'

/** The ids of rows of some kinds that have any of the words, each a `tsquery`; those whose words weigh the most first. */
export async function rowsWithMost(tx: Tx, words: { lexemes: string; weight: number }[], types: SearchType[], n: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM unnest(${words.map(({ lexemes }) => lexemes)}::text[], ${words.map(({ weight }) => weight)}::float8[]) AS asked (lexemes, weight)
    JOIN "SearchRow" ON terms @@ asked.lexemes::tsquery AND type = ANY(${types}::text[])
    GROUP BY id ORDER BY sum(asked.weight) DESC, id LIMIT ${n}`
  return rows.map(({ id }) => id)
}
