import type { Actor } from '~/domain/kernel/actor'
import { conflict, invalid } from '~/domain/kernel/errors'
import type { Context } from '~/domain/kernel/operation.server'
import * as repo from './lineage-repo.server'
import type { ApplicationOrigin, MatchOrigin, OriginOrganisation } from './lineage-repo.server'
import { belongsTo } from './policy'
import type { ContractFields } from './schema'

/** States of a match from which a contract can follow. */
const agreed: readonly MatchOrigin['state'][] = ['accepted', 'met', 'applied', 'contracted']

export type Lineage = {
  source: ContractFields['source']
  needId: string | null
  scenarioId: string | null
  matchId: string | null
  applicationId: string | null
  brokerId: string | null
}

/** A selected application or an agreed match, with both sides as the contract's parties. */
export type Origin = Lineage & {
  title: string
  field: string
  needNumber: string | null
  scenarioSerial: string | null
  applicationNumber: string | null
  broker: { number: string; name: string } | null
  buyer: OriginOrganisation | null
  seller: OriginOrganisation | null
}

const present = (ids: (string | null | undefined)[]) => ids.filter((id): id is string => id != null)

function ownersOf({ need, scenario }: Pick<ApplicationOrigin, 'need' | 'scenario'>) {
  return present([need?.organisationId, scenario?.ownerId, scenario?.leadId])
}

function mayUse(actor: Actor, origin: ApplicationOrigin | MatchOrigin): boolean {
  const submitter = 'submitterId' in origin ? origin.submitterId : null
  return belongsTo(actor, {
    partyIds: [],
    ownerIds: ownersOf(origin),
    applicantAccountIds: present([submitter, origin.person?.accountId]),
    applicantOrganisationIds: present([origin.organisation?.id, 'achievement' in origin ? origin.achievement?.organisation?.id : null]),
  })
}

function common({ need, scenario }: Pick<ApplicationOrigin, 'need' | 'scenario'>) {
  return {
    source: need ? ('need' as const) : ('scenario' as const),
    needId: need?.id ?? null,
    scenarioId: scenario?.id ?? null,
    title: need?.title ?? scenario?.title ?? '',
    field: need?.field ?? scenario?.field ?? '',
    needNumber: need?.number ?? null,
    scenarioSerial: scenario?.serial ?? null,
    buyer: need?.organisation ?? scenario?.owner ?? scenario?.lead ?? null,
  }
}

/** The selected application as an origin; null for a stranger's. Throws a conflict while it is not selected. */
export async function fromApplication(context: Context, id: string): Promise<Origin | null> {
  const found = await repo.application(context.tx, id)
  if (!found || !mayUse(context.actor, found)) return null
  if (found.state !== 'selected') throw conflict({ key: 'contract.application_not_selected' })
  return { ...common(found), matchId: found.matchId, applicationId: found.id, applicationNumber: found.number, brokerId: found.brokerId, broker: found.broker, seller: found.organisation ?? found.person?.organisation ?? null }
}

/** The agreed match as an origin; null for a stranger's. Throws a conflict while the two have not agreed. */
export async function fromMatch(context: Context, id: string): Promise<Origin | null> {
  const found = await repo.match(context.tx, id)
  if (!found || !mayUse(context.actor, found)) return null
  if (!agreed.includes(found.state)) throw conflict({ key: 'contract.match_not_agreed' })
  const seller = found.organisation ?? found.person?.organisation ?? found.achievement?.organisation ?? null
  return { ...common(found), matchId: found.id, applicationId: null, applicationNumber: null, brokerId: found.accompaniedBy, broker: found.accompanying, seller }
}

async function typedOrigin(context: Context, fields: ContractFields): Promise<Lineage> {
  const none = { needId: null, scenarioId: null, matchId: null, applicationId: null, brokerId: null }
  if (fields.source === 'need') {
    const need = await repo.publicNeed(context.tx, fields.needNumber ?? '')
    if (!need) throw invalid({ path: 'needNumber', message: { key: 'contract.need_unknown' } })
    return { ...none, source: 'need', needId: need.id }
  }
  if (fields.source === 'scenario') {
    const scenario = await repo.publicScenario(context.tx, fields.scenarioSerial ?? '')
    if (!scenario) throw invalid({ path: 'scenarioSerial', message: { key: 'contract.scenario_unknown' } })
    return { ...none, source: 'scenario', scenarioId: scenario.id }
  }
  return { ...none, source: 'outside' }
}

/**
 * Where a typed contract comes from, and the broker whom its application or match names. `known` is the broker of the contract so far: it stays even
 * where the certificate has lapsed since. Throws field errors when the need, the scenario or the broker is unknown, and when the application
 * or match is none of the actor's.
 */
export async function lineageOf(context: Context, fields: ContractFields, known: { id: string; number: string } | null): Promise<{ lineage: Lineage; named: string | null }> {
  let lineage: Lineage
  const linked = fields.source === 'outside' ? null : (fields.applicationId ?? fields.matchId)
  if (linked) {
    const origin = fields.applicationId ? await fromApplication(context, linked) : await fromMatch(context, linked)
    if (!origin || origin.source !== fields.source) throw invalid({ path: 'source', message: { key: 'contract.lineage_unknown' } })
    const { source, needId, scenarioId, matchId, applicationId, brokerId } = origin
    lineage = { source, needId, scenarioId, matchId, applicationId, brokerId }
  } else lineage = await typedOrigin(context, fields)
  const named = lineage.brokerId
  if (!fields.brokerNumber) return { lineage, named }
  const number = fields.brokerNumber.toUpperCase()
  const broker = known?.number === number ? known : await repo.activeBroker(context.tx, number)
  if (!broker) throw invalid({ path: 'brokerNumber', message: { key: 'contract.broker_unknown' } })
  return { lineage: { ...lineage, brokerId: broker.id }, named }
}

/** The organisation that posted a need: its contract's buyer. */
export async function ownerOfNeed(context: Context, fields: ContractFields, lineage: Lineage): Promise<string | null> {
  if (!lineage.needId) return null
  if (fields.needNumber && !lineage.applicationId && !lineage.matchId) return (await repo.publicNeed(context.tx, fields.needNumber))?.organisationId ?? null
  const origin = lineage.applicationId ? await repo.application(context.tx, lineage.applicationId) : lineage.matchId ? await repo.match(context.tx, lineage.matchId) : null
  return origin?.need?.organisationId ?? null
}
