import type { Tx } from '#prisma/client'

export async function databaseState(tx: Tx): Promise<{ version: string; seeded: boolean }> {
  const [row] = await tx.$queryRaw<{ version: string; seeded: boolean }[]>`SELECT current_setting('server_version') AS version, EXISTS (SELECT 1 FROM "District") AS seeded`
  return row ?? { version: 'unknown', seeded: false }
}

export async function isIndexed(tx: Tx, name: string): Promise<boolean> {
  return (await tx.indexState.count({ where: { name } })) > 0
}

/** Jobs that wait, and those that used up their tries. One under way whose work was asked for again has no tries left either, and has not failed. */
export async function queueState(tx: Tx): Promise<{ waiting: number; failed: number }> {
  const [row] = await tx.$queryRaw<{ waiting: number; failed: number }[]>`
    SELECT count(*) FILTER (WHERE attempts < max_attempts)::int AS waiting, count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL)::int AS failed FROM graphile_worker.jobs`
  return row ?? { waiting: 0, failed: 0 }
}
