import { z } from 'zod'
import { consent, id, integer, oneOf, text } from '~/domain/kernel/fields'
import type { Table } from '~/files/shape'

export const rowStates = ['unchecked', 'good', 'bad', 'known', 'left_out', 'written', 'kept', 'undone'] as const
export const batchStates = ['received', 'checked', 'writing', 'written', 'undone'] as const
export type BatchState = (typeof batchStates)[number]
/** What the page lists: rows to be mended, rows that may be there twice, or all. */
export const shown = ['bad', 'twins', 'all'] as const

const page = () => integer(1, 1_000_000).catch(1)

export const receiveInput = z.object({ name: text(200), hash: z.string().length(64), table: z.custom<Table>((value) => typeof value === 'object') })
export const idInput = z.object({ id: id() })
export const readInput = z.object({ id: id(), show: oneOf(shown).nullable().catch(null), page: page() })
export const listInput = z.object({ page: page() })
/** `columns[3]` is where the fourth column goes; empty: it is left out. */
export const mapInput = z.object({ id: id(), columns: z.array(z.string().max(60)).max(200) })
/** `rows[r17][c3]`: the fourth cell of line 17 (letters, as bare numbers would make a list of them); `leaveOut` names lines that are not to be written. */
export const mendInput = z.object({
  id: id(),
  rows: z.record(z.string().regex(/^r\d{1,6}$/), z.record(z.string().regex(/^c\d{1,3}$/), z.string().max(5_000))).catch({}),
  leaveOut: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.coerce.number().int())).catch([]),
})
/** `withoutBad` is ticked where rows that could not be read are left out for good. */
export const startInput = z.object({ id: id(), withoutBad: z.preprocess((value) => value === 'on' || value === true, z.boolean()) })
export const undoInput = z.object({ id: id(), reason: text(300, 4), confirmed: consent('import.must_confirm') })
