import type { Prisma, PrismaClient } from '../client'
import { flowOf } from '../../app/domain/contracts/rules'
import { district } from './district'
import { codes, idOf, portions } from './ids'
import { orgId } from './people-rows'
import type { SampleContract, SampleDistrict, SampleOrganisation, SampleOutsideParty } from './sample/types'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** Contracts with their parties, steps and amounts. A number is given in the year in which it was reported. */
export async function seedContracts(client: PrismaClient, sample: SampleDistrict): Promise<void> {
  const numbers = codes('HT')
  const organisations = new Map([...sample.enterprises, ...sample.institutes, ...sample.brokerAgencies, ...sample.departments].map((organisation) => [organisation.key, organisation]))
  const parties: Prisma.ContractPartyCreateManyInput[] = []
  const steps: Prisma.TransitionCreateManyInput[] = []
  const ordered = [...sample.contracts].sort((a, b) => a.signedOn.localeCompare(b.signedOn) || a.key.localeCompare(b.key))
  const rows = ordered.map((contract): Prisma.ContractCreateManyInput => {
    const id = idOf('contract', contract.key)
    const seller = party(id, 'seller', contract.sellerKey, contract.sellerOutside, organisations)
    const buyer = party(id, 'buyer', contract.buyerKey, contract.buyerOutside, organisations)
    parties.push(seller, buyer)
    const reportedAt = new Date(day(contract.signedOn).getTime() + 4 * 86_400_000 + 2 * 3_600_000)
    steps.push({ entity: 'contract', entityId: id, fromState: 'draft', toState: 'reported', actorName: seller.name, occurredAt: reportedAt })
    if (contract.registeredOn) steps.push({ entity: 'contract', entityId: id, fromState: 'under_review', toState: 'registered', actorName: '区科技局', occurredAt: new Date(day(contract.registeredOn).getTime() + 7 * 3_600_000) })
    return row(contract, id, numbers.next(Number(contract.signedOn.slice(0, 4))), reportedAt, seller.regionCode, buyer.regionCode)
  })
  for (const data of portions(rows)) await client.contract.createMany({ data })
  for (const data of portions(parties)) await client.contractParty.createMany({ data })
  for (const data of portions(steps, 1000)) await client.transition.createMany({ data })
  await client.counter.createMany({ data: numbers.counters() })
}

function row(contract: SampleContract, id: string, number: string, reportedAt: Date, sellerRegion: string, buyerRegion: string): Prisma.ContractCreateManyInput {
  const registered = ['registered', 'amended', 'revoked', 'terminated'].includes(contract.state)
  const from = contract.source === 'need' && contract.sourceKey ? { needId: idOf('need', contract.sourceKey) } : contract.source === 'scenario' && contract.sourceKey ? { scenarioId: idOf('scenario', contract.sourceKey) } : {}
  return {
    id, number, projectName: contract.projectName, type: contract.type, subtype: contract.subtype, field: contract.field, ipr: contract.ipr, plan: contract.plan,
    totalAmount: contract.pending ? null : contract.totalAmount, equipmentAmount: contract.pending ? '0' : contract.equipmentAmount, materialAmount: contract.pending ? '0' : contract.materialAmount,
    technologyAmount: contract.pending ? null : contract.technologyAmount, pending: contract.pending, paymentMethod: contract.paymentMethod, signedOn: day(contract.signedOn), beginsOn: day(contract.beginsOn), endsOn: day(contract.endsOn),
    related: contract.related, objective: contract.objectiveCode.padStart(2, '0'), buyerIndustry: contract.buyerIndustry, flow: flowOf(sellerRegion, buyerRegion, district.regionCode),
    source: 'needId' in from || 'scenarioId' in from ? contract.source : 'outside', ...from, brokerId: contract.brokerKey ? idOf('broker', contract.brokerKey) : null, state: contract.state,
    ruleVersion: contract.signedOn < '2026-01-01' ? '2000' : '2026', registrationNumber: registered ? contract.registrationNumber : null, registrationOffice: registered ? officeOf(sellerRegion) : null,
    registeredOn: registered && contract.registeredOn ? day(contract.registeredOn) : null, reportedAt, reviewStartedAt: contract.state === 'reported' ? null : reportedAt,
    terminatedOn: contract.state === 'terminated' && contract.terminatedOn ? day(contract.terminatedOn) : null, sample: true, createdAt: reportedAt,
  }
}

/** The seller registers, at the seller's place; for a seller abroad the domestic buyer does (domain.md, section 7). */
function officeOf(sellerRegion: string): string {
  return sellerRegion === district.regionCode || sellerRegion === '000000' ? '重庆市永川区技术合同登记点' : '卖方所在地技术合同登记点'
}

function party(contractId: string, side: 'seller' | 'buyer', key: string | null, outside: SampleOutsideParty | null, organisations: Map<string, SampleOrganisation>): Prisma.ContractPartyCreateManyInput {
  const known = key ? organisations.get(key) : undefined
  if (known) return { contractId, side, organisationId: orgId(known.key), name: known.name, creditCode: known.creditCode, nature: known.nature, scale: known.scale, regionCode: known.regionCode, address: known.address }
  if (!outside) throw new Error(`contract ${contractId} has no ${side}`)
  return { contractId, side, organisationId: null, name: outside.name, creditCode: outside.creditCode, nature: outside.nature, scale: outside.scale, regionCode: outside.regionCode ?? '000000', address: outside.address }
}
