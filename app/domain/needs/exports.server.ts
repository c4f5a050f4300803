import type { NeedState, Tx } from '#prisma/client'
import type { NeedSource as SearchNeed } from '#search/document'
import { ancestors } from '~/domain/district/service.server'
import { yearOf } from '~/domain/kernel/time'
import * as lists from './lists-repo.server'
import * as repo from './repo.server'
import type { NeedRecord } from './repo.server'
import { closesAt, isListed } from './rules'
import { needSummary, type NeedSummary } from './view'

/** What matching reads of a need: its public text alone. */
export type NeedForMatching = Pick<NeedRecord, 'id' | 'number' | 'organisationId' | 'title' | 'problem' | 'indicators' | 'indicatorRows' | 'goal' | 'basis' | 'keywords' | 'conditions' | 'modes' | 'preferredPartners' | 'field' | 'industry' | 'discipline' | 'areaKey' | 'deadline' | 'state' | 'version'> & { organisation: string }

/** The public text of a need for matching; null when it is not published. */
export async function loadNeedForMatching(tx: Tx, id: string): Promise<NeedForMatching | null> {
  const need = await repo.find(tx, id)
  if (!need || !isListed(need.state)) return null
  const { number, organisationId, title, problem, indicators, indicatorRows, goal, basis, keywords, conditions, modes, preferredPartners, field, industry, discipline, areaKey, deadline, state, version } = need
  return { id: need.id, number, organisationId, title, problem, indicators, indicatorRows, goal, basis, keywords, conditions, modes, preferredPartners, field, industry, discipline, areaKey, deadline, state, version, organisation: need.organisation.name }
}

const present = (parts: string[]) => parts.filter(Boolean).join('\n')

async function sourceOf(need: NeedRecord): Promise<SearchNeed> {
  const published = need.publishedAt ?? need.createdAt
  const indicators = need.indicatorRows.map((row) => `${row.name} ${row.required}`).join('；')
  return {
    type: 'need',
    id: need.number,
    number: need.number,
    title: need.title,
    summary: need.problem,
    body: present([need.indicators, indicators, need.goal, need.basis, need.conditions.join('\n'), need.preferredPartners]),
    keywords: need.keywords,
    field: need.field,
    industry: need.industry ? await ancestors('industry', need.industry) : [],
    area: need.areaKey,
    version: need.version,
    publishedAt: published,
    opensAt: published,
    closesAt: closesAt(need),
    fundingMin: need.fundingMin?.toFixed(2) ?? null,
    fundingMax: need.fundingMax?.toFixed(2) ?? null,
    modes: need.modes,
    selection: need.selection,
    year: yearOf(published),
    organisationName: need.organisation.name,
  }
}

/** The public part of a need as the search index takes it, found by its id; null when it is not to be in the index. Never holds the confidential part. */
export async function needSearchSource(tx: Tx, id: string): Promise<SearchNeed | null> {
  const need = await repo.find(tx, id)
  return need && isListed(need.state) ? sourceOf(need) : null
}

/** A need's number by its id, which its address and its search document carry; null when there is no such need. */
export async function needNumber(tx: Tx, id: string): Promise<string | null> {
  return (await repo.find(tx, id))?.number ?? null
}

/** Listed needs after an id (null: from the first), for filling the index page by page. `lastId` is where the next page begins, null at the end. */
export async function listNeedSearchSources(tx: Tx, afterId: string | null, limit: number): Promise<{ sources: SearchNeed[]; lastId: string | null }> {
  const ids = await lists.listedIdsAfter(tx, afterId, limit)
  const sources: SearchNeed[] = []
  for (const need of await repo.findMany(tx, ids)) sources.push(await sourceOf(need))
  return { sources, lastId: ids.length === limit ? (ids.at(-1) ?? null) : null }
}

export type NeedCounts = { open: number; closed: number; submitted: number } & Partial<Record<NeedState, number>>

/** How many needs are in each state; `open` takes applications, `closed` is published and past its deadline. */
export async function needCounts(tx: Tx, now: Date): Promise<NeedCounts> {
  const [byState, open] = [await repo.countByState(tx), await lists.countOpen(tx, now)]
  const counts = Object.fromEntries(byState) as Partial<Record<NeedState, number>>
  return { ...counts, open, closed: (counts.published ?? 0) - open, submitted: counts.submitted ?? 0 }
}

/** Open needs that close within seven days, the soonest first. */
export async function closingSoon(tx: Tx, now: Date, limit: number): Promise<NeedSummary[]> {
  const rows = await lists.closingBefore(tx, now, new Date(now.getTime() + 7 * 86_400_000), limit)
  return rows.map((row) => needSummary(row, now))
}

/** Open needs, the newest first. */
export async function newestNeeds(tx: Tx, now: Date, limit: number): Promise<NeedSummary[]> {
  return (await lists.newest(tx, now, limit)).map((row) => needSummary(row, now))
}
