import type { Tx } from '#prisma/client'

/**
 * The next numbers of a series, from 1: the last of `count` in a row. The row stays locked until the transaction ends, so that
 * numbers neither collide nor leave a gap: a rollback gives them back.
 */
export async function nextNumber(tx: Tx, series: string, count = 1): Promise<number> {
  const [row] = await tx.$queryRaw<{ value: number }[]>`
    INSERT INTO "Counter" (series, value) VALUES (${series}, ${count}::int)
    ON CONFLICT (series) DO UPDATE SET value = "Counter".value + ${count}::int RETURNING value`
  if (!row) throw new Error(`no number for ${series}`)
  return row.value
}

/** `XQ-2026-0001` and those that follow: prefix, year in Asia/Shanghai, number of at least four digits. */
export async function nextCodes(tx: Tx, prefix: string, year: number, count: number): Promise<string[]> {
  const last = await nextNumber(tx, `${prefix}-${year}`, count)
  return Array.from({ length: count }, (_, at) => `${prefix}-${year}-${String(last - count + 1 + at).padStart(4, '0')}`)
}

export async function nextCode(tx: Tx, prefix: string, year: number): Promise<string> {
  const [code = ''] = await nextCodes(tx, prefix, year, 1)
  return code
}
