import { Presets, SingleBar } from 'cli-progress'
import type { SearchClient } from '#search/client'
import { outdated } from '#search/ask/page'
import { documentId, documentOf, type SearchDocument, type SearchSource } from '#search/document'
import { putDocuments, waitForTask } from '#search/index-writer'
import { labels } from '~/domain/district/service.server'
import { countRows, documentsOf } from '~/domain/searching/rows.server'
import { texts } from './texts'

const batchSize = 1_000
const DAY = 86_400_000
const modes = ['joint_development', 'commissioned_development', 'licence', 'assignment', 'consulting']

type Codes = { fields: string[]; areas: string[]; themes: string[] }

async function codesOf(): Promise<Codes> {
  const of = async (scheme: 'field' | 'area' | 'theme') => [...(await labels(scheme, 'zh-CN')).keys()]
  return { fields: await of('field'), areas: await of('area'), themes: await of('theme') }
}

/** Made-up public records: of ten, five achievements, two people, two needs and a scenario. The same every time, from `place` on. */
export function* records(codes: Codes, now: Date, from: number, until: number): Generator<SearchSource> {
  const written = texts(11)
  const pick = (all: string[], place: number) => all[place % Math.max(1, all.length)]
  for (let place = 0; place < until; place++) {
    const text = written.next().value
    if (place < from) continue
    const common = { ...text, id: `bench-${place}`, version: 1, field: pick(codes.fields, place), area: pick(codes.areas, place * 7), publishedAt: new Date(now.getTime() - (place % 1_500) * DAY) }
    const timed = { ...common, year: 2020 + (place % 7), opensAt: common.publishedAt, closesAt: new Date(now.getTime() + ((place % 1_200) - 300) * DAY), fundingMin: `${(place % 90) * 10_000}`, fundingMax: `${(place % 90) * 30_000}`, modes: [pick(modes, place) ?? ''], selection: null, organisationName: `第${place % 5_000}科技有限公司` }
    const kind = place % 10
    if (kind === 0) yield { type: 'scenario', ...timed, theme: pick(codes.themes, place) }
    else if (kind < 3) yield { type: 'need', ...timed, number: `N${place}` }
    else if (kind < 5) yield { type: 'expert', ...common, organisationName: `第${place % 900}研究院`, personTitle: null }
    else yield { type: 'achievement', ...common, modes: [pick(modes, place) ?? ''], priceMin: null, priceMax: `${(place % 70) * 20_000}`, ownerName: `第${place % 900}研究院`, inventors: [], number: `A${place}` }
  }
}

/** The finished documents as they are at `now`, a thousand at a time; `only` some of them, by id. */
export async function* documents(now: Date, from: number, until: number, only?: ReadonlySet<string>): AsyncGenerator<SearchDocument[]> {
  let batch: SearchDocument[] = []
  for (const record of records(await codesOf(), benchDay, from, until)) {
    if (only && !only.has(documentId(record.type, record.id))) continue
    batch.push(documentOf(record, now))
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** The day on which made-up records count: an index that is kept for later runs does not change overnight. */
export const benchDay = new Date('2026-01-15T04:00:00Z')

/**
 * Brings the statuses up to date that an index kept from another day has, as the portal's job does every minute: a search must not be measured
 * on its way round them.
 */
async function renew(client: SearchClient, index: string, scale: number, now: Date): Promise<void> {
  const late = new Set<string>()
  for (let offset = 0; ; offset += batchSize) {
    const { results } = await client.index<{ id: string }>(index).getDocuments({ filter: outdated(Math.floor(now.getTime() / 1000)), fields: ['id'], limit: batchSize, offset })
    results.forEach(({ id }) => late.add(id))
    if (results.length < batchSize) break
  }
  if (late.size === 0) return
  const puts = [await documentsOf([...late].filter((id) => !id.includes('bench-')), now)]
  for await (const batch of documents(now, 0, scale, late)) puts.push(batch)
  for (const batch of puts) if (batch.length > 0) await waitForTask(client, (await putDocuments(client, index, batch)).taskUid, 3_600_000)
}

/** Brings an index that serves the sample district to `scale` made-up documents more. Goes on where an earlier run was broken off. */
export async function fillIndex(client: SearchClient, index: string, scale: number): Promise<{ seconds: number; added: number }> {
  const { numberOfDocuments } = await client.index(index).getStats()
  const there = Math.max(0, numberOfDocuments - (await countRows()))
  const now = new Date()
  if (there >= scale) {
    await renew(client, index, scale, now)
    return { seconds: 0, added: 0 }
  }
  const bar = new SingleBar({ format: 'search index [{bar}] {value}/{total} made-up documents, {eta_formatted} left', clearOnComplete: false }, Presets.shades_classic)
  bar.start(scale, there)
  const begun = performance.now()
  const open: number[] = []
  let handedOver = there
  for await (const batch of documents(now, there, scale)) {
    open.push((await putDocuments(client, index, batch)).taskUid)
    handedOver += batch.length
    bar.update(handedOver)
    // Few are under way at once: a queue of a million documents would need the disk twice.
    if (open.length > 20) await waitForTask(client, open.shift() ?? 0, 3_600_000)
  }
  for (const task of open) await waitForTask(client, task, 3_600_000)
  bar.stop()
  const seconds = (performance.now() - begun) / 1000
  await renew(client, index, scale, new Date())
  return { seconds, added: scale - there }
}
