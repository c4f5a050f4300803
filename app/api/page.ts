import { z } from 'zod'

/** Where a list goes on: the moment and the id of its last row. */
export type Cursor = { at: string; id: string }

const cursorShape = z.object({ at: z.iso.datetime(), id: z.uuid() })

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

function readCursor(text: string): Cursor | null {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    return null
  }
}

/** `?limit=` (1–100, 20 when left out) and `?cursor=` of every list. */
export const listQuery = z.object({
  limit: z.coerce.number({ error: 'field.not_a_number' }).int({ error: 'field.not_a_number' }).min(1, { error: 'api.limit' }).max(100, { error: 'api.limit' }).default(20),
  cursor: z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined || text === '') return null
      const cursor = readCursor(text)
      if (cursor) return cursor
      context.addIssue({ code: 'custom', message: 'api.cursor' })
      return z.NEVER
    }),
})

export function listAnswer<Row extends z.ZodType>(row: Row) {
  return z.object({ data: z.array(row), nextCursor: z.string().nullable() })
}

/** Rows and the cursor that goes on after them; `rows` holds one more than `limit` when there is more. */
export function paged<Row, Out>(rows: Row[], limit: number, cursorOf: (row: Row) => Cursor, out: (row: Row) => Out): { data: Out[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { data: shown.map(out), nextCursor: rows.length > limit && last ? writeCursor(cursorOf(last)) : null }
}
