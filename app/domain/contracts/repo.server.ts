import { type Prisma, type Tx } from '#prisma/client'
import { isUuid } from '~/domain/kernel/uuid'
import type { ContractFacts } from './policy'
import type { Comparable } from './duplicates'
import { dayFromColumn } from '~/domain/kernel/time'

const organisation = { select: { id: true, name: true, verification: true, areaKey: true } } as const

const shape = {
  parties: { include: { organisation } },
  need: { select: { id: true, number: true, title: true, state: true, organisationId: true, organisation: { select: { name: true } } } },
  scenario: { select: { id: true, serial: true, title: true, landing: true, publication: true, leadId: true, ownerId: true } },
  match: { select: { id: true, state: true, person: { select: { accountId: true } }, organisationId: true } },
  application: { select: { id: true, number: true, state: true, submitterId: true, organisationId: true, person: { select: { accountId: true } } } },
  broker: { select: { id: true, number: true, name: true } },
  mergedInto: { select: { id: true, number: true, projectName: true } },
  corrections: { orderBy: { createdAt: 'asc' } },
  amounts: { orderBy: { id: 'asc' } },
} satisfies Prisma.ContractInclude

export type ContractRecord = Prisma.ContractGetPayload<{ include: typeof shape }>

/** By number (as in its address) or by id. */
export function find(tx: Tx, id: string): Promise<ContractRecord | null> {
  return tx.contract.findFirst({ where: isUuid(id) ? { id } : { number: id }, include: shape })
}

/** The same, locked until the transaction ends. */
export async function findLocked(tx: Tx, id: string): Promise<ContractRecord | null> {
  if (isUuid(id)) await tx.$queryRaw`SELECT id FROM "Contract" WHERE id = ${id}::uuid FOR UPDATE`
  else await tx.$queryRaw`SELECT id FROM "Contract" WHERE number = ${id} FOR UPDATE`
  return find(tx, id)
}

/** The draft that a form has written already; waits for the same form sent at the same time. */
export async function findDraft(tx: Tx, id: string): Promise<ContractRecord | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('contract-draft'), hashtext(${id}))`
  return find(tx, id)
}

const present = (ids: (string | null | undefined)[]) => ids.filter((id): id is string => id != null)

/** What policies ask about. */
export function factsOf(contract: ContractRecord): ContractFacts {
  const { need, scenario, application, match } = contract
  return {
    state: contract.state,
    createdById: contract.createdById,
    partyIds: present(contract.parties.map((party) => party.organisationId)),
    ownerIds: present([need?.organisationId, scenario?.ownerId, scenario?.leadId]),
    applicantAccountIds: present([application?.submitterId, application?.person?.accountId, match?.person?.accountId]),
    applicantOrganisationIds: present([application?.organisationId, match?.organisationId]),
    brokerId: contract.brokerId,
  }
}

export type ContractValues = Omit<Prisma.ContractUncheckedCreateInput, 'id' | 'parties' | 'corrections' | 'amounts' | 'merged'>
export type PartyValues = Omit<Prisma.ContractPartyUncheckedCreateInput, 'contractId'>

export async function insert(tx: Tx, values: ContractValues, parties: PartyValues[]): Promise<string> {
  const made = await tx.contract.create({ data: { ...values, parties: { create: parties } }, select: { id: true } })
  return made.id
}

/** Writes the values when the version is still the one that was read; false when somebody was faster. */
export async function update(tx: Tx, id: string, version: number, values: Prisma.ContractUncheckedUpdateManyInput, parties?: PartyValues[]): Promise<boolean> {
  const { count } = await tx.contract.updateMany({ where: { id, version }, data: { ...values, version: { increment: 1 } } })
  if (count === 1 && parties) {
    await tx.contractParty.deleteMany({ where: { contractId: id } })
    await tx.contractParty.createMany({ data: parties.map((party) => ({ ...party, contractId: id })) })
  }
  return count === 1
}

/** Waits for whoever registers under the same number, then answers who has it already. */
export async function ownerOfRegistration(tx: Tx, registrationNumber: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('contract-registration'), hashtext(${registrationNumber}))`
  return tx.contract.findUnique({ where: { registrationNumber }, select: { id: true, number: true } })
}

export async function addCorrection(tx: Tx, contractId: string, correction: { field: string; note: string; createdAt: Date }) {
  await tx.contractCorrection.create({ data: { contractId, ...correction } })
}

export async function resolveCorrections(tx: Tx, contractId: string, now: Date) {
  await tx.contractCorrection.updateMany({ where: { contractId, resolvedAt: null }, data: { resolvedAt: now } })
}

export async function keepAmounts(tx: Tx, contractId: string, rows: Omit<Prisma.ContractAmountHistoryCreateManyInput, 'contractId' | 'id'>[]) {
  await tx.contractAmountHistory.createMany({ data: rows.map((row) => ({ ...row, contractId })) })
}

export function history(tx: Tx, id: string) {
  return tx.transition.findMany({ where: { entity: 'contract', entityId: id }, orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }] })
}

/** The account that reported it, for the mails; null when it is gone. */
export function reporterOf(tx: Tx, accountId: string) {
  return tx.account.findFirst({ where: { id: accountId, disabledAt: null }, select: { email: true, name: true, locale: true } })
}

type Actorhood = { accountId: string; organisationIds: string[]; brokerId: string | null }

/** Contracts that the actor has a part in: their ids are part of the query. */
export async function listOf(tx: Tx, who: Actorhood, state: ContractRecord['state'] | null, page: number, size: number) {
  const inOwn = { in: who.organisationIds }
  const own: Prisma.ContractWhereInput[] = [
    { createdById: who.accountId },
    { parties: { some: { organisationId: inOwn } } },
    { need: { organisationId: inOwn } },
    { scenario: { OR: [{ ownerId: inOwn }, { leadId: inOwn }] } },
    { application: { OR: [{ submitterId: who.accountId }, { organisationId: inOwn }, { person: { accountId: who.accountId } }] } },
    { match: { OR: [{ organisationId: inOwn }, { person: { accountId: who.accountId } }] } },
    ...(who.brokerId ? [{ brokerId: who.brokerId }] : []),
  ]
  const where: Prisma.ContractWhereInput = { OR: own, ...(state && { state }) }
  const [total, rows] = [await tx.contract.count({ where }), await tx.contract.findMany({ where, include: shape, orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }], skip: (page - 1) * size, take: size })]
  return { total, rows }
}

/** The contracts of these ids, in their order. */
export async function findMany(tx: Tx, ids: string[]): Promise<ContractRecord[]> {
  const rows = await tx.contract.findMany({ where: { id: { in: ids } }, include: shape })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id)).filter((row): row is ContractRecord => row !== undefined)
}

/** What tells one contract from another. */
export function comparable(contract: ContractRecord): Comparable {
  const keyOf = (side: 'seller' | 'buyer') => {
    const party = contract.parties.find((each) => each.side === side)
    return party ? (party.creditCode ?? party.name) : null
  }
  const { id, projectName, totalAmount, registrationNumber } = contract
  return { id, projectName, totalAmount, registrationNumber, signedOn: dayFromColumn(contract.signedOn), seller: keyOf('seller'), buyer: keyOf('buyer') }
}

/** Reported contracts between the same two parties, or with the same registration number. */
export function candidatesFor(tx: Tx, one: Comparable): Promise<ContractRecord[]> {
  const partyIs = (side: 'seller' | 'buyer', key: string): Prisma.ContractWhereInput => ({ parties: { some: { side, OR: [{ creditCode: key }, { creditCode: null, name: key }] } } })
  const either: Prisma.ContractWhereInput[] = []
  if (one.seller && one.buyer) either.push({ AND: [partyIs('seller', one.seller), partyIs('buyer', one.buyer)] })
  if (one.registrationNumber) either.push({ registrationNumber: one.registrationNumber })
  if (either.length === 0) return Promise.resolve([])
  return tx.contract.findMany({ where: { OR: either, id: { not: one.id }, state: { notIn: ['draft', 'refused'] }, mergedIntoId: null }, include: shape, orderBy: { signedOn: 'desc' }, take: 200 })
}

/** Whether others were merged into this one. */
export async function hasMerged(tx: Tx, id: string): Promise<boolean> {
  return (await tx.contract.count({ where: { mergedIntoId: id } })) > 0
}

/** The contracts that one need, scenario, application or match led to; drafts are nobody else's business. */
export function listFrom(tx: Tx, origin: Prisma.ContractWhereInput): Promise<ContractRecord[]> {
  return tx.contract.findMany({ where: { ...origin, state: { not: 'draft' }, mergedIntoId: null }, include: shape, orderBy: { number: 'asc' }, take: 50 })
}
