import { type Prisma, type ApplicationState, type Tx } from '#prisma/client'
import { isUuid } from '~/domain/kernel/uuid'
import { nextCode } from '~/domain/kernel/counter.server'
import { dateColumn, dayFromColumn } from '~/domain/kernel/time'
import type { ApplicationFacts } from './policy'

const shape = {
  need: { select: { id: true, number: true, title: true, organisationId: true, state: true, deadline: true, publishedAt: true, selection: true, teams: true, organisation: { select: { name: true } }, criteria: { orderBy: { position: 'asc' } } } },
  scenario: { select: { id: true, serial: true, title: true, leadId: true, ownerId: true, publication: true, opensAt: true, closesAt: true, lead: { select: { name: true } } } },
  person: { select: { name: true, number: true, organisationId: true, organisation: { select: { name: true } } } },
  organisation: { select: { name: true } },
  broker: { select: { id: true, name: true, number: true, accountId: true } },
  submitter: { select: { id: true, name: true } },
  evidence: true,
  phases: { orderBy: { phase: 'asc' } },
} satisfies Prisma.ApplicationInclude

type Row = Prisma.ApplicationGetPayload<{ include: typeof shape }>
export type ApplicationRecord = Omit<Row, 'startsOn' | 'endsOn'> & { startsOn: string | null; endsOn: string | null }

const recordOf = (row: Row): ApplicationRecord => ({ ...row, startsOn: row.startsOn && dayFromColumn(row.startsOn), endsOn: row.endsOn && dayFromColumn(row.endsOn) })

/** A number or an id as a key; null for what can be neither. */
function keyOf(id: string): { id: string } | { number: string } | null {
  if (isUuid(id)) return { id }
  return /^SQ-\d{4}-\d{4,8}$/.test(id) ? { number: id } : null
}

/** By number (as in its address) or by id. */
export async function find(tx: Tx, id: string): Promise<ApplicationRecord | null> {
  const where = keyOf(id)
  const row = where && (await tx.application.findUnique({ where, include: shape }))
  return row && recordOf(row)
}

/**
 * Locked until the transaction ends: first what is applied to, then the application. Every change locks in this order, so
 * that a choice and a late submission wait for each other and never deadlock.
 */
export async function findLocked(tx: Tx, id: string): Promise<ApplicationRecord | null> {
  const where = keyOf(id)
  const known = where && (await tx.application.findUnique({ where, select: { id: true, needId: true, scenarioId: true } }))
  if (!known) return null
  if (known.needId) await tx.$queryRaw`SELECT id FROM "Need" WHERE id = ${known.needId}::uuid FOR UPDATE`
  if (known.scenarioId) await lockScenario(tx, known.scenarioId)
  await tx.$queryRaw`SELECT id FROM "Application" WHERE id = ${known.id}::uuid FOR UPDATE`
  return find(tx, known.id)
}

export async function lockScenario(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Scenario" WHERE id = ${id}::uuid FOR UPDATE`
}

/** What applications need to know of a scenario, by serial or id. */
export async function findScenario(tx: Tx, id: string) {
  if (!isUuid(id) && !/^\d{4}-\d{2}-\d{3}$/.test(id)) return null
  return tx.scenario.findFirst({
    where: isUuid(id) ? { id } : { serial: id },
    select: { id: true, serial: true, title: true, leadId: true, ownerId: true, publication: true, landing: true, opensAt: true, closesAt: true, lead: { select: { name: true } } },
  })
}

/** The facts that policies ask about. */
export function factsOf(application: ApplicationRecord): ApplicationFacts {
  const { need, scenario } = application
  const ownerIds = [need?.organisationId, scenario?.leadId, scenario?.ownerId].filter((id) => id != null)
  return {
    state: application.state,
    submitterId: application.submitterId,
    personId: application.personId,
    organisationId: application.organisationId,
    brokerId: application.brokerId,
    applicantIds: [application.organisationId, application.person?.organisationId].filter((id) => id != null),
    target: { kind: need ? 'need' : 'scenario', shown: true, ownerIds, chooserId: need?.organisationId ?? scenario?.leadId ?? '' },
  }
}

export type ApplicationValues = {
  approach: string
  team: string
  startsOn: string | null
  endsOn: string | null
  cost: string | null
  iprProposal: string
  conditions: string
  brokerId: string | null
  noControl: boolean
  termsAccepted: boolean
}

const columns = ({ startsOn, endsOn, ...values }: ApplicationValues) => ({ ...values, startsOn: startsOn && dateColumn(startsOn), endsOn: endsOn && dateColumn(endsOn) })

export type Owner = { needId: string | null; scenarioId: string | null }
export type ApplyingAs = { submitterId: string; personId: string | null; organisationId: string | null }

/** This applicant's application to the target, whoever of an institute began it. */
export function findExisting(tx: Tx, { needId, scenarioId }: Owner, { submitterId, personId, organisationId }: ApplyingAs) {
  const same: Prisma.ApplicationWhereInput[] = [{ submitterId }]
  if (personId) same.push({ personId })
  if (organisationId) same.push({ organisationId })
  return tx.application.findFirst({ where: { needId, scenarioId, OR: same }, select: { id: true, number: true, state: true } })
}

/** A new draft with its number. */
export async function insert(tx: Tx, year: number, target: Owner, applicant: ApplyingAs, values: ApplicationValues, createdAt: Date): Promise<{ id: string; number: string }> {
  const number = await nextCode(tx, 'SQ', year)
  return tx.application.create({ data: { number, ...target, ...applicant, ...columns(values), createdAt }, select: { id: true, number: true } })
}

export async function updateText(tx: Tx, id: string, version: number, values: ApplicationValues): Promise<boolean> {
  const { count } = await tx.application.updateMany({ where: { id, version }, data: { ...columns(values), version: { increment: 1 } } })
  return count === 1
}

/** Writes the evidence for the criteria that there are; empty texts are no rows. */
export async function writeEvidence(tx: Tx, applicationId: string, evidence: { criterionId: string; text: string }[]): Promise<void> {
  await tx.applicationEvidence.deleteMany({ where: { applicationId } })
  await tx.applicationEvidence.createMany({ data: evidence.filter(({ text }) => text !== '').map((row) => ({ applicationId, ...row })) })
}

export async function setState(tx: Tx, id: string, state: ApplicationState, values: Prisma.ApplicationUncheckedUpdateInput = {}): Promise<void> {
  await tx.application.update({ where: { id }, data: { state, ...values, version: { increment: 1 } } })
}

/** Applications to a target that are handed in and not decided, locked, in the order of their numbers. */
export async function lockUndecided(tx: Tx, { needId, scenarioId }: Owner): Promise<ApplicationRecord[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Application"
    WHERE ("needId" = ${needId}::uuid OR "scenarioId" = ${scenarioId}::uuid) AND state IN ('submitted', 'returned', 'under_review', 'shortlisted')
    ORDER BY id FOR UPDATE`
  const found = await tx.application.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, include: shape, orderBy: { number: 'asc' } })
  return found.map(recordOf)
}

export function countSelected(tx: Tx, needId: string): Promise<number> {
  return tx.application.count({ where: { needId, state: 'selected' } })
}

export function history(tx: Tx, id: string) {
  return tx.transition.findMany({ where: { entity: 'application', entityId: id }, orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }] })
}

export async function isVerified(tx: Tx, organisationId: string): Promise<boolean> {
  return (await tx.organisation.count({ where: { id: organisationId, verification: 'verified' } })) === 1
}

/** The organisation that a person works for. */
export async function employerOf(tx: Tx, personId: string | null): Promise<string | null> {
  const person = personId ? await tx.person.findUnique({ where: { id: personId }, select: { organisationId: true } }) : null
  return person?.organisationId ?? null
}
