import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'
import { z } from 'zod'
import { searchClient, type SearchClient } from '#search/client'
import { documentId, documentOf } from '#search/document'
import { startMeilisearch } from '#search/embedded'
import { judgedQueries, readSubjects } from '#search/eval/judged'
import { measureSearch, ndcgOf, type AskedQuery } from '#search/eval/measures'
import { ensureIndex, waitForTask } from '#search/index-writer'
import { emptyQuery, search, searchTypes } from '#search/query'
import { freePort } from '~/server/ports'
import { sampleDocuments } from './eval-sample'
import { candidateShape, FileError, readJsonLines, readJudgements, type EvalCandidate } from './eval-files'

const usage = 'npm run eval:search -- --docs D.jsonl --queries Q.jsonl --qrels R.tsv [--run out.trec] [--worst N]\nor, over the sample district: npm run eval:search [-- --also FURTHER-DOCS.jsonl …]'
const batchSize = 1_000
const now = new Date('2026-01-01T00:00:00Z')

class UsageError extends Error {}

const text = z.string().nullish().transform((value) => value ?? '')
const queryShape = z.object({ id: z.union([z.string().min(1), z.number()]).transform(String), q: text, kind: z.string().nullish().transform((value) => value ?? '-') })
type EvalQuery = z.output<typeof queryShape>

function options() {
  let values
  try {
    values = parseArgs({ options: { docs: { type: 'string' }, queries: { type: 'string' }, qrels: { type: 'string' }, run: { type: 'string' }, also: { type: 'string', multiple: true }, worst: { type: 'string' } } }).values
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0])
  }
  const given = [values.docs, values.queries, values.qrels].filter(Boolean).length
  if (given !== 0 && given !== 3) throw new UsageError('--docs, --queries and --qrels go together')
  const { docs, queries, qrels, run, also = [], worst = '0' } = values
  if (!/^\d{1,4}$/.test(worst)) throw new UsageError('--worst is a number of queries')
  return { files: docs && queries && qrels ? { docs, queries, qrels } : null, run, also, worst: Number(worst) }
}

/** A system that was filled with the documents and answers a query with the ids that it shows first, the best on top. */
type System = { name: string; ask: (q: string) => Promise<string[]> }

async function filled(client: SearchClient, index: string, documents: readonly object[], say: string): Promise<void> {
  const bar = new SingleBar({ format: `${say} [{bar}] {value}/{total} documents`, clearOnComplete: false }, Presets.shades_classic)
  bar.start(documents.length, 0)
  for (let from = 0; from < documents.length; from += batchSize) {
    const batch = documents.slice(from, from + batchSize)
    await waitForTask(client, (await client.index(index).addDocuments(batch, { primaryKey: 'id' })).taskUid, 600_000)
    bar.update(from + batch.length)
  }
  bar.stop()
}

/** The portal's own pipeline, settings and query code. */
async function portalSystem(client: SearchClient, docs: readonly EvalCandidate[]): Promise<System> {
  const index = 'eval_portal'
  await ensureIndex(client, index)
  const idOf = new Map<string, string>()
  const documents = docs.map(({ id, kind, title, content, keywords }, place) => {
    const type = searchTypes.find((known) => known === kind) ?? 'achievement'
    // Ids of a file may hold signs that an index does not take; its places do not.
    idOf.set(documentId(type, String(place)), id)
    const common = { id: String(place), title, summary: content, body: '', keywords: keywords.split('、').filter(Boolean), version: 1, publishedAt: now }
    return documentOf(type === 'scenario' || type === 'need' ? { type, year: 2026, ...common } : { type, ...common }, now)
  })
  await filled(client, index, documents, 'portal  ')
  return {
    name: 'portal',
    ask: async (q) => {
      const { hits, also } = await search(client, index, { ...emptyQuery, q }, { now, limit: 20 })
      return [...hits, ...(also?.hits ?? [])].map((hit) => idOf.get(hit.id) ?? hit.id)
    },
  }
}

/** Meilisearch as it comes: no setting touched, one plain query. */
async function defaultSystem(client: SearchClient, docs: readonly EvalCandidate[]): Promise<System> {
  const index = 'eval_defaults'
  const ids = new Map(docs.map(({ id }, place) => [String(place), id]))
  await filled(client, index, docs.map(({ title, content, keywords }, place) => ({ id: String(place), title, content, keywords })), 'defaults')
  return { name: 'defaults', ask: async (q) => (await client.index<{ id: string }>(index).search(q, { limit: 20, attributesToRetrieve: ['id'] })).hits.map((hit) => ids.get(hit.id) ?? hit.id) }
}

async function ask(system: System, queries: readonly EvalQuery[], grades: ReadonlyMap<string, ReadonlyMap<string, number>>): Promise<(AskedQuery & { id: string })[]> {
  const asked: (AskedQuery & { id: string })[] = []
  const none = new Map<string, number>()
  for (const { id, q, kind } of queries) {
    const begun = performance.now()
    const found = [...new Set(await system.ask(q))]
    asked.push({ id, kind, found, grades: grades.get(id) ?? none, ms: performance.now() - begun })
  }
  return asked
}

function table(name: string, asked: readonly AskedQuery[]): void {
  const kinds = [...new Set(asked.map(({ kind }) => kind))]
  console.log(`\n${name}\n${'kind'.padEnd(24)}${['queries', 'NDCG@10', 'success@10', 'no result', 'p50 ms', 'p95 ms'].map((head) => head.padStart(11)).join('')}`)
  for (const kind of [...kinds, null]) {
    const { queries, ndcg10, success10, zero, p50, p95 } = measureSearch(kind === null ? asked : asked.filter((one) => one.kind === kind))
    const cells = [String(queries), ndcg10.toFixed(4), success10.toFixed(4), zero.toFixed(4), p50.toFixed(1), p95.toFixed(1)]
    console.log(`${(kind ?? 'all').padEnd(24)}${cells.map((cell) => cell.padStart(11)).join('')}`)
  }
}

/** The queries that went worst, to learn from. */
function showWorst(asked: readonly (AskedQuery & { id: string })[], queries: readonly EvalQuery[], count: number): void {
  const typed = new Map(queries.map(({ id, q }) => [id, q]))
  const worst = asked.map((one) => ({ ...one, value: ndcgOf(one) })).sort((one, other) => one.value - other.value).slice(0, count)
  for (const { id, kind, value, found, grades } of worst) console.log(`${value.toFixed(3)}  ${kind.padEnd(22)}${typed.get(id) ?? id}  (${found.length} shown, ${grades.size} judged)`)
}

type Evaluated = { docs: EvalCandidate[]; queries: EvalQuery[]; grades: Map<string, Map<string, number>> }

function fromFiles({ docs, queries, qrels }: { docs: string; queries: string; qrels: string }): Evaluated {
  const asked = [...readJsonLines(queries, queryShape).values()]
  const grades = new Map<string, Map<string, number>>()
  for (const { needId: queryId, candidateId: docId, grade } of readJudgements(qrels)) grades.set(queryId, (grades.get(queryId) ?? new Map<string, number>()).set(docId, grade))
  const unjudged = asked.filter(({ id }) => !grades.has(id))
  if (unjudged.length > 0) console.error(`${unjudged.length} queries have no judged document and are left out`)
  return { docs: [...readJsonLines(docs, candidateShape).values()], queries: asked.filter(({ id }) => grades.has(id)), grades }
}

/** The judged set over the sample district, and over further documents where they are given. */
function ownSet(also: string[]): Evaluated {
  const docs = [...sampleDocuments(), ...also.flatMap((file) => [...readJsonLines(file, candidateShape).values()])]
  const queries = judgedQueries(docs, readSubjects(readFileSync('search/eval/subjects.txt', 'utf8')))
  return { docs, queries, grades: new Map(queries.map(({ id, grades }) => [id, grades])) }
}

async function main(): Promise<void> {
  const chosen = options()
  const { docs, queries, grades } = chosen.files ? fromFiles(chosen.files) : ownSet(chosen.also)
  const folder = mkdtempSync(join(tmpdir(), 'portal-eval-'))
  const server = await startMeilisearch({ dataDir: folder, port: await freePort(0), masterKey: 'evaluation-in-a-scratch-server', log: () => {} })
  try {
    const client = searchClient({ host: server.host, apiKey: 'evaluation-in-a-scratch-server', timeoutMs: 60_000 })
    const systems = [await portalSystem(client, docs), await defaultSystem(client, docs)]
    for (const system of systems) {
      await ask(system, queries.slice(0, 10), grades)
      const asked = await ask(system, queries, grades)
      table(system.name, asked)
      if (system.name === 'portal') showWorst(asked, queries, chosen.worst)
      if (chosen.run && system.name === 'portal') {
        writeFileSync(chosen.run, asked.flatMap(({ id, found }) => found.map((docId, rank) => `${id} Q0 ${docId} ${rank + 1} ${found.length - rank} portal\n`)).join(''))
      }
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof FileError)) throw error
  console.error(error instanceof UsageError ? `${error.message}\n${usage}` : error.message)
  process.exitCode = 1
}
