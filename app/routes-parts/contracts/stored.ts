import type { ContractView, PartyView } from '~/domain/contracts/view'
import type { Origin } from '~/domain/contracts/lineage.server'
import { kindOf } from '~/domain/contracts/rules'
import type { FormValues } from './values'

function partyValues(party: PartyView | null): FormValues {
  if (!party) return {}
  const { organisationId, name, creditCode, nature, scale, regionCode, region, address, representative, contactName, contactPhone } = party
  const texts = { organisationId, name, creditCode, nature, scale, regionCode: nature === 'overseas' ? '' : regionCode, region, address, representative, contactName, contactPhone }
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value ?? '']))
}

/** A stored contract as the form shows it. */
export function storedValues(contract: ContractView): FormValues {
  const { type, subtype, projectName, field, ipr, plan, objective, buyerIndustry, paymentMethod, signedOn, beginsOn, endsOn, source, needNumber, scenarioSerial, applicationId, matchId, version } = contract
  const texts = { projectName, kind: kindOf(type, subtype), field, ipr, plan, objective, buyerIndustry, paymentMethod, signedOn, beginsOn, endsOn, source, needNumber, scenarioSerial, applicationId, matchId, totalAmount: contract.totalAmount, technologyAmount: contract.technologyAmount, brokerNumber: contract.broker?.number }
  return {
    ...Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value ?? ''])),
    version: String(version),
    pending: contract.pending ? 'on' : '',
    related: contract.related ? 'true' : '',
    equipmentAmount: contract.pending ? '' : contract.equipmentAmount,
    materialAmount: contract.pending ? '' : contract.materialAmount,
    seller: partyValues(contract.sellerParty),
    buyer: partyValues(contract.buyerParty),
  }
}

function originParty(organisation: Origin['buyer']): FormValues {
  if (!organisation) return {}
  const { id, name, creditCode, nature, regionCode, address, scale, contactName, contactPhone } = organisation
  return { organisationId: id, name, creditCode: creditCode ?? '', nature, regionCode, address: address ?? '', scale: scale ?? '', contactName: contactName ?? '', contactPhone: contactPhone ?? '' }
}

/** What a new form starts with: nothing, or both sides of a selected application or an agreed match. */
export function newValues(draftId: string, origin: Origin | null): FormValues {
  if (!origin) return { draftId, source: '', seller: {}, buyer: {} }
  const { source, applicationId, matchId, title, field, broker } = origin
  return { draftId, source, applicationId: applicationId ?? '', matchId: applicationId ? '' : (matchId ?? ''), projectName: title, field, brokerNumber: broker?.number ?? '', seller: originParty(origin.seller), buyer: originParty(origin.buyer) }
}
