import { explainedFor, membersFor, type LoadedTarget } from '~/domain/matching/compute.server'
import { countRows } from '~/domain/searching/rows.server'
import { reindex } from '~/jobs/reindex'
import { indexName, writingClient } from '~/jobs/search-index'
import { fillAchievements } from './achievements'
import { timed } from './load'
import { percentile, type Options } from './report'
import { texts } from './texts'
import { openWorld } from './world'

/** The targets of the goal: 100 scenarios and 300 needs. */
const targets = 400
const shown = 20
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

/** Brings a world to `scale` results, in rows and index, and matches all targets with them, one after the other: the best twenty with their reasons. */
async function matched(scale: number): Promise<Took> {
  const world = await openWorld(`match-${scale}`)
  try {
    await fillAchievements(scale)
    const { numberOfDocuments } = await writingClient().index(indexName()).getStats()
    if (numberOfDocuments < scale || numberOfDocuments !== (await countRows())) await reindex()
    let peak = mebibytes()
    const watch = setInterval(() => (peak = Math.max(peak, mebibytes())), 100)
    let found = 0
    const work = async (target: LoadedTarget) => {
      const ready = await membersFor(target, now)
      if (ready) found += explainedFor(ready, shown).length
    }
    const all = [...madeUpTargets()]
    const [first = NaN] = await timed(all.slice(0, 1), work)
    const took = await timed(all, work)
    clearInterval(watch)
    return { all: took.reduce((sum, ms) => sum + ms, 0) / 1000, p50: percentile(took, 0.5), p95: percentile(took, 0.95), first: first / 1000, found, peak }
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
  say({ area: 'match', measure: `${targets} targets × ${scale} results, the first ${shown} of each with reasons, against 10,000`, unit: 's', ...against('all'), figure: took.all, goal: '≤ 60 s, ≤ 4 ×', met: goal ? took.all <= 60 && (small === null || took.all / small.all <= 4) : small && took.all / small.all <= 4 })
  say({ area: 'match', measure: 'one new need, p50', unit: 'ms', floor: null, figure: took.p50, ratio: null, goal: '≤ 300 ms', met: goal ? took.p50 <= 300 : null })
  say({ area: 'match', measure: 'one new need, p95, against 10,000', unit: 'ms', ...against('p95'), figure: took.p95, goal: '≤ 300 ms, ≤ 4 ×', met: goal ? took.p95 <= 300 : null })
  say({ area: 'match', measure: 'the first need after a start, the pool read', unit: 's', floor: small?.first ?? null, figure: took.first, ratio: null, goal: '–', met: null })
  say({ area: 'match', measure: 'memory at its most', unit: 'MiB', floor: small?.peak ?? null, figure: took.peak, ratio: small ? took.peak / small.peak : null, goal: '–', met: null })
  console.log(`${took.found} pairs with reasons`)
}
