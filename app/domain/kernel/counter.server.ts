import type { Tx } from '#prisma/client'

/**
 * The next number of a series, from 1. The row stays locked until the transaction ends, so that numbers neither collide
 * nor leave a gap: a rollback gives the number back.
 */
export async function nextNumber(tx: Tx, series: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ value: number }[]>`
    INSERT INTO "Counter" (series, value) VALUES (${series}, 1)
    ON CONFLICT (series) DO UPDATE SET value = "Counter".value + 1 RETURNING value`
  if (!row) throw new Error(`no number for ${series}`)
  return row.value
}

/** `XQ-2026-0001`: prefix, year in Asia/Shanghai, number of at least four digits. */
export async function nextCode(tx: Tx, prefix: string, year: number): Promise<string> {
  return `${prefix}-${year}-${String(await nextNumber(tx, `${prefix}-${year}`)).padStart(4, '0')}`
}
