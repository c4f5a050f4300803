import type { CooperationMode, IprOwnership, NeedFunding, NeedSelection, NeedSource, NeedState } from '#prisma/client'
import type { NeedRecord } from './repo.server'
import type { NeedRow } from './lists-repo.server'
import { closesAt, statusOf } from './rules'
import type { CriterionInput, IndicatorRow } from './schema'

/** What a list says of a need: who, what, how much, until when. Amounts in 元 as text, times in RFC 3339. */
export type NeedSummary = {
  id: string
  number: string
  title: string
  organisation: string
  field: string
  area: string | null
  modes: CooperationMode[]
  selection: NeedSelection
  lumpSum: boolean
  fundingMin: string | null
  fundingMax: string | null
  deadline: string
  status: NeedState
  publishedAt: string | null
  submittedAt: string | null
  updatedAt: string
  reason: string | null
  applications: number
  waitingQuestions: number
  waitingAccess: number
}

const money = (value: { toFixed(places: number): string } | null) => value?.toFixed(2) ?? null
const iso = (value: Date | null) => value?.toISOString() ?? null

/** A row of a list as pages and the API show it. */
export function needSummary(row: NeedRow, now: Date): NeedSummary {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    organisation: row.organisation.name,
    field: row.field,
    area: row.areaKey,
    modes: row.modes,
    selection: row.selection,
    lumpSum: row.lumpSum,
    fundingMin: money(row.fundingMin),
    fundingMax: money(row.fundingMax),
    deadline: row.deadline.toISOString(),
    status: statusOf(row, now),
    publishedAt: iso(row.publishedAt),
    submittedAt: iso(row.submittedAt),
    updatedAt: row.updatedAt.toISOString(),
    reason: row.stateReason ?? row.reviewNote,
    applications: row._count.applications,
    waitingQuestions: row._count.questions,
    waitingAccess: row._count.access,
  }
}

/** The public part of a need, whole. */
export type NeedView = {
  id: string
  number: string
  version: number
  status: NeedState
  organisation: { id: string; name: string; verified: boolean }
  title: string
  problem: string
  indicators: string
  indicatorRows: IndicatorRow[]
  goal: string
  basis: string
  keywords: string[]
  startsOn: string | null
  endsOn: string | null
  ipr: IprOwnership
  fundingKind: NeedFunding
  fundingMin: string | null
  fundingMax: string | null
  conditions: string[]
  modes: CooperationMode[]
  preferredPartners: string
  field: string
  industry: string | null
  discipline: string | null
  areaKey: string | null
  source: NeedSource
  selection: NeedSelection
  lumpSum: boolean
  teams: number
  criteria: (CriterionInput & { id: string })[]
  deadline: string
  closesAt: string
  submittedAt: string | null
  publishedAt: string | null
  updatedAt: string
  reason: string | null
  confidentialSummary: string | null
  applications: number
}

export function needView(need: NeedRecord, now: Date): NeedView {
  const { id, number, version, title, problem, indicators, indicatorRows, goal, basis, keywords, startsOn, endsOn, ipr, fundingKind } = need
  const { conditions, modes, preferredPartners, field, industry, discipline, areaKey, source, selection, lumpSum, teams } = need
  return {
    id, number, version, title, problem, indicators, indicatorRows, goal, basis, keywords, startsOn, endsOn, ipr, fundingKind,
    conditions, modes, preferredPartners, field, industry, discipline, areaKey, source, selection, lumpSum, teams,
    status: statusOf(need, now),
    organisation: { id: need.organisation.id, name: need.organisation.name, verified: need.organisation.verification === 'verified' },
    fundingMin: money(need.fundingMin),
    fundingMax: money(need.fundingMax),
    criteria: need.criteria.map((criterion) => ({ id: criterion.id, name: criterion.name, description: criterion.description, weight: criterion.weight })),
    deadline: need.deadline.toISOString(),
    closesAt: closesAt(need).toISOString(),
    submittedAt: iso(need.submittedAt),
    publishedAt: iso(need.publishedAt),
    updatedAt: need.updatedAt.toISOString(),
    reason: need.stateReason ?? need.reviewNote,
    confidentialSummary: need.confidential?.summary ?? null,
    applications: need._count.applications,
  }
}
