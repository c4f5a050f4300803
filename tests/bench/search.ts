import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { planOf } from '#search/ask/steps'
import { shownFields } from '#search/ask/hits'
import { emptyQuery, facetFields, search } from '#search/query'
import { parseQuery } from '#search/text/terms'
import { indexName, writingClient } from '~/jobs/search-index'
import { env } from '~/env.server'
import { get, loadWithoutFailure, perSecond, post, timed } from './load'
import { fillIndex } from './records'
import { inTurn, percentile, type Options } from './report'
import { questions } from './texts'
import { openWorld, type World } from './world'

/** What a question costs at least: its words asked of the index once, with the counts of every facet and the fields that a page shows. */
function rawQuery(q: string): object {
  const strict = planOf(parseQuery(q), q)?.strict
  return { q: strict?.q ?? '', attributesToSearchOn: strict?.fields, matchingStrategy: 'all', facets: [...facetFields], attributesToRetrieve: [...shownFields], limit: 20 }
}

type Size = { documents: number; bytes: number; indexedIn: number | null }

/** Fills the world's index to `scale`, keeps how long that took when it was done in one go, and says how large it is. */
async function filled({ dataDir }: World, scale: number): Promise<Size> {
  const { seconds, added } = await fillIndex(writingClient(), indexName(), scale)
  const note = join(dataDir, 'filled.json')
  if (added === scale) writeFileSync(note, JSON.stringify({ indexedIn: seconds }))
  const { numberOfDocuments } = await writingClient().index(indexName()).getStats()
  return { documents: numberOfDocuments, bytes: sizeOf(join(dataDir, 'meilisearch')), indexedIn: existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as { indexedIn: number }).indexedIn : null }
}

function sizeOf(path: string): number {
  const stat = statSync(path)
  // Blocks of 512 bytes: a sparse file counts by what it takes of the disk.
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stat.blocks * 512
}

/** How long the portal's own search takes for the questions, one after the other: the 95th percentile in ms. */
async function p95Of(asked: readonly string[]): Promise<number> {
  const ask = (q: string) => search(writingClient(), indexName(), { ...emptyQuery, q }, { now: new Date() })
  await timed(asked, ask)
  return percentile(await timed(asked, ask), 0.95)
}

async function smallP95(asked: readonly string[], scale: number): Promise<number> {
  const world = await openWorld(`search-${scale}`)
  try {
    await filled(world, scale)
    return await p95Of(asked)
  } finally {
    await world.close()
  }
}

/** `npm run bench -- search`: the result page and the API against the index alone and an empty page; and how search grows with what is searched. */
export async function benchSearch({ scale, rounds, seconds, say }: Options): Promise<void> {
  const asked = questions(200)
  const small = scale > 10_000 ? await smallP95(asked, 10_000) : null
  const world = await openWorld(`search-${scale}`)
  try {
    const { documents, bytes, indexedIn } = await filled(world, scale)
    console.log(`${documents} documents, ${(bytes / 2 ** 20).toFixed(0)} MiB on disk${indexedIn === null ? '' : `, made and indexed in ${indexedIn.toFixed(0)} s`}`)
    const p95 = await p95Of(asked)
    const growth = small === null ? null : p95 / small
    say({ area: 'search', measure: `search p95, ${scale} documents against 10,000`, unit: 'ms', floor: small, figure: p95, ratio: growth, goal: '≤ 3 ×', met: growth === null ? null : growth <= 3 })

    const { url, stop } = await world.serve()
    try {
      const index = `/indexes/${indexName()}/search`
      const { MEILISEARCH_HOST: host = '', MEILISEARCH_API_KEY: apiKey } = env()
      const paths = (path: string) => asked.map((q) => get(`${path}?q=${encodeURIComponent(q)}`))
      const raw = (clients: number) => loadWithoutFailure(host, asked.map((q) => post(index, rawQuery(q))), { clients, seconds, headers: { authorization: `Bearer ${apiKey}` } })
      const empty = (clients: number) => loadWithoutFailure(url, [get('/dev/empty')], { clients, seconds })
      const page = (clients: number) => loadWithoutFailure(url, paths('/search'), { clients, seconds })
      await page(2)

      const alone = await inTurn(rounds, async () => (await raw(1)).p50 + (await empty(1)).p50, async () => (await page(1)).p50)
      say({ area: 'search', measure: 'search page, p50 at 1 client', unit: 'ms', ...alone, goal: '≤ 1.5 ×', met: alone.ratio <= 1.5 })
      const many = await inTurn(rounds, async () => 1 / (1 / (await raw(20)).perSecond + 1 / (await empty(20)).perSecond), async () => (await page(20)).perSecond)
      say({ area: 'search', measure: 'search page, requests at 20 clients', unit: '/s', ...many, goal: '≥ 0.7 ×', met: many.ratio >= 0.7 })
      const throughClient = () => perSecond(asked, (q) => writingClient().index(indexName()).search(null, rawQuery(q)), { clients: 20, seconds })
      const api = await inTurn(rounds, throughClient, async () => (await loadWithoutFailure(url, paths('/api/v1/search'), { clients: 20, seconds })).perSecond)
      say({ area: 'search', measure: '/api/v1/search, requests at 20 clients', unit: '/s', ...api, goal: '≥ 0.7 ×', met: api.ratio >= 0.7 })
    } finally {
      await stop()
    }
  } finally {
    await world.close()
  }
}
