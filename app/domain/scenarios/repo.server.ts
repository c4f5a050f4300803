import { type Prisma, type Scenario, type Tx } from '#prisma/client'
import { isUuid } from '~/domain/kernel/uuid'
import type { ListInput, Publication } from './schema'
import { publications } from './schema'

const shape = {
  lead: { select: { id: true, name: true, shortName: true } },
  owner: { select: { id: true, name: true } },
  area: true,
  responsible: { include: { organisation: { select: { id: true, name: true } } }, orderBy: { position: 'asc' } },
  linked: { select: { serial: true, title: true } },
} satisfies Prisma.ScenarioInclude

export type ScenarioRecord = Prisma.ScenarioGetPayload<{ include: typeof shape }>

/** By serial (as in its address) or by id. */
export function find(tx: Tx, id: string): Promise<ScenarioRecord | null> {
  return tx.scenario.findFirst({ where: isUuid(id) ? { id } : { serial: id }, include: shape })
}

/** The same, locked until the transaction ends. */
export async function findLocked(tx: Tx, id: string): Promise<ScenarioRecord | null> {
  if (isUuid(id)) await tx.$queryRaw`SELECT id FROM "Scenario" WHERE id = ${id}::uuid FOR UPDATE`
  else await tx.$queryRaw`SELECT id FROM "Scenario" WHERE serial = ${id} FOR UPDATE`
  return find(tx, id)
}

export type ScenarioValues = Omit<Prisma.ScenarioUncheckedCreateInput, 'id' | 'responsible'>

export async function insert(tx: Tx, values: ScenarioValues, responsibleIds: string[]): Promise<Scenario> {
  return tx.scenario.create({ data: { ...values, responsible: { create: responsibleIds.map((organisationId, position) => ({ organisationId, position })) } } })
}

/** The draft that the same form made a moment ago; asked under a lock, so that two posts at once are one. */
export async function findTwin(tx: Tx, form: { leadId: string; createdById: string | null; title: string; body: string; since: Date }): Promise<{ id: string } | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('scenario-create'), hashtext(${form.leadId}))`
  const { since, ...same } = form
  return tx.scenario.findFirst({ where: { ...same, publication: 'draft', createdAt: { gte: since } }, select: { id: true } })
}

/** Writes the values when the version is still the one that was read; false when somebody was faster. */
export async function update(tx: Tx, id: string, version: number, values: Prisma.ScenarioUncheckedUpdateManyInput, responsibleIds?: string[]): Promise<boolean> {
  const { count } = await tx.scenario.updateMany({ where: { id, version }, data: { ...values, version: { increment: 1 } } })
  if (count === 1 && responsibleIds) {
    await tx.scenarioResponsibleUnit.deleteMany({ where: { scenarioId: id } })
    await tx.scenarioResponsibleUnit.createMany({ data: responsibleIds.map((organisationId, position) => ({ scenarioId: id, organisationId, position })) })
  }
  return count === 1
}

export async function keepVersion(tx: Tx, id: string, version: number, fields: Prisma.InputJsonObject, changed: string[], actorId: string | null) {
  await tx.textVersion.create({ data: { entity: 'scenario', entityId: id, version, fields, changed, actorId } })
}

export function versions(tx: Tx, id: string) {
  return tx.textVersion.findMany({ where: { entity: 'scenario', entityId: id }, orderBy: { version: 'desc' } })
}

export function history(tx: Tx, id: string) {
  return tx.transition.findMany({ where: { entity: 'scenario', entityId: id }, orderBy: { occurredAt: 'desc' } })
}

/** The next place in a year: every published scenario of the year has one, without a gap. */
export async function nextOrdinal(tx: Tx, year: number): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('scenario-serial'), ${year})`
  const [row] = await tx.$queryRaw<{ next: number }[]>`SELECT coalesce(max(ordinal), 0) + 1 AS next FROM "Scenario" WHERE year = ${year}`
  return row?.next ?? 1
}

function where(filter: ListInput, now: Date): Prisma.ScenarioWhereInput {
  const conditions: Prisma.ScenarioWhereInput[] = [{ publication: { in: ['published', 'archived'] } }]
  if (filter.year) conditions.push({ year: filter.year })
  if (filter.batch) conditions.push({ batch: filter.batch })
  if (filter.theme) conditions.push({ theme: filter.theme })
  if (filter.field) conditions.push({ field: filter.field })
  if (filter.area) conditions.push({ areaKey: filter.area })
  if (filter.kind) conditions.push({ kind: filter.kind })
  if (filter.status === 'open') conditions.push({ AND: [{ OR: [{ opensAt: null }, { opensAt: { lte: now } }] }, { OR: [{ closesAt: null }, { closesAt: { gt: now } }] }] })
  if (filter.status === 'upcoming') conditions.push({ opensAt: { gt: now } })
  if (filter.status === 'closed') conditions.push({ closesAt: { lte: now } })
  return { AND: conditions }
}

const orders: Record<ListInput['sort'], Prisma.ScenarioOrderByWithRelationInput[]> = {
  posted: [{ publishedAt: 'desc' }, { id: 'desc' }],
  closes: [{ closesAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  serial: [{ serial: 'desc' }],
}

export async function listPublic(tx: Tx, filter: ListInput, now: Date, size: number): Promise<{ total: number; rows: ScenarioRecord[] }> {
  const condition = where(filter, now)
  const [total, rows] = [await tx.scenario.count({ where: condition }), await tx.scenario.findMany({ where: condition, include: shape, orderBy: orders[filter.sort], skip: (filter.page - 1) * size, take: size })]
  return { total, rows }
}

/** The scenarios of departments that the actor belongs to: their ids are part of the query. */
export function listOfDepartments(tx: Tx, leadIds: string[]): Promise<ScenarioRecord[]> {
  return tx.scenario.findMany({ where: { leadId: { in: leadIds } }, include: shape, orderBy: [{ updatedAt: 'desc' }], take: 200 })
}

export function listForReview(tx: Tx): Promise<ScenarioRecord[]> {
  return tx.scenario.findMany({ where: { publication: { in: ['submitted', 'approved'] } }, include: shape, orderBy: [{ submittedAt: 'asc' }], take: 200 })
}

/** Published scenarios that close within days, the soonest first. */
export function closingBetween(tx: Tx, from: Date, to: Date, limit: number): Promise<ScenarioRecord[]> {
  return tx.scenario.findMany({ where: { publication: 'published', closesAt: { gt: from, lte: to } }, include: shape, orderBy: { closesAt: 'asc' }, take: limit })
}

export async function countsOfYear(tx: Tx, year: number): Promise<Record<Publication, number>> {
  const rows = await tx.scenario.groupBy({ by: ['publication'], where: { year }, _count: true })
  return Object.fromEntries(publications.map((state) => [state, rows.find((row) => row.publication === state)?._count ?? 0])) as Record<Publication, number>
}

/** Published scenarios of a year, by batch. */
export async function batchesOfYear(tx: Tx, year: number): Promise<{ batch: number; count: number }[]> {
  const rows = await tx.scenario.groupBy({ by: ['batch'], where: { year, publication: { in: ['published', 'archived'] } }, _count: true, orderBy: { batch: 'asc' } })
  return rows.map((row) => ({ batch: row.batch, count: row._count }))
}

/** Public scenarios published before a moment (or at it, with a lesser id), newest first. */
export function publicBefore(tx: Tx, cursor: { at: string; id: string } | null, limit: number): Promise<ScenarioRecord[]> {
  const older: Prisma.ScenarioWhereInput = cursor ? { OR: [{ publishedAt: { lt: new Date(cursor.at) } }, { publishedAt: new Date(cursor.at), id: { lt: cursor.id } }] } : {}
  return tx.scenario.findMany({ where: { publication: { in: ['published', 'archived'] }, ...older }, include: shape, orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }], take: limit })
}

/** Public scenarios after an id, for filling the search index. */
export function publicAfter(tx: Tx, afterId: string | null, limit: number): Promise<ScenarioRecord[]> {
  return tx.scenario.findMany({ where: { publication: { in: ['published', 'archived'] }, ...(afterId && { id: { gt: afterId } }) }, include: shape, orderBy: { id: 'asc' }, take: limit })
}

/** Addresses and names of the people who publish for a department. */
export async function publishersOf(tx: Tx, leadId: string): Promise<{ email: string; name: string; locale: string }[]> {
  const rows = await tx.membership.findMany({ where: { organisationId: leadId, role: 'publisher', account: { disabledAt: null } }, include: { account: { select: { email: true, name: true, locale: true } } } })
  return rows.map((row) => row.account)
}

export function departments(tx: Tx) {
  return tx.organisation.findMany({ where: { kind: { in: ['department', 'bureau'] } }, select: { id: true, name: true }, orderBy: { name: 'asc' } })
}
