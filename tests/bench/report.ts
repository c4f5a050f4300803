import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { dirname, resolve } from 'node:path'

/** One measured thing beside what bounds it from below, both in `unit`. */
export type Figure = {
  area: string
  measure: string
  unit: string
  /** Null where a goal is a plain number, or where this run had nothing to compare with. */
  floor: number | null
  figure: number
  /** `figure` against `floor`: the median over the rounds. */
  ratio: number | null
  /** The goal of the measure in words. */
  goal: string
  /** Null where this run cannot say. */
  met: boolean | null
}

/** How a benchmark is run: with how many made-up records, how many rounds, how many seconds of load each, and where its figures go. */
export type Options = { scale: number; rounds: number; seconds: number; say: (figure: Figure) => void }

/** The middle value; the lower one of two. Throws on nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  if (middle === undefined) throw new Error('there is no median of nothing')
  return middle
}

/** The value that `share` of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

/**
 * Measures floor and figure in turn, so that what the machine does otherwise hits both; `floor` and `figure` are the medians
 * of the rounds, `ratio` is the median of each round's own.
 */
export async function inTurn(rounds: number, floor: () => Promise<number>, figure: () => Promise<number>): Promise<{ floor: number; figure: number; ratio: number }> {
  const floors: number[] = []
  const figures: number[] = []
  for (let round = 0; round < rounds; round++) {
    floors.push(await floor())
    figures.push(await figure())
  }
  return { floor: median(floors), figure: median(figures), ratio: median(figures.map((value, round) => value / (floors[round] ?? NaN))) }
}

const shown = (value: number | null) => (value === null ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

/** Writes a line as soon as it is known: a long run shows what it found so far. */
export function say({ area, measure, unit, floor, figure, ratio, goal, met }: Figure): void {
  const times = ratio === null ? '' : `  = ${ratio.toFixed(2)} ×`
  console.log(`${met === null ? ' ' : met ? '✓' : '✗'} ${area}: ${measure}\n    floor ${shown(floor)}  figure ${shown(figure)} ${unit}${times}   goal ${goal}`)
}

/** All figures as JSON, with the machine that they are of. */
export function write(file: string, figures: readonly Figure[], scale: number): void {
  const path = resolve(file)
  mkdirSync(dirname(path), { recursive: true })
  const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? '', memoryGiB: Math.round(totalmem() / 2 ** 30) }
  writeFileSync(path, `${JSON.stringify({ measuredAt: new Date().toISOString(), scale, machine, figures }, null, 2)}\n`)
  console.log(`written to ${path}`)
}
