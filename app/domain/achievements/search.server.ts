import type { Tx } from '#prisma/client'
import type { AchievementSource } from '#search/document'
import * as repo from './repo.server'
import type { AchievementRecord } from './repo.server'

function sourceOf(achievement: AchievementRecord): AchievementSource | null {
  if (!achievement.published) return null
  return {
    type: 'achievement',
    id: achievement.number,
    number: achievement.number,
    title: achievement.title,
    summary: achievement.summary,
    body: [achievement.body, ...achievement.cases, achievement.iprNumber].filter(Boolean).join('\n'),
    keywords: achievement.keywords,
    field: achievement.field,
    modes: achievement.modes,
    priceMin: achievement.priceMin?.toFixed(2) ?? null,
    priceMax: achievement.priceMax?.toFixed(2) ?? null,
    ownerName: achievement.organisation?.name ?? null,
    inventors: achievement.inventors.filter(({ person }) => person.listed).map(({ person }) => person.name),
    version: achievement.version,
    publishedAt: achievement.publishedAt ?? achievement.createdAt,
  }
}

/** What the search index keeps of an achievement; null when it is not published. The key is its number. */
export async function achievementSearchSource(tx: Tx, id: string): Promise<{ key: string | null; source: AchievementSource | null }> {
  const achievement = await repo.find(tx, id)
  return { key: achievement?.number ?? null, source: achievement ? sourceOf(achievement) : null }
}

/** The same for many, in the order of their ids. */
export async function listAchievementSearchSources(tx: Tx, afterId: string | null, limit: number): Promise<{ lastId: string | null; sources: AchievementSource[] }> {
  const rows = await repo.publicAfter(tx, afterId, limit)
  return { lastId: rows.at(-1)?.id ?? null, sources: rows.map(sourceOf).filter((source) => source !== null) }
}

function candidateOf(achievement: AchievementRecord) {
  return {
    kind: 'achievement' as const,
    id: achievement.id,
    path: `/achievements/${achievement.number}`,
    title: achievement.title,
    texts: { summary: achievement.summary, body: achievement.body, cases: achievement.cases.join('\n') },
    keywords: achievement.keywords,
    fields: [achievement.field],
    organisationIds: achievement.organisationId ? [achievement.organisationId] : [],
    personIds: achievement.inventorIds,
    place: achievement.organisation && { regionCode: achievement.organisation.regionCode, areaKey: achievement.organisation.areaKey },
    availableFrom: null as Date | null,
    maxLoad: null as number | null,
    trl: achievement.trl,
    modes: achievement.modes,
  }
}

/** All of them in portions, in the order of their ids. */
export async function listAchievementCandidates(tx: Tx, afterId: string | null, limit: number) {
  const rows = await repo.publicAfter(tx, afterId, limit)
  return { lastId: rows.at(-1)?.id ?? null, candidates: rows.map(candidateOf) }
}

/** Those with one of these numbers or ids, in the order of their ids. */
export async function achievementCandidatesAmong(tx: Tx, keys: string[]) {
  return (await repo.publicAmong(tx, keys)).map(candidateOf)
}

/** The results of people and organisations: how many each has, and the first `most` of them. Whoever has none is not there. */
export async function resultsOfOwners(tx: Tx, personIds: string[], organisationIds: string[], most: number) {
  const owners = await repo.firstOfOwners(tx, personIds, organisationIds, most)
  const byId = new Map((await achievementCandidatesAmong(tx, [...new Set(owners.flatMap(({ ids }) => ids))])).map((result) => [result.id, result]))
  return new Map(owners.map(({ owner, count, ids }) => [owner, { count, results: ids.map((id) => byId.get(id)).filter((result) => result !== undefined) }]))
}
