import { district, workCalendar } from '~/domain/district/service.server'
import { conflict, invalid, notFound, stale } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { command, type Context } from '~/domain/kernel/operation.server'
import { dateColumn, dayFromColumn, dayOf } from '~/domain/kernel/time'
import { createMail } from '~/domain/notifications/service.server'
import type { MailData } from '#emails/catalogue'
import type { Prisma } from '#prisma/client'
import { loadLocked } from './draft.server'
import { landed } from './landing.server'
import { contractPolicy } from './policy'
import * as repo from './repo.server'
import type { ContractRecord } from './repo.server'
import { contractMachine, needsSecondReviewer, reviewDueOn } from './rules'
import { correctionInput, disputeInput, idInput, mergeInput, reasonInput, registerInput, type ContractState } from './schema'

/** One step of the state machine with its rows. Throws a conflict that names both states, or `stale`. */
export async function step(context: Context, contract: ContractRecord, to: ContractState, values: Prisma.ContractUncheckedUpdateManyInput = {}, reason?: string) {
  assertMove(contractMachine, contract.state, to)
  if (!(await repo.update(context.tx, contract.id, contract.version, { state: to, ...values }))) throw stale(contract.version)
  await context.transition('contract', contract.id, contract.state, to, reason)
  await context.audit(`contract.${to}`, 'contract', contract.id, reason ? { reason } : {})
}

type Told = 'contract_correction' | 'contract_registered'

async function tellReporter<T extends Told>(context: Context, contract: ContractRecord, template: T, more: Omit<MailData[T], 'name' | 'project' | 'number' | 'path'>) {
  const reporter = contract.createdById ? await repo.reporterOf(context.tx, contract.createdById) : null
  if (!reporter) return
  const number = contract.number ?? ''
  const data = { name: reporter.name, project: contract.projectName, number, path: `/workspace/contracts/${number}`, ...more } as MailData[T]
  await createMail(context, { key: `${template}:${contract.id}:${contract.version}`, template, recipient: reporter.email, locale: reporter.locale === 'en' ? 'en' : 'zh-CN', data })
}

/** A reviewer takes the contract up. The clock runs since it was reported. */
export const startReview = command({
  name: 'contract.start_review',
  input: idInput,
  load: loadLocked,
  policy: contractPolicy.review,
  run: (context, _input, { record }) => step(context, record, 'under_review', { reviewStartedAt: context.now }),
})

/** Names a field that is to be corrected and why; the clock stops until it comes back. More notes can follow the first. The reporter gets a mail. */
export const requestCorrection = command({
  name: 'contract.request_correction',
  input: correctionInput,
  load: loadLocked,
  policy: contractPolicy.review,
  run: async (context, { field, note }, { record }) => {
    await repo.addCorrection(context.tx, record.id, { field, note, createdAt: context.now })
    if (record.state === 'correction_requested') {
      await repo.update(context.tx, record.id, record.version, {})
      await context.audit('contract.request_correction', 'contract', record.id, { field })
    } else await step(context, record, 'correction_requested', { reviewDueOn: null, firstReviewerId: null }, note)
    await tellReporter(context, record, 'contract_correction', { note })
  },
})

/** The first of two reviewers agrees; another one has to register it. */
export const approveFirst = command({
  name: 'contract.approve_first',
  input: idInput,
  load: loadLocked,
  policy: contractPolicy.review,
  run: async (context, _input, { record }) => {
    assertMove(contractMachine, record.state, 'registered')
    if (!needsSecondReviewer(record, (await district()).secondReviewFrom)) throw conflict({ key: 'contract.one_reviewer_enough' })
    if (record.firstReviewerId) throw conflict({ key: 'contract.first_review_done' })
    if (!(await repo.update(context.tx, record.id, record.version, { firstReviewerId: context.actor.accountId }))) throw stale(record.version)
    await context.audit('contract.approve_first', 'contract', record.id)
  },
})

/**
 * Registers the contract: number, office and date of the registration, which may be another place's. A large or disputed one
 * needs the first reviewer's agreement and another account. Then the need is contracted, the scenario has landed, and the
 * reporter gets a mail.
 */
export const registerContract = command({
  name: 'contract.register',
  input: registerInput,
  load: loadLocked,
  policy: contractPolicy.review,
  run: async (context, { registrationNumber, registrationOffice, registeredOn }, { record }) => {
    assertMove(contractMachine, record.state, 'registered')
    if (registeredOn > dayOf(context.now)) throw invalid({ path: 'registeredOn', message: { key: 'contract.registered_in_future' } })
    if (registeredOn < dayFromColumn(record.signedOn)) throw invalid({ path: 'registeredOn', message: { key: 'contract.registered_before_signed' } })
    const two = needsSecondReviewer(record, (await district()).secondReviewFrom)
    if (two && !record.firstReviewerId) throw conflict({ key: 'contract.first_review_missing' })
    if (two && record.firstReviewerId === context.actor.accountId) throw conflict({ key: 'contract.second_reviewer_same' })
    const taken = await repo.ownerOfRegistration(context.tx, registrationNumber)
    if (taken && taken.id !== record.id) throw invalid({ path: 'registrationNumber', message: { key: 'contract.registration_taken', params: { number: taken.number ?? '' } } })
    const reviewers = two ? { secondReviewerId: context.actor.accountId } : { firstReviewerId: context.actor.accountId }
    await step(context, record, 'registered', { registrationNumber, registrationOffice, registeredOn: dateColumn(registeredOn), reviewDueOn: null, ...reviewers })
    await landed(context, record)
    await tellReporter(context, record, 'contract_registered', { registrationNumber })
  },
})

export const refuseContract = command({
  name: 'contract.refuse',
  input: reasonInput,
  load: loadLocked,
  policy: contractPolicy.review,
  run: (context, { reason }, { record }) => step(context, record, 'refused', { reviewDueOn: null }, reason),
})

const open: readonly ContractState[] = ['reported', 'under_review', 'correction_requested']

/** Marks the amounts as disputed (or no longer so), which decides on the second reviewer and the days of the review. */
export const setDisputed = command({
  name: 'contract.set_disputed',
  input: disputeInput,
  load: loadLocked,
  policy: contractPolicy.review,
  run: async (context, { disputed, reason }, { record }) => {
    if (!open.includes(record.state)) throw conflict({ key: 'contract.review_over' })
    const corrected = record.corrections.map((correction) => correction.resolvedAt).filter((at): at is Date => at !== null).at(-1)
    const started = dayOf(corrected ?? record.reportedAt ?? context.now)
    const due = record.state === 'correction_requested' ? null : dateColumn(reviewDueOn({ ...record, disputed }, started, await district(), await workCalendar()))
    if (!(await repo.update(context.tx, record.id, record.version, { disputed, reviewDueOn: due }))) throw stale(record.version)
    await context.audit('contract.set_disputed', 'contract', record.id, { disputed, reason })
  },
})

/** Merges a record into the one that it repeats: from now on it counts no more. */
export const mergeContract = command({
  name: 'contract.merge',
  input: mergeInput,
  load: loadLocked,
  policy: contractPolicy.review,
  run: async (context, { into, reason }, { record }) => {
    const kept = await repo.findLocked(context.tx, into)
    if (!kept || kept.state === 'draft') throw invalid({ path: 'into', message: { key: 'contract.merge_unknown' } })
    if (kept.id === record.id || kept.mergedIntoId) throw invalid({ path: 'into', message: { key: 'contract.merge_wrong' } })
    if (record.mergedIntoId) throw conflict({ key: 'contract.merged_already' })
    if (await repo.hasMerged(context.tx, record.id)) throw conflict({ key: 'contract.merge_target' })
    if (!record.number) throw notFound()
    if (!(await repo.update(context.tx, record.id, record.version, { mergedIntoId: kept.id }))) throw stale(record.version)
    await context.audit('contract.merge', 'contract', record.id, { into: kept.number ?? kept.id, reason })
  },
})
