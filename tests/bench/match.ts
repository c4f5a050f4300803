import { db } from '~/domain/kernel/db.server'
import { explainedFor, membersFor, type LoadedTarget } from '~/domain/matching/compute.server'
import { countRows } from '~/domain/searching/rows.server'
import { fillRowsIfNone, reindex } from '~/jobs/reindex'
import { indexName, writingClient } from '~/jobs/search-index'
import { fillAchievements } from './achievements'
import { timed } from './load'
import { percentile, type Options } from './report'
import { texts } from './texts'
import { openWorld } from './world'

/** The targets of the goal: 100 scenarios and 300 needs. */
const targets = 400
const shown = 20
/** A full run has so many targets under way: while index and database work on one, the process scores the other. */
const atOnce = 2
const modes = ['joint_development', 'commissioned_development', 'licence', 'assignment', 'consulting']
/** A day on which made-up records and the sample district count. */
const now = new Date()

/** Made-up needs and scenarios, the same every time; other texts than the results', of the same words. */
function* madeUpTargets(): Generator<LoadedTarget> {
  const written = texts(12)
  for (let place = 0; place < targets; place++) {
    const { title, summary, body, keywords } = written.next().value
    const kind = place % 4 === 0 ? 'scenario' : 'need'
    const named = kind === 'need' ? { title, keywords: keywords.join('、'), problem: summary, indicators: body } : { title, keywords: keywords.join('、'), summary, body }
    yield { kind, id: `bench-${place}`, title, path: '/', deadline: null, sections: Object.entries(named).map(([name, text]) => ({ name, text })), field: '', modes: [modes[place % modes.length] ?? ''], areaKey: null, trlWanted: 1 + (place % 9), ownerIds: [] }
  }
}

type Took = { all: number; p50: number; p95: number; first: number; found: number; peak: number }

const mebibytes = () => process.memoryUsage().rss / 2 ** 20

/** Seconds for all of it, by so many at once. */
async function together<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<number> {
  const left = [...items]
  const begun = performance.now()
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next)
  }))
  return (performance.now() - begun) / 1000
}

/** Brings a world to `scale` results, in rows and index, and matches all targets with them: the best twenty with their reasons; one after the other as new needs come, and as a full run. */
async function matched(scale: number): Promise<Took> {
  const world = await openWorld(`match-${scale}`)
  try {
    await fillAchievements(scale)
    const { numberOfDocuments } = await writingClient().index(indexName()).getStats()
    if (numberOfDocuments < scale || numberOfDocuments !== (await countRows())) await reindex()
    else await fillRowsIfNone()
    console.log(`${await db().matchCandidate.count()} candidates`)
    let peak = mebibytes()
    const watch = setInterval(() => (peak = Math.max(peak, mebibytes())), 100)
    let found = 0
    const work = async (target: LoadedTarget) => {
      const ready = await membersFor(target)
      if (ready) found += (await explainedFor(ready, shown, now)).length
    }
    const all = [...madeUpTargets()]
    const [first = NaN] = await timed(all.slice(0, 1), work)
    const took = await timed(all, work)
    const seconds = await together(all, work)
    clearInterval(watch)
    return { all: seconds, p50: percentile(took, 0.5), p95: percentile(took, 0.95), first: first / 1000, found: found / 2, peak }
  } finally {
    await world.close()
  }
}

/** `npm run bench -- match`: the best twenty with their reasons for 400 targets, one new need, and how both grow with the candidates. */
export async function benchMatch({ scale, say }: Options): Promise<void> {
  const small = scale > 10_000 ? await matched(10_000) : null
  const took = await matched(scale)
  const goal = scale <= 100_000
  const against = (of: 'all' | 'p95') => (small ? { floor: small[of], ratio: took[of] / small[of] } : { floor: null, ratio: null })
  say({ area: 'match', measure: `${targets} targets × ${scale} results, the first ${shown} of each with reasons, ${atOnce} at once, against 10,000`, unit: 's', ...against('all'), figure: took.all, goal: '≤ 60 s, ≤ 4 ×', met: goal ? took.all <= 60 && (small === null || took.all / small.all <= 4) : small && took.all / small.all <= 4 })
  say({ area: 'match', measure: 'one new need, p50', unit: 'ms', floor: small?.p50 ?? null, figure: took.p50, ratio: null, goal: '≤ 300 ms', met: goal ? took.p50 <= 300 : null })
  say({ area: 'match', measure: 'one new need, p95, against 10,000', unit: 'ms', ...against('p95'), figure: took.p95, goal: '≤ 300 ms, ≤ 4 ×', met: goal ? took.p95 <= 300 : null })
  say({ area: 'match', measure: 'the first need after a start, the pool read', unit: 's', floor: small?.first ?? null, figure: took.first, ratio: null, goal: '–', met: null })
  say({ area: 'match', measure: 'memory at its most', unit: 'MiB', floor: small?.peak ?? null, figure: took.peak, ratio: small ? took.peak / small.peak : null, goal: '–', met: null })
  console.log(`${took.found} pairs with reasons`)
}
