import type { Tx } from '#prisma/client'
import type { BrokerSource } from '#search/document'
import { labels } from '~/domain/district/service.server'
import { dateColumn, dayOf } from '~/domain/kernel/time'
import { translator } from '~/i18n'
import * as repo from './repo.server'
import type { BrokerRecord } from './repo.server'
import { isPublicBroker } from './rules'

async function sourceOf(broker: BrokerRecord): Promise<BrokerSource> {
  const names = await labels('field', 'zh-CN')
  return {
    type: 'broker',
    id: broker.number,
    title: broker.name,
    summary: broker.summary,
    body: '',
    keywords: broker.fields.map((field) => names.get(field)).filter((name) => name !== undefined),
    field: broker.fields[0] ?? null,
    grade: translator('zh-CN')(`grade.${broker.grade}`),
    organisationName: broker.organisation?.name ?? null,
    version: broker.version,
    publishedAt: broker.activeAt ?? broker.createdAt,
  }
}

/** What the search index keeps of a broker; null unless active with a good certificate. The key is the number. */
export async function brokerSearchSource(tx: Tx, id: string, now = new Date()): Promise<{ key: string | null; source: BrokerSource | null }> {
  const broker = await repo.find(tx, id)
  return { key: broker?.number ?? null, source: broker && isPublicBroker(broker, dayOf(now)) ? await sourceOf(broker) : null }
}

/** The same for many, in the order of their ids. */
export async function listBrokerSearchSources(tx: Tx, afterId: string | null, limit: number, now = new Date()): Promise<{ lastId: string | null; sources: BrokerSource[] }> {
  const rows = await repo.publicAfter(tx, afterId, limit, dateColumn(dayOf(now)))
  return { lastId: rows.at(-1)?.id ?? null, sources: await Promise.all(rows.map(sourceOf)) }
}

function candidateOf(broker: BrokerRecord) {
  return {
    kind: 'broker' as const,
    id: broker.id,
    path: `/brokers/${broker.number}`,
    title: broker.name,
    texts: { summary: broker.summary },
    keywords: [] as string[],
    fields: broker.fields,
    organisationIds: broker.organisationId ? [broker.organisationId] : [],
    personIds: [] as string[],
    place: broker.organisation && { regionCode: broker.organisation.regionCode, areaKey: broker.organisation.areaKey },
    availableFrom: null as Date | null,
    maxLoad: broker.maxLoad as number | null,
    responseRate: broker.responseRate === null ? null : Number(broker.responseRate),
  }
}

/** All of them in portions, in the order of their ids. */
export async function listBrokerCandidates(tx: Tx, afterId: string | null, limit: number, now: Date) {
  const rows = await repo.publicAfter(tx, afterId, limit, dateColumn(dayOf(now)))
  return { lastId: rows.at(-1)?.id ?? null, candidates: rows.map(candidateOf) }
}

/** Those with one of these numbers or ids, in the order of their ids. */
export async function brokerCandidatesAmong(tx: Tx, keys: string[], now: Date) {
  return (await repo.publicAmong(tx, keys, dateColumn(dayOf(now)))).map(candidateOf)
}
