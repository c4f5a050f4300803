import type { Money } from './types'

/** Writes a whole number of 分 as 元 with two decimals. */
export function moneyFromFen(fen: number): Money {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`not an amount in fen: ${fen}`)
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** Writes a whole number of 万元 as 元 with two decimals. */
export function moneyFromWan(wan: number): Money {
  return moneyFromFen(Math.round(wan * 1_000_000))
}
