import { parseArgs } from 'node:util'
import { say, write, type Figure, type Options } from './report'

const usage = 'npm run bench -- search|index|match|stats|import|all [--scale 10000|100000|1000000] [--rounds 3] [--seconds 5] [--json FILE]'

const areas: Record<string, () => Promise<(options: Options) => Promise<void>>> = {
  search: async () => (await import('./search')).benchSearch,
  index: async () => (await import('./index-life')).benchIndex,
  import: async () => (await import('./import')).benchImport,
  stats: async () => (await import('./stats')).benchStats,
  match: async () => (await import('./match')).benchMatch,
}

function options(): { chosen: string[]; scale: number; rounds: number; seconds: number; json: string } | null {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { scale: { type: 'string' }, rounds: { type: 'string' }, seconds: { type: 'string' }, json: { type: 'string' } } })
  const number = (text: string | undefined, otherwise: number) => (text === undefined ? otherwise : /^[1-9]\d{0,6}$/.test(text) ? Number(text) : NaN)
  const [scale, rounds, seconds] = [number(values.scale, 100_000), number(values.rounds, 3), number(values.seconds, 5)]
  const chosen = positionals.includes('all') || positionals.length === 0 ? Object.keys(areas) : positionals
  if (chosen.some((area) => !(area in areas)) || [scale, rounds, seconds].some(Number.isNaN)) return null
  return { chosen, scale, rounds, seconds, json: values.json ?? `.data/bench/${chosen.join('-')}-${scale}.json` }
}

/** Benchmarks: figures against floors of the same run, on a portal of their own below `.data/bench`. Never part of the tests. */
async function main(): Promise<void> {
  const wanted = options()
  if (!wanted) {
    console.error(usage)
    process.exitCode = 1
    return
  }
  const { chosen, json, ...how } = wanted
  const figures: Figure[] = []
  for (const area of chosen) {
    const bench = await areas[area]?.()
    await bench?.({ ...how, say: (figure) => { figures.push(figure); say(figure) } })
  }
  write(json, figures, how.scale)
}

await main()
