import { Decimal } from '~/domain/kernel/money'

/** One row of a table: contracts, 成交额 and 技术交易额 in 元 as exact decimals in text. */
export type Cell = { key: string; count: number; amount: string; technologyAmount: string; pending: number }
/** A cell with some of its parties; three are enough to know that it may be shown. */
export type PartyCell = Cell & { parties: string[] }
export type Sums = Omit<Cell, 'key'>

/** A public cell needs this many different parties (choice): fewer could be told who paid whom what. */
export const leastParties = 3
export const suppressedKey = 'suppressed'
export const missingKey = 'none'

export function sumOf(cells: readonly Sums[]): Sums {
  const add = (pick: (cell: Sums) => string) => cells.reduce((sum, cell) => sum.plus(pick(cell)), new Decimal(0)).toFixed(2)
  return {
    count: cells.reduce((sum, cell) => sum + cell.count, 0),
    amount: add((cell) => cell.amount),
    technologyAmount: add((cell) => cell.technologyAmount),
    pending: cells.reduce((sum, cell) => sum + cell.pending, 0),
  }
}

const partiesOf = (cells: readonly PartyCell[]) => new Set(cells.flatMap((cell) => cell.parties)).size

/**
 * Merges cells with fewer than three parties into one with the key `suppressed`, so that the whole still adds up. It holds at
 * least two cells and three parties, else the total less the others would tell it: the next smallest joins it.
 */
export function suppress(cells: readonly PartyCell[]): { shown: Cell[]; hidden: string[] } {
  const small = cells.filter((cell) => cell.parties.length < leastParties)
  const rest = cells.filter((cell) => cell.parties.length >= leastParties).sort((a, b) => a.count - b.count || a.key.localeCompare(b.key))
  const hidden = [...small]
  while (hidden.length > 0 && (hidden.length < 2 || partiesOf(hidden) < leastParties)) {
    const next = rest.shift()
    if (!next) break
    hidden.push(next)
  }
  const keys = new Set(hidden.map((cell) => cell.key))
  const shown = cells.filter((cell) => !keys.has(cell.key)).map(({ parties: _, ...cell }): Cell => cell)
  return { shown: hidden.length > 0 ? [...shown, { key: suppressedKey, ...sumOf(hidden) }] : shown, hidden: [...keys] }
}

/** 同比: the change in per cent against the same stretch a year before, one decimal; null when there is nothing to compare with. */
export function change(now: Decimal.Value, before: Decimal.Value): string | null {
  const base = new Decimal(before)
  return base.isZero() ? null : new Decimal(now).minus(base).div(base).times(100).toFixed(1)
}
