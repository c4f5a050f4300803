import { dayFromColumn } from '~/domain/kernel/time'
import type { Decimal } from '~/domain/kernel/money'
import { capitals } from './capital'
import type { ContractRecord } from './repo.server'
import type { Side } from './schema'

const day = (column: Date | null) => (column ? dayFromColumn(column) : null)
const yuan = (amount: Decimal | null) => amount?.toFixed(2) ?? null

export function partyOf(contract: Pick<ContractRecord, 'parties'>, side: Side) {
  return contract.parties.find((party) => party.side === side) ?? null
}

/** What a list row shows: who, what, how much, until when. Amounts in 元 as text, days as `2026-11-24`. */
export function rowOf(contract: ContractRecord) {
  return {
    id: contract.number ?? contract.id,
    number: contract.number,
    projectName: contract.projectName,
    type: contract.type,
    subtype: contract.subtype,
    state: contract.state,
    seller: partyOf(contract, 'seller')?.name ?? null,
    buyer: partyOf(contract, 'buyer')?.name ?? null,
    totalAmount: yuan(contract.totalAmount),
    technologyAmount: yuan(contract.technologyAmount),
    pending: contract.pending,
    signedOn: dayFromColumn(contract.signedOn),
    reviewDueOn: day(contract.reviewDueOn),
    registeredOn: day(contract.registeredOn),
    terminatedOn: day(contract.terminatedOn),
    merged: contract.mergedIntoId !== null,
    flow: contract.flow,
  }
}
export type ContractRow = ReturnType<typeof rowOf>

/** One party as the record shows it. */
function partyView(contract: ContractRecord, side: Side, regions: ReadonlyMap<string, string>) {
  const party = partyOf(contract, side)
  if (!party) return null
  const { organisationId, name, creditCode, nature, scale, regionCode, address, representative, contactName, contactPhone } = party
  return { organisationId, name, creditCode, nature, scale, regionCode, region: regions.get(regionCode) ?? null, address, representative, contactName, contactPhone, verified: party.organisation?.verification === 'verified' }
}
export type PartyView = NonNullable<ReturnType<typeof partyView>>

export type LineageLink = { kind: 'need' | 'scenario' | 'match' | 'application' | 'contract'; label: string; number: string | null; path: string | null }

/** From the need or scenario over match and application to the contract: each can be walked to by those who `follow` the deal. */
function lineageOf({ need, scenario, match, application, number, id, projectName }: ContractRecord, follows: boolean): LineageLink[] {
  const links: LineageLink[] = []
  if (need) links.push({ kind: 'need', label: need.title, number: need.number, path: `/needs/${need.number}` })
  if (scenario) links.push({ kind: 'scenario', label: scenario.title, number: scenario.serial, path: scenario.serial ? `/scenarios/${scenario.serial}` : null })
  if (match) links.push({ kind: 'match', label: '', number: null, path: follows ? `/workspace/matches/${match.id}` : null })
  if (application) links.push({ kind: 'application', label: '', number: application.number, path: follows ? `/workspace/applications/${application.number}` : null })
  if (links.length > 0) links.push({ kind: 'contract', label: projectName, number, path: `/workspace/contracts/${number ?? id}` })
  return links
}

/** All of a contract, as the registration form has it. Amounts in 元 as text. */
export function viewOf(contract: ContractRecord, follows: boolean, names: { regions: ReadonlyMap<string, string>; fields: ReadonlyMap<string, string>; objectives: ReadonlyMap<string, string>; industries: ReadonlyMap<string, string> }) {
  return {
    ...rowOf(contract),
    recordId: contract.id,
    version: contract.version,
    field: contract.field,
    fieldLabel: names.fields.get(contract.field) ?? contract.field,
    ipr: contract.ipr,
    plan: contract.plan,
    sellerParty: partyView(contract, 'seller', names.regions),
    buyerParty: partyView(contract, 'buyer', names.regions),
    equipmentAmount: contract.equipmentAmount.toFixed(2),
    materialAmount: contract.materialAmount.toFixed(2),
    capitals: contract.totalAmount ? capitals(contract.totalAmount) : null,
    paymentMethod: contract.paymentMethod,
    beginsOn: day(contract.beginsOn),
    endsOn: day(contract.endsOn),
    related: contract.related,
    objective: contract.objective,
    objectiveLabel: contract.objective ? (names.objectives.get(contract.objective) ?? contract.objective) : null,
    buyerIndustry: contract.buyerIndustry,
    buyerIndustryLabel: contract.buyerIndustry ? (names.industries.get(contract.buyerIndustry) ?? contract.buyerIndustry) : null,
    source: contract.source,
    needNumber: contract.need?.number ?? null,
    scenarioSerial: contract.scenario?.serial ?? null,
    originTitle: contract.need?.title ?? contract.scenario?.title ?? null,
    applicationId: contract.applicationId,
    matchId: contract.matchId,
    broker: contract.broker,
    lineage: lineageOf(contract, follows),
    ruleVersion: contract.ruleVersion,
    registrationNumber: contract.registrationNumber,
    registrationOffice: contract.registrationOffice,
    reportedAt: contract.reportedAt?.toISOString() ?? null,
    disputed: contract.disputed,
    firstReviewed: contract.firstReviewerId !== null,
    mergedInto: contract.mergedInto,
    corrections: contract.corrections.map(({ id, field, note, createdAt, resolvedAt }) => ({ id, field, note, at: createdAt.toISOString(), resolved: resolvedAt !== null })),
    amounts: contract.amounts.map((row) => ({ effectiveOn: dayFromColumn(row.effectiveOn), totalAmount: yuan(row.totalAmount), technologyAmount: yuan(row.technologyAmount), reason: row.reason })),
  }
}
export type ContractView = ReturnType<typeof viewOf>
