import { createReadStream, createWriteStream, existsSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import autocannon, { type Instance, type Result } from 'autocannon'
import { indexSettings } from '#search/settings'
import { putDocuments, waitForTask } from '#search/index-writer'
import { db } from '~/domain/kernel/db.server'
import { documentsOf, rowHashes } from '~/domain/searching/rows.server'
import { indexName, writingClient } from '~/jobs/search-index'
import { reindex } from '~/jobs/reindex'
import { fillAchievements, retitle, someAchievements } from './achievements'
import { get } from './load'
import { inTurn, percentile, type Options } from './report'
import { questions } from './texts'
import { openWorld, type World } from './world'

const scratch = 'bench_raw'
/** As the portal's own reindex hands them over. */
const batchSize = 500
const patience = 7_200_000

/** People who search meanwhile: twenty searches a second, until it is stopped. Says how many were asked, and how many failed. */
function searching(url: string): () => Promise<{ asked: number; failed: number }> {
  const requests = questions(200).map((q) => get(`/search?q=${encodeURIComponent(q)}`))
  let run: Instance | undefined
  const done = new Promise<Result>((end, fail) => {
    run = autocannon({ url, requests, connections: 4, overallRate: 20, duration: 86_400 }, (error: Error | null, result) => (error ? fail(error) : end(result)))
  })
  return async () => {
    run?.stop()
    const { requests, non2xx, errors, timeouts } = await done
    return { asked: requests.total, failed: non2xx + errors + timeouts }
  }
}

/** The documents that a reindex would make, a batch a line. */
async function writeDocuments(file: string): Promise<void> {
  const out = createWriteStream(file)
  for await (const page of rowHashes()) {
    for (let from = 0; from < page.length; from += batchSize) {
      if (!out.write(`${JSON.stringify(await documentsOf(page.slice(from, from + batchSize).map(({ id }) => id), new Date()))}\n`)) await once(out, 'drain')
    }
  }
  out.end()
  await once(out, 'finish')
}

/** Seconds to push finished documents into a new index of the same settings. */
async function pushRaw(file: string): Promise<number> {
  const client = writingClient()
  await client.index(scratch).delete().then(({ taskUid }) => client.tasks.waitForTask(taskUid, { timeout: patience }))
  const begun = performance.now()
  await waitForTask(client, (await client.createIndex(scratch, { primaryKey: 'id' })).taskUid)
  await waitForTask(client, (await client.index(scratch).updateSettings(indexSettings())).taskUid)
  const tasks: number[] = []
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { taskUid } = await client.httpRequest.post<{ taskUid: number }>({ path: `indexes/${scratch}/documents`, body: JSON.parse(line) as object })
    tasks.push(taskUid)
  }
  for (const task of tasks) await waitForTask(client, task, patience)
  return (performance.now() - begun) / 1000
}

async function benchReindex({ rounds, scale, say }: Options, world: World): Promise<void> {
  const file = join(world.dataDir, 'documents.jsonl')
  const web = await world.serve()
  let asked = 0
  let failed = 0
  const meanwhile = async (work: () => Promise<number>) => {
    const stop = searching(web.url)
    try {
      return await work()
    } finally {
      const seen = await stop()
      asked += seen.asked
      failed += seen.failed
    }
  }
  try {
    if (!existsSync(file)) await writeDocuments(file)
    const seconds = async () => {
      const begun = performance.now()
      await reindex()
      return (performance.now() - begun) / 1000
    }
    const { floor, figure, ratio } = await inTurn(rounds, () => meanwhile(() => pushRaw(file)), () => meanwhile(seconds))
    say({ area: 'index', measure: `full reindex with swap, ${scale} results, while people search`, unit: 's', floor, figure, ratio: 1 / ratio, goal: '≥ 0.8 × the speed of the floor', met: 1 / ratio >= 0.8 })
    say({ area: 'index', measure: `searches that failed meanwhile, of ${asked}`, unit: '', floor: null, figure: failed, ratio: null, goal: '0', met: failed === 0 })
  } finally {
    await web.stop()
    rmSync(file, { force: true })
    await writingClient().index(scratch).delete()
  }
}

/** Milliseconds from the commit of a change until the portal's own search finds it. */
async function untilFound(url: string, id: string, title: string, sign: string): Promise<number> {
  await retitle(id, `${title}${sign}`)
  const begun = performance.now()
  for (;;) {
    const answer = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(`"${sign}"`)}`)
    const { data } = (await answer.json()) as { data?: unknown[] }
    if (data && data.length > 0) return performance.now() - begun
    if (performance.now() - begun > 60_000) throw new Error('a change was not found within a minute')
  }
}

async function benchChanges({ scale, say }: Options, world: World): Promise<void> {
  const web = await world.serve({ WORKER: 'inline' })
  try {
    const changed = await someAchievements(40)
    const floors: number[] = []
    const figures: number[] = []
    for (const [place, { id, title }] of changed.entries()) {
      const sign = `标记${Date.now().toString(36)}${place}`
      figures.push(await untilFound(web.url, id, title, sign))
      const { number } = await db().achievement.findUniqueOrThrow({ where: { id }, select: { number: true } })
      const documents = await documentsOf([`achievement_${number}`], new Date())
      const begun = performance.now()
      await waitForTask(writingClient(), (await putDocuments(writingClient(), indexName(), documents)).taskUid)
      floors.push(performance.now() - begun)
    }
    const [floor, figure] = [percentile(floors, 0.95), percentile(figures, 0.95)]
    const small = scale <= 10_000
    say({ area: 'index', measure: `committed change → found by search, p95, ${scale} results`, unit: 'ms', floor, figure, ratio: figure / floor, goal: small ? '≤ 1 s' : '≤ 3 ×', met: small ? figure <= 1_000 : figure / floor <= 3 })
  } finally {
    await web.stop()
  }
}

/** `npm run bench -- index`: a full reindex beside pushing finished documents, and how soon a change is found. */
export async function benchIndex(options: Options): Promise<void> {
  const world = await openWorld(`index-${options.scale}`)
  try {
    await fillAchievements(options.scale)
    await reindex()
    await benchReindex(options, world)
    await benchChanges(options, world)
  } finally {
    await world.close()
  }
}
