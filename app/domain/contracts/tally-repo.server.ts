import { Prisma, type Tx } from '#prisma/client'
import { tallied, tallySql } from './repo-dimensions.server'

/** So many days are brought up to date at a time. */
const portion = 400

/** Brings the tallies of some stale days up to date; answers how many days there were. One at a time, whatever process asks. */
export async function refreshTallies(tx: Tx): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('contract-tally'))`
  // Marks that others have not committed yet stay, and make the day stale again.
  const gone = await tx.$queryRaw<{ day: Date }[]>`DELETE FROM "ContractTallyStale" WHERE day IN (SELECT DISTINCT day FROM "ContractTallyStale" ORDER BY day DESC LIMIT ${portion}) RETURNING day`
  const days = [...new Set(gone.map(({ day }) => day.toISOString().slice(0, 10)))]
  if (days.length === 0) return 0
  await tx.$executeRaw`DELETE FROM "ContractTally" WHERE day = ANY(${days}::date[])`
  for (const dimension of tallied) await tx.$executeRaw`INSERT INTO "ContractTally" (day, dimension, key, state, until, count, amount, technology, pending, parties) ${tallySql(dimension, Prisma.sql`(SELECT unnest(${days}::date[]))`)}`
  return days.length
}

/** Compares all tallies with the contracts. Days that differ are marked stale, and answered with the number of days looked at. */
export async function compareTallies(tx: Tx): Promise<{ days: number; differing: string[] }> {
  const differing = new Set<string>()
  for (const dimension of tallied) {
    const rows = await tx.$queryRaw<{ day: Date }[]>`
      WITH made AS (${tallySql(dimension, Prisma.sql`(SELECT DISTINCT "signedOn" FROM "Contract")`)}),
      kept AS (SELECT day, dimension, key, state, until, count, amount, technology, pending, parties FROM "ContractTally" WHERE dimension = ${dimension}),
      right_ones AS (SELECT day, dimension, key, state, until, count, amount, technology, pending, parties FROM made)
      SELECT DISTINCT day FROM ((SELECT * FROM right_ones EXCEPT SELECT * FROM kept) UNION ALL (SELECT * FROM kept EXCEPT SELECT * FROM right_ones)) d
      WHERE day NOT IN (SELECT day FROM "ContractTallyStale")`
    for (const { day } of rows) differing.add(day.toISOString().slice(0, 10))
  }
  const [row] = await tx.$queryRaw<{ days: number }[]>`SELECT count(DISTINCT "signedOn")::int AS days FROM "Contract"`
  await tx.$executeRaw`INSERT INTO "ContractTallyStale" (day) SELECT unnest(${[...differing]}::date[])`
  return { days: row?.days ?? 0, differing: [...differing].sort() }
}

export async function noteCheck(tx: Tx, check: { checkedAt: Date; days: number; differing: number }): Promise<void> {
  await tx.contractTallyCheck.create({ data: check })
}

export function lastCheck(tx: Tx) {
  return tx.contractTallyCheck.findFirst({ orderBy: { id: 'desc' } })
}
