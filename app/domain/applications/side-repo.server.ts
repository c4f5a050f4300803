import { type Prisma, type ApplicationState, type Tx } from '#prisma/client'
import { dateColumn, dayOf } from '~/domain/kernel/time'
import type { Score } from './rules'
import type { Owner } from './repo.server'

/** Brokers who may accompany: active, and their certificate not expired on the day (domain.md, section 6). */
const active = (now: Date): Prisma.BrokerWhereInput => ({ state: 'active', validUntil: { gte: dateColumn(dayOf(now)) } })

export function activeBrokers(tx: Tx, now: Date) {
  return tx.broker.findMany({ where: active(now), select: { number: true, name: true, kind: true }, orderBy: [{ name: 'asc' }, { number: 'asc' }], take: 500 })
}

export function findActiveBroker(tx: Tx, number: string, now: Date) {
  return tx.broker.findFirst({ where: { number, ...active(now) }, select: { id: true } })
}

/** Scores of applications; a reviewer has one a criterion. */
export function scores(tx: Tx, applicationIds: string[]) {
  return tx.applicationScore.findMany({ where: { applicationId: { in: applicationIds } }, select: { applicationId: true, criterionId: true, reviewerId: true, points: true, comment: true } })
}

export async function writeScores(tx: Tx, applicationId: string, rows: (Score & { comment: string })[], createdAt: Date): Promise<void> {
  for (const { criterionId, reviewerId, points, comment } of rows) {
    const key = { applicationId, criterionId, reviewerId }
    await tx.applicationScore.upsert({ where: { applicationId_criterionId_reviewerId: key }, create: { ...key, points, comment, createdAt }, update: { points, comment, createdAt } })
  }
}

export async function writePhase(tx: Tx, applicationId: string, phase: number, values: { decision: 'proceed' | 'stop'; reason: string; decidedAt: Date }): Promise<void> {
  await tx.applicationPhase.upsert({ where: { applicationId_phase: { applicationId, phase } }, create: { applicationId, phase, ...values }, update: values })
}

const row = {
  id: true,
  number: true,
  state: true,
  cost: true,
  submittedAt: true,
  updatedAt: true,
  decidedAt: true,
  reason: true,
  brokerId: true,
  person: { select: { name: true, organisationId: true, organisation: { select: { name: true } } } },
  organisation: { select: { name: true } },
  organisationId: true,
  submitterId: true,
  personId: true,
  broker: { select: { name: true } },
  need: { select: { number: true, title: true, state: true, deadline: true, organisationId: true, organisation: { select: { name: true } } } },
  scenario: { select: { serial: true, title: true, closesAt: true, leadId: true, ownerId: true, lead: { select: { name: true } } } },
} satisfies Prisma.ApplicationSelect

export type ApplicationRow = Prisma.ApplicationGetPayload<{ select: typeof row }>

/** Applications that were handed in to needs of these organisations and not taken on yet. */
export function countSubmitted(tx: Tx, organisationIds: string[]): Promise<number> {
  return tx.application.count({ where: { state: 'submitted', need: { organisationId: { in: organisationIds } } } })
}

/** Applications of an account, of its person's profile and of its institutes: their ids are part of the query. */
export function listOwn(tx: Tx, owner: { accountId: string; personId: string | null; instituteIds: string[] }): Promise<ApplicationRow[]> {
  const mine: Prisma.ApplicationWhereInput[] = [{ submitterId: owner.accountId }, { organisationId: { in: owner.instituteIds } }]
  if (owner.personId) mine.push({ personId: owner.personId })
  return tx.application.findMany({ where: { OR: mine }, select: row, orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }], take: 500 })
}

/** Applications that name the broker, once they are handed in. */
export function listAccompanied(tx: Tx, brokerId: string): Promise<ApplicationRow[]> {
  return tx.application.findMany({ where: { brokerId, state: { not: 'draft' } }, select: row, orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }], take: 200 })
}

/** Applications to one target that were handed in. */
export function listOfTarget(tx: Tx, { needId, scenarioId }: Owner): Promise<ApplicationRow[]> {
  return tx.application.findMany({ where: { needId, scenarioId, state: { not: 'draft' } }, select: row, orderBy: [{ number: 'asc' }] })
}

/** One page of the bureau's list: what waits the longest first. */
export async function listQueue(tx: Tx, filter: { state: ApplicationState | null; kind: 'need' | 'scenario' | null }, skip: number, take: number): Promise<{ total: number; rows: ApplicationRow[] }> {
  const where: Prisma.ApplicationWhereInput = {
    state: filter.state && filter.state !== 'draft' ? filter.state : { not: 'draft' },
    ...(filter.kind === 'need' && { needId: { not: null } }),
    ...(filter.kind === 'scenario' && { scenarioId: { not: null } }),
  }
  const total = await tx.application.count({ where })
  return { total, rows: await tx.application.findMany({ where, select: row, orderBy: [{ submittedAt: filter.state === 'submitted' ? 'asc' : 'desc' }, { id: 'desc' }], skip, take }) }
}

export async function countByState(tx: Tx): Promise<Partial<Record<ApplicationState, number>>> {
  const rows = await tx.application.groupBy({ by: ['state'], _count: true })
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]))
}
