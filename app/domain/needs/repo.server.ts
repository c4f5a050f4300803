import { type Prisma, type NeedState, type Tx } from '#prisma/client'
import { isUuid } from '~/domain/kernel/uuid'
import { dateColumn, dayFromColumn } from '~/domain/kernel/time'
import { nextCode } from '~/domain/kernel/counter.server'
import type { CriterionInput, IndicatorRow } from './schema'

/** Of the confidential part a record carries the public line alone; its text is read by `confidentialText` and nowhere else. */
const shape = {
  organisation: { select: { id: true, name: true, shortName: true, verification: true } },
  area: true,
  criteria: { orderBy: { position: 'asc' } },
  confidential: { select: { summary: true } },
  _count: { select: { applications: { where: { state: { notIn: ['draft', 'withdrawn'] } } } } },
} satisfies Prisma.NeedInclude

type Row = Prisma.NeedGetPayload<{ include: typeof shape }>
export type NeedRecord = Omit<Row, 'indicatorRows' | 'startsOn' | 'endsOn'> & { indicatorRows: IndicatorRow[]; startsOn: string | null; endsOn: string | null }

function indicatorRowsOf(json: Prisma.JsonValue): IndicatorRow[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  if (!Array.isArray(json)) return []
  return json.flatMap((row) => (row && typeof row === 'object' && !Array.isArray(row) ? [{ name: text(row.name), current: text(row.current), required: text(row.required), verification: text(row.verification) }] : []))
}

function recordOf(row: Row): NeedRecord {
  const day = (column: Date | null) => (column ? dayFromColumn(column) : null)
  return { ...row, indicatorRows: indicatorRowsOf(row.indicatorRows), startsOn: day(row.startsOn), endsOn: day(row.endsOn) }
}

const isNumber = (id: string) => /^XQ-\d{4}-\d{4,8}$/.test(id)

/** By number (as in its address) or by id. */
export async function find(tx: Tx, id: string): Promise<NeedRecord | null> {
  if (!isUuid(id) && !isNumber(id)) return null
  const row = await tx.need.findUnique({ where: isUuid(id) ? { id } : { number: id }, include: shape })
  return row && recordOf(row)
}

export async function findMany(tx: Tx, ids: string[]): Promise<NeedRecord[]> {
  return (await tx.need.findMany({ where: { id: { in: ids } }, include: shape, orderBy: { id: 'asc' } })).map(recordOf)
}

/** By number or id, locked until the transaction ends. */
export async function findLocked(tx: Tx, id: string): Promise<NeedRecord | null> {
  if (isUuid(id)) await tx.$queryRaw`SELECT id FROM "Need" WHERE id = ${id}::uuid FOR UPDATE`
  else if (isNumber(id)) await tx.$queryRaw`SELECT id FROM "Need" WHERE number = ${id} FOR UPDATE`
  return find(tx, id)
}

export type NeedValues = Omit<Prisma.NeedUncheckedUpdateManyInput, 'indicatorRows' | 'startsOn' | 'endsOn'> & {
  indicatorRows: IndicatorRow[]
  startsOn: string | null
  endsOn: string | null
}

const columns = ({ startsOn, endsOn, ...values }: NeedValues) => ({ ...values, startsOn: startsOn && dateColumn(startsOn), endsOn: endsOn && dateColumn(endsOn) })

/** A new draft with its number; the number's series is of the year in Asia/Shanghai. */
export async function insert(tx: Tx, year: number, values: NeedValues & Pick<Prisma.NeedUncheckedCreateInput, 'title' | 'organisationId' | 'problem' | 'indicators' | 'goal' | 'field' | 'contactName' | 'contactPhone' | 'deadline' | 'createdById' | 'createdAt'>): Promise<{ id: string; number: string }> {
  const number = await nextCode(tx, 'XQ', year)
  return tx.need.create({ data: { ...(columns(values) as Prisma.NeedUncheckedCreateInput), number }, select: { id: true, number: true } })
}

/** Writes the values when the version is still the one that was read; false when somebody was faster. */
export async function update(tx: Tx, id: string, version: number, values: Prisma.NeedUncheckedUpdateManyInput): Promise<boolean> {
  const { count } = await tx.need.updateMany({ where: { id, version }, data: { ...values, version: { increment: 1 } } })
  return count === 1
}

export function updateText(tx: Tx, id: string, version: number, values: NeedValues): Promise<boolean> {
  return update(tx, id, version, columns(values))
}

/** Criteria keep their ids by position, so that evidence written for them stays. */
export async function writeCriteria(tx: Tx, needId: string, criteria: readonly CriterionInput[]): Promise<void> {
  await tx.criterion.deleteMany({ where: { needId, position: { gte: criteria.length } } })
  for (const [position, criterion] of criteria.entries()) {
    await tx.criterion.upsert({ where: { needId_position: { needId, position } }, create: { needId, position, ...criterion }, update: criterion })
  }
}

export async function writeConfidential(tx: Tx, needId: string, part: { summary: string; text: string } | null): Promise<void> {
  if (part) await tx.needConfidential.upsert({ where: { needId }, create: { needId, ...part }, update: part })
  else await tx.needConfidential.deleteMany({ where: { needId } })
}

/** The confidential text. For its owner and for accepted readers alone. */
export function confidentialText(tx: Tx, needId: string): Promise<{ summary: string; text: string; updatedAt: Date } | null> {
  return tx.needConfidential.findUnique({ where: { needId }, select: { summary: true, text: true, updatedAt: true } })
}

/** Makes the creations of one organisation wait for each other, until the transaction ends. */
export async function lockCreation(tx: Tx, organisationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('need-create'), hashtext(${organisationId}))`
}

/** A draft with the same words by the same person, made since: the form was sent twice. */
export function findTwin(tx: Tx, twin: { organisationId: string; createdById: string | null; title: string; problem: string; goal: string; since: Date }) {
  const { since, ...same } = twin
  return tx.need.findFirst({ where: { ...same, state: 'draft', createdAt: { gte: since } }, select: { id: true, number: true } })
}

export function isVerified(tx: Tx, organisationId: string): Promise<boolean> {
  return tx.organisation.count({ where: { id: organisationId, verification: 'verified' } }).then((count) => count === 1)
}

export async function keepVersion(tx: Tx, id: string, version: number, fields: Prisma.InputJsonObject, changed: string[], actorId: string | null, createdAt: Date): Promise<void> {
  await tx.textVersion.create({ data: { entity: 'need', entityId: id, version, fields, changed, actorId, createdAt } })
}

export function versions(tx: Tx, id: string) {
  return tx.textVersion.findMany({ where: { entity: 'need', entityId: id }, orderBy: { version: 'desc' } })
}

export function history(tx: Tx, id: string) {
  return tx.transition.findMany({ where: { entity: 'need', entityId: id }, orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }] })
}

export type Recipient = { email: string; name: string; locale: 'zh-CN' | 'en' }

/** Addresses of the people who work for an organisation in one of these roles. */
export async function membersOf(tx: Tx, organisationId: string, roles: ('enterprise' | 'publisher' | 'institute')[]): Promise<Recipient[]> {
  const rows = await tx.membership.findMany({ where: { organisationId, role: { in: roles }, account: { disabledAt: null } }, include: { account: { select: { email: true, name: true, locale: true } } }, distinct: ['accountId'] })
  return rows.map(({ account }) => ({ ...account, locale: account.locale === 'en' ? 'en' : 'zh-CN' }))
}

export async function recipient(tx: Tx, accountId: string | null): Promise<Recipient | null> {
  const account = accountId ? await tx.account.findUnique({ where: { id: accountId, disabledAt: null }, select: { email: true, name: true, locale: true } }) : null
  return account && { ...account, locale: account.locale === 'en' ? 'en' : 'zh-CN' }
}

/** Numbers of needs by state, for counts and queues. */
export async function countByState(tx: Tx): Promise<Map<NeedState, number>> {
  const rows = await tx.need.groupBy({ by: ['state'], _count: true })
  return new Map(rows.map((row) => [row.state, row._count]))
}
