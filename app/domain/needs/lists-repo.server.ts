import { type Prisma, type CooperationMode, type NeedSelection, type NeedState, type Tx } from '#prisma/client'
import { CLOSING_SOON_DAYS } from '#search/query'
import type { NeedFilter } from './filters'
import { listedStates } from './rules'

const row = {
  id: true,
  number: true,
  title: true,
  organisationId: true,
  field: true,
  areaKey: true,
  modes: true,
  selection: true,
  lumpSum: true,
  fundingKind: true,
  fundingMin: true,
  fundingMax: true,
  deadline: true,
  state: true,
  stateReason: true,
  reviewNote: true,
  submittedAt: true,
  publishedAt: true,
  awardedAt: true,
  updatedAt: true,
  keywords: true,
  organisation: { select: { name: true, shortName: true } },
  _count: { select: { applications: { where: { state: { notIn: ['draft', 'withdrawn'] } } }, questions: { where: { answer: null } }, access: { where: { state: 'requested' } } } },
} satisfies Prisma.NeedSelect

export type NeedRow = Prisma.NeedGetPayload<{ select: typeof row }>

const days = (now: Date, count: number) => new Date(now.getTime() + count * 86_400_000)

/** Like the search's ranges (search/vocabulary.ts), in 元: a range that reaches into several is in each. */
const funding: Record<NeedFilter['funding'][number], Prisma.NeedWhereInput> = {
  lt50: { fundingMin: { lt: 500_000 } },
  '50-200': { fundingMin: { lte: 2_000_000 }, fundingMax: { gte: 500_000 } },
  gt200: { fundingMax: { gt: 2_000_000 } },
  negotiable: { fundingKind: 'negotiable' },
}

function status(value: NeedFilter['status'][number], now: Date): Prisma.NeedWhereInput {
  if (value === 'open') return { state: 'published', deadline: { gt: now } }
  if (value === 'closing_soon') return { state: 'published', deadline: { gt: now, lte: days(now, CLOSING_SOON_DAYS) } }
  if (value === 'closed') return { OR: [{ state: { in: ['awarded', 'contracted'] } }, { deadline: { lte: now } }] }
  return { state: value }
}

function where(filter: NeedFilter, now: Date): Prisma.NeedWhereInput {
  const all: Prisma.NeedWhereInput[] = [{ state: { in: [...listedStates] } }]
  if (filter.field.length > 0) all.push({ field: { in: filter.field } })
  if (filter.industry.length > 0) all.push({ OR: filter.industry.map((code) => ({ industry: { startsWith: code } })) })
  if (filter.area.length > 0) all.push({ areaKey: { in: filter.area } })
  if (filter.mode.length > 0) all.push({ modes: { hasSome: filter.mode as CooperationMode[] } })
  if (filter.selection.length > 0) all.push({ selection: { in: filter.selection as NeedSelection[] } })
  if (filter.funding.length > 0) all.push({ OR: filter.funding.map((bucket) => funding[bucket]) })
  if (filter.status.length > 0) all.push({ OR: filter.status.map((value) => status(value, now)) })
  if (filter.closes === 'none') all.push({ id: { in: [] } })
  else if (filter.closes) all.push({ deadline: { gt: now, lte: days(now, Number.parseInt(filter.closes)) } })
  return { AND: all }
}

/** Open ones stand before closed ones; each order ends with the id, so that pages neither repeat nor miss a row. */
function order(sort: NeedFilter['sort']): Prisma.NeedOrderByWithRelationInput[] {
  if (sort === 'funding') return [{ fundingMax: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }]
  return [{ publishedAt: 'desc' }, { id: 'desc' }]
}

/** One page of the public list. By deadline, the open ones come first (the soonest at the top), then the closed ones (the latest at the top). */
export async function listPublic(tx: Tx, filter: NeedFilter, now: Date, size: number): Promise<{ total: number; rows: NeedRow[] }> {
  const condition = where(filter, now)
  const total = await tx.need.count({ where: condition })
  const skip = (Math.min(filter.page, Math.max(1, Math.ceil(total / size))) - 1) * size
  if (filter.sort !== 'closes') return { total, rows: await tx.need.findMany({ where: condition, select: row, orderBy: order(filter.sort), skip, take: size }) }
  const open: Prisma.NeedWhereInput = { AND: [condition, status('open', now)] }
  const openTotal = await tx.need.count({ where: open })
  const first = skip < openTotal ? await tx.need.findMany({ where: open, select: row, orderBy: [{ deadline: 'asc' }, { id: 'asc' }], skip, take: size }) : []
  const rest = first.length < size ? await tx.need.findMany({ where: { AND: [condition, status('closed', now)] }, select: row, orderBy: [{ deadline: 'desc' }, { id: 'asc' }], skip: Math.max(0, skip - openTotal), take: size - first.length }) : []
  return { total, rows: [...first, ...rest] }
}

/** How many of the public list fall under each value of one filter, all others kept. */
export async function countFacet(tx: Tx, filter: NeedFilter, facet: 'field' | 'selection' | 'areaKey', now: Date): Promise<Map<string, number>> {
  const without = { ...filter, ...(facet === 'field' ? { field: [] } : facet === 'areaKey' ? { area: [] } : { selection: [] }) }
  const rows = await tx.need.groupBy({ by: [facet], where: where(without, now), _count: true })
  return new Map(rows.map((found) => [String(found[facet] ?? ''), found._count]))
}

/** The needs of organisations that the actor belongs to: their ids are part of the query. */
export function listOwn(tx: Tx, organisationIds: string[]): Promise<NeedRow[]> {
  return tx.need.findMany({ where: { organisationId: { in: organisationIds } }, select: row, orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }], take: 500 })
}

/** What waits for the reviewer, the longest waiting first. */
export function listForReview(tx: Tx): Promise<NeedRow[]> {
  return tx.need.findMany({ where: { state: 'submitted' }, select: row, orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }], take: 200 })
}

/** Decided lately or waiting for the enterprise: the reviewer's other needs, newest first. */
export function listInStates(tx: Tx, states: NeedState[], limit: number): Promise<NeedRow[]> {
  return tx.need.findMany({ where: { state: { in: states } }, select: row, orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }], take: limit })
}

export function newest(tx: Tx, now: Date, limit: number): Promise<NeedRow[]> {
  return tx.need.findMany({ where: status('open', now), select: row, orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }], take: limit })
}

export function closingBefore(tx: Tx, now: Date, until: Date, limit: number): Promise<NeedRow[]> {
  return tx.need.findMany({ where: { state: 'published', deadline: { gt: now, lte: until } }, select: row, orderBy: [{ deadline: 'asc' }, { id: 'asc' }], take: limit })
}

export function countOpen(tx: Tx, now: Date): Promise<number> {
  return tx.need.count({ where: status('open', now) })
}

/** Ids of listed needs after an id, for filling the search index. */
export async function listedIdsAfter(tx: Tx, afterId: string | null, limit: number): Promise<string[]> {
  const rows = await tx.need.findMany({ where: { state: { in: [...listedStates] }, ...(afterId && { id: { gt: afterId } }) }, select: { id: true }, orderBy: { id: 'asc' }, take: limit })
  return rows.map(({ id }) => id)
}

/** Listed needs published before a moment (or at it, with a lesser id), newest first. */
export function listedBefore(tx: Tx, cursor: { at: string; id: string } | null, limit: number): Promise<NeedRow[]> {
  const older: Prisma.NeedWhereInput = cursor ? { OR: [{ publishedAt: { lt: new Date(cursor.at) } }, { publishedAt: new Date(cursor.at), id: { lt: cursor.id } }] } : {}
  return tx.need.findMany({ where: { state: { in: [...listedStates] }, publishedAt: { not: null }, ...older }, select: row, orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }], take: limit })
}
