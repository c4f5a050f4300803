import type { Tx } from '#prisma/client'
import type { InstituteSource } from '#search/document'
import { labels } from '~/domain/district/service.server'
import { translator } from '~/i18n'
import * as repo from './repo.server'
import type { OrganisationRecord } from './repo.server'
import { isPublicInstitute } from './rules'

async function sourceOf(organisation: OrganisationRecord): Promise<InstituteSource | null> {
  if (!isPublicInstitute(organisation)) return null
  const names = await labels('field', 'zh-CN')
  return {
    type: 'institute',
    id: organisation.id,
    title: organisation.name,
    summary: organisation.summary,
    body: organisation.address ?? '',
    keywords: [organisation.shortName, ...organisation.fields.map((field) => names.get(field))].filter((word): word is string => Boolean(word)),
    field: organisation.fields[0] ?? null,
    area: organisation.areaKey,
    kind: translator('zh-CN')(`nature.${organisation.nature}`),
    version: organisation.version,
    publishedAt: organisation.verifiedAt ?? organisation.createdAt,
  }
}

/** What the search index keeps of an institute; null when it is not public. The key is its id. */
export async function instituteSearchSource(tx: Tx, id: string): Promise<{ key: string | null; source: InstituteSource | null }> {
  const organisation = await repo.find(tx, id)
  return { key: organisation?.id ?? null, source: organisation ? await sourceOf(organisation) : null }
}

/** The same for many, in the order of their ids. */
export async function listInstituteSearchSources(tx: Tx, afterId: string | null, limit: number): Promise<{ lastId: string | null; sources: InstituteSource[] }> {
  const rows = await repo.publicAfter(tx, afterId, limit)
  const sources = await Promise.all(rows.map(sourceOf))
  return { lastId: rows.at(-1)?.id ?? null, sources: sources.filter((source) => source !== null) }
}

function candidateOf(organisation: OrganisationRecord) {
  return {
    kind: 'institute' as const,
    id: organisation.id,
    path: `/institutes/${organisation.id}`,
    title: organisation.name,
    texts: { summary: organisation.summary },
    keywords: organisation.shortName ? [organisation.shortName] : [],
    fields: organisation.fields,
    organisationIds: [organisation.id],
    personIds: [] as string[],
    place: { regionCode: organisation.regionCode, areaKey: organisation.areaKey } as { regionCode: string; areaKey: string | null } | null,
    availableFrom: null as Date | null,
    maxLoad: null as number | null,
  }
}

/** All of them in portions, in the order of their ids. */
export async function listInstituteCandidates(tx: Tx, afterId: string | null, limit: number) {
  const rows = await repo.publicAfter(tx, afterId, limit)
  return { lastId: rows.at(-1)?.id ?? null, candidates: rows.map(candidateOf) }
}

/** Those with one of these ids, in the order of their ids. */
export async function instituteCandidatesAmong(tx: Tx, keys: string[]) {
  return (await repo.publicAmong(tx, keys)).map(candidateOf)
}
