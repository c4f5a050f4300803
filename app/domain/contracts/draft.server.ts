import { district, workCalendar } from '~/domain/district/service.server'
import { assertKnown } from '~/domain/district/codes.server'
import { isMemberOf } from '~/domain/kernel/actor'
import { conflict, invalid, stale, wrongState } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { nextCode } from '~/domain/kernel/counter.server'
import { command, type Context } from '~/domain/kernel/operation.server'
import { dateColumn, dayOf, yearOf } from '~/domain/kernel/time'
import { assertCredit, creditedBroker, tellUncredited } from './credit.server'
import { lineageOf, ownerOfNeed } from './lineage.server'
import { flowOfParties, partyValues } from './parties.server'
import { belongsTo, contractPolicy } from './policy'
import * as repo from './repo.server'
import type { ContractRecord, ContractValues, PartyValues } from './repo.server'
import { assertEditable, contractMachine, reviewDueOn, typeOf } from './rules'
import { createInput, reportInput, resubmitInput, updateInput, type ContractFields } from './schema'

export const loadLocked = async (context: Context, input: { id: string }) => {
  const record = await repo.findLocked(context.tx, input.id)
  return record && { record, ...repo.factsOf(record) }
}

export const column = (day: string | null) => (day === null ? null : dateColumn(day))

async function assertKnownCodes({ field, objective, buyerIndustry }: ContractFields) {
  await assertKnown({ path: 'field', scheme: 'field', codes: [field] }, { path: 'objective', scheme: 'objective', codes: [objective] }, { path: 'buyerIndustry', scheme: 'industry', codes: [buyerIndustry] })
}

/** What a form or a line of a table says of the contract itself, as columns. */
export function ownValues({ kind, projectName, field, ipr, plan, pending, totalAmount, equipmentAmount, materialAmount, technologyAmount, paymentMethod, related, objective, buyerIndustry, signedOn, beginsOn, endsOn }: ContractFields) {
  return {
    projectName, ...typeOf(kind), field, ipr, plan, pending, totalAmount, equipmentAmount, materialAmount, technologyAmount, paymentMethod, related, objective, buyerIndustry,
    signedOn: dateColumn(signedOn), beginsOn: column(beginsOn), endsOn: column(endsOn),
  }
}

/** What was typed as rows. Throws field errors: unknown codes, parties, need, scenario or broker, a signing day to come. */
async function rowsOf(context: Context, fields: ContractFields, record: ContractRecord | null): Promise<{ values: ContractValues; parties: PartyValues[]; credited: string | null }> {
  await assertKnownCodes(fields)
  if (fields.signedOn > dayOf(context.now)) throw invalid({ path: 'signedOn', message: { key: 'contract.signed_in_future' } })
  const parties: PartyValues[] = []
  for (const side of ['seller', 'buyer'] as const) {
    const typed = fields[side]
    if (typed) parties.push(await partyValues(context, side, typed))
  }
  const [seller, buyer] = (['seller', 'buyer'] as const).map((side) => parties.find((party) => party.side === side))
  if (seller && buyer && seller.creditCode && seller.creditCode === buyer.creditCode) throw invalid({ path: 'buyer.name', message: { key: 'contract.same_party' } })
  const { lineage, named } = await lineageOf(context, fields, record?.broker ?? null)
  const credited = creditedBroker(record, named)
  assertCredit(credited, lineage.brokerId, fields.brokerReason)
  const owner = await ownerOfNeed(context, fields, lineage)
  if (owner && buyer && buyer.organisationId !== owner) throw invalid({ path: 'buyer.name', message: { key: 'contract.buyer_is_not_owner' } })
  // Nobody puts a draft on the desk of organisations that are not their own.
  const linked = lineage.applicationId ?? lineage.matchId
  const own = [owner, ...parties.map((party) => party.organisationId)].some((id) => isMemberOf(context.actor, id))
  if (parties.length > 0 && !linked && !own) throw invalid({ path: 'seller.name', message: { key: 'contract.not_a_party' } })
  return { values: { ...ownValues(fields), flow: await flowOfParties(parties), ...lineage }, parties, credited }
}

/** Begins a draft. Answers its id. Sent twice with one `draftId`, it writes one. */
export const createContract = command({
  name: 'contract.create',
  input: createInput,
  policy: contractPolicy.create,
  run: async (context, { draftId, ...fields }) => {
    const known = draftId ? await repo.findDraft(context.tx, draftId) : null
    if (known) {
      if (known.createdById !== context.actor.accountId) throw stale(known.version)
      await context.audit('contract.create_again', 'contract', known.id)
      return { id: known.number ?? known.id }
    }
    const { values, parties, credited } = await rowsOf(context, fields, null)
    const id = await repo.insert(context.tx, { ...values, ...(draftId && { id: draftId }), createdById: context.actor.accountId, createdAt: context.now }, parties)
    await context.transition('contract', id, null, 'draft')
    const uncredited = await tellUncredited(context, { id, version: 1, projectName: fields.projectName }, credited, values.brokerId ?? null, fields.brokerReason)
    await context.audit('contract.create', 'contract', id, { projectName: fields.projectName, ...uncredited })
    return { id }
  },
})

/** Changes a draft, or what a reviewer asked to have corrected. Throws a conflict in any other state and when it was changed meanwhile. */
export const updateContract = command({
  name: 'contract.update',
  input: updateInput,
  load: loadLocked,
  policy: contractPolicy.edit,
  run: async (context, { id: _id, version, ...fields }, { record }) => {
    assertEditable(record.state)
    const { values, parties, credited } = await rowsOf(context, fields, record)
    if (!(await repo.update(context.tx, record.id, version, values, parties))) throw stale(record.version)
    const uncredited = await tellUncredited(context, { id: record.id, version, projectName: fields.projectName }, credited, values.brokerId ?? null, fields.brokerReason)
    await context.audit('contract.update', 'contract', record.id, { projectName: fields.projectName, ...uncredited })
    return { id: record.number ?? record.id }
  },
})

/** A contract that names its parties unclearly is not taken; the reporter's side must be one that the bureau has verified. */
function assertComplete(context: Context, contract: ContractRecord) {
  const missing = (['seller', 'buyer'] as const).filter((side) => !contract.parties.some((party) => party.side === side))
  if (missing.length > 0) throw invalid(...missing.map((side) => ({ path: `${side}.name`, message: { key: 'contract.party_missing' as const } })))
  if (!belongsTo(context.actor, repo.factsOf(contract))) throw invalid({ path: 'seller.name', message: { key: 'contract.not_a_party' } })
  if (!context.actor.personId && !context.actor.memberships.some(({ verified }) => verified)) throw conflict({ key: 'contract.organisation_unverified' })
}

/** The day until which a review that starts now is due. */
export async function dueFromNow(context: Context, contract: Pick<ContractRecord, 'technologyAmount' | 'disputed'>): Promise<Date> {
  return dateColumn(reviewDueOn(contract, dayOf(context.now), await district(), await workCalendar()))
}

/** Reports a signed contract: gives its number (HT-YYYY-NNNN) and starts the clock of the review. Answers both. */
export const reportContract = command({
  name: 'contract.report',
  input: reportInput,
  load: loadLocked,
  policy: contractPolicy.report,
  run: async (context, { version }, { record }) => {
    assertMove(contractMachine, record.state, 'reported')
    assertComplete(context, record)
    const due = await dueFromNow(context, record)
    const { contractRuleVersion } = await district()
    const number = await nextCode(context.tx, 'HT', yearOf(context.now))
    const values = { state: 'reported' as const, number, reportedAt: context.now, reviewDueOn: due, ruleVersion: contractRuleVersion, createdById: context.actor.accountId ?? record.createdById }
    if (!(await repo.update(context.tx, record.id, version, values))) throw stale(record.version)
    await context.transition('contract', record.id, 'draft', 'reported')
    await context.audit('contract.report', 'contract', record.id, { number })
    return { number, reviewDueOn: due.toISOString().slice(0, 10) }
  },
})

/** Hands a corrected contract in again; the clock of the review starts from the beginning. */
export const resubmitContract = command({
  name: 'contract.resubmit',
  input: resubmitInput,
  load: loadLocked,
  policy: contractPolicy.edit,
  run: async (context, _input, { record }) => {
    // From "reported" it is the bureau that begins the review.
    if (record.state !== 'correction_requested') throw wrongState(contractMachine.entity, record.state, 'under_review')
    assertComplete(context, record)
    const due = await dueFromNow(context, record)
    if (!(await repo.update(context.tx, record.id, record.version, { state: 'under_review', reviewDueOn: due, firstReviewerId: null }))) throw stale(record.version)
    await repo.resolveCorrections(context.tx, record.id, context.now)
    await context.transition('contract', record.id, 'correction_requested', 'under_review')
    await context.audit('contract.resubmit', 'contract', record.id)
    return { reviewDueOn: due.toISOString().slice(0, 10) }
  },
})
