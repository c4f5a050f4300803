import { invalid, stale } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { command } from '~/domain/kernel/operation.server'
import { dateColumn, dayFromColumn, dayOf } from '~/domain/kernel/time'
import { loadLocked } from './draft.server'
import { contractPolicy } from './policy'
import * as repo from './repo.server'
import { step } from './review.server'
import { contractMachine } from './rules'
import { amendInput, reasonInput, terminateInput } from './schema'

/** New amounts of a registered contract from a day on; what they were before is kept. */
export const amendContract = command({
  name: 'contract.amend',
  input: amendInput,
  load: loadLocked,
  policy: contractPolicy.review,
  run: async (context, { id: _id, version, effectiveOn, reason, ...amounts }, { record }) => {
    assertMove(contractMachine, record.state, 'amended')
    if (record.version !== version) throw stale(record.version)
    if (effectiveOn < dayFromColumn(record.signedOn)) throw invalid({ path: 'effectiveOn', message: { key: 'contract.before_signed' } })
    if (effectiveOn > dayOf(context.now)) throw invalid({ path: 'effectiveOn', message: { key: 'contract.amended_in_future' } })
    const { totalAmount, equipmentAmount, materialAmount, technologyAmount } = record
    const before = { effectiveOn: record.signedOn, totalAmount, equipmentAmount, materialAmount, technologyAmount, reason: '', actorId: record.createdById, createdAt: record.reportedAt ?? context.now }
    const after = { totalAmount: amounts.totalAmount, equipmentAmount: amounts.equipmentAmount, materialAmount: amounts.materialAmount, technologyAmount: amounts.technologyAmount }
    const kept = record.amounts.length === 0 ? [before] : []
    await repo.keepAmounts(context.tx, record.id, [...kept, { ...after, effectiveOn: dateColumn(effectiveOn), reason, actorId: context.actor.accountId, createdAt: context.now }])
    await step(context, record, 'amended', { ...after, pending: amounts.pending }, reason)
  },
})

/** An administrator takes a registration back, with a reason; it counts no more. */
export const revokeContract = command({
  name: 'contract.revoke',
  input: reasonInput,
  load: loadLocked,
  policy: contractPolicy.revoke,
  run: (context, { reason }, { record }) => step(context, record, 'revoked', {}, reason),
})

/** The parties ended the contract; it counts until that day. */
export const terminateContract = command({
  name: 'contract.terminate',
  input: terminateInput,
  load: loadLocked,
  policy: contractPolicy.review,
  run: async (context, { terminatedOn, reason }, { record }) => {
    assertMove(contractMachine, record.state, 'terminated')
    if (terminatedOn < dayFromColumn(record.signedOn)) throw invalid({ path: 'terminatedOn', message: { key: 'contract.before_signed' } })
    await step(context, record, 'terminated', { terminatedOn: dateColumn(terminatedOn) }, reason)
  },
})
