import type { Tx } from '#prisma/client'
import type { ExpertSource } from '#search/document'
import { labels } from '~/domain/district/service.server'
import * as repo from './repo.server'
import type { PersonRecord } from './repo.server'

async function sourceOf(person: PersonRecord): Promise<ExpertSource | null> {
  if (!person.listed) return null
  const disciplines = await labels('discipline', 'zh-CN')
  return {
    type: 'expert',
    id: person.number,
    title: person.name,
    summary: person.summary,
    body: person.projects.join('\n'),
    keywords: [...person.keywords, ...person.disciplines.map((code) => disciplines.get(code)).filter((name) => name !== undefined)],
    field: person.fields[0] ?? null,
    personTitle: person.title,
    organisationName: person.organisation?.name ?? null,
    version: person.version,
    publishedAt: person.listedAt ?? person.createdAt,
  }
}

/** What the search index keeps of a person: what everyone may see; null when they are not listed. The key is the number. */
export async function expertSearchSource(tx: Tx, id: string): Promise<{ key: string | null; source: ExpertSource | null }> {
  const person = await repo.find(tx, id)
  return { key: person?.number ?? null, source: person ? await sourceOf(person) : null }
}

/** The same for many, in the order of their ids. */
export async function listExpertSearchSources(tx: Tx, afterId: string | null, limit: number): Promise<{ lastId: string | null; sources: ExpertSource[] }> {
  const rows = await repo.publicAfter(tx, afterId, limit)
  const sources = await Promise.all(rows.map(sourceOf))
  return { lastId: rows.at(-1)?.id ?? null, sources: sources.filter((source) => source !== null) }
}

function candidateOf(person: PersonRecord) {
  return {
    kind: 'person' as const,
    id: person.id,
    path: `/experts/${person.number}`,
    title: person.name,
    texts: { summary: person.summary, projects: person.projects.join('\n'), title: person.title },
    keywords: person.keywords,
    fields: person.fields,
    organisationIds: person.organisationId ? [person.organisationId] : [],
    personIds: [person.id],
    place: person.organisation && { regionCode: person.organisation.regionCode, areaKey: person.organisation.areaKey },
    availableFrom: person.availableFrom,
    maxLoad: person.maxLoad as number | null,
  }
}

/** All of them in portions, in the order of their ids. */
export async function listPersonCandidates(tx: Tx, afterId: string | null, limit: number) {
  const rows = await repo.publicAfter(tx, afterId, limit)
  return { lastId: rows.at(-1)?.id ?? null, candidates: rows.map(candidateOf) }
}

/** Those with one of these numbers or ids, in the order of their ids. */
export async function personCandidatesAmong(tx: Tx, keys: string[]) {
  return (await repo.publicAmong(tx, keys)).map(candidateOf)
}
