/** A line of a file: its number as a spreadsheet counts, and its cells as text, days as `2026-11-24`. */
export type Line = { line: number; cells: string[] }
export type Sheet = { name: string; lines: Line[] }
/** A file as sheets of lines, of which a text has one. `hidden` names those of a workbook that are not shown, and were not read. */
export type Table = { sheets: Sheet[]; hidden: string[] }

/** The most that is read of one file; more is a mistake, or meant to harm. */
export const most = { unfolded: 50_000_000, entries: 1_000, lines: 20_000, columns: 200, cell: 5_000 } as const
