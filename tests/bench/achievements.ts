import { Presets, SingleBar } from 'cli-progress'
import { db } from '~/domain/kernel/db.server'
import { transaction } from '~/domain/kernel/transact.server'
import { enqueueWith } from '~/jobs/enqueue'
import { texts } from './texts'

const batchSize = 1_000
const mark = 'BENCH-'

/** Brings the database to `wanted` made-up results, as rows of their table; the same every time. */
export async function fillAchievements(wanted: number): Promise<void> {
  const client = db()
  const there = await client.achievement.count({ where: { number: { startsWith: mark } } })
  if (there >= wanted) return
  const owners = await client.organisation.findMany({ select: { id: true }, take: 500, orderBy: { id: 'asc' } })
  const fields = await client.term.findMany({ where: { scheme: 'field', parent: null }, select: { code: true } })
  const written = texts(11)
  const bar = new SingleBar({ format: 'results [{bar}] {value}/{total} rows', clearOnComplete: false }, Presets.shades_classic)
  bar.start(wanted, there)
  for (let from = 0; from < wanted; from += batchSize) {
    const rows = Array.from({ length: Math.min(batchSize, wanted - from) }, (_, index) => {
      const place = from + index
      const { title, summary, body, keywords } = written.next().value
      return { number: `${mark}${String(place).padStart(7, '0')}`, title, summary, body, keywords, field: fields[place % fields.length]?.code ?? '', trl: 1 + (place % 9), iprKind: 'patent' as const, cases: [], organisationId: owners[place % owners.length]?.id, publishedAt: new Date(Date.UTC(2020, 0, 1 + (place % 2_000))), sample: true }
    })
    if (from + rows.length > there) await client.achievement.createMany({ data: rows, skipDuplicates: true })
    bar.update(from + rows.length)
  }
  bar.stop()
}

/** Some of them, to be changed. */
export function someAchievements(count: number): Promise<{ id: string; title: string }[]> {
  return db().achievement.findMany({ where: { number: { startsWith: mark } }, select: { id: true, title: true }, orderBy: { number: 'asc' }, take: count })
}

/** Changes a title as an owner's edit does: the row and the job of the index in one transaction. */
export async function retitle(id: string, title: string): Promise<void> {
  await transaction(db(), async (tx) => {
    await tx.achievement.update({ where: { id }, data: { title, version: { increment: 1 } } })
    await enqueueWith(tx)('index.record', { kind: 'achievement', id }, { key: `index:achievement:${id}` })
  })
}
