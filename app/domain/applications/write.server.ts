import { isSignedIn } from '~/domain/kernel/actor'
import { conflict, invalid, signIn, stale } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { yuanText } from '~/domain/kernel/money'
import { command, type Context } from '~/domain/kernel/operation.server'
import { yearOf } from '~/domain/kernel/time'
import { markApplied } from '~/domain/matching/service.server'
import { accountToTell, membersToTell, reopenNeed, tell } from '~/domain/needs/service.server'
import { applicantsOf, applicationPolicy, type Applicant } from './policy'
import * as repo from './repo.server'
import type { ApplicationRecord, ApplicationValues } from './repo.server'
import { applicationMachine, mayEdit, missing } from './rules'
import { reasonInput, saveInput, startInput, stepInput, type ApplicationFields } from './schema'
import * as side from './side-repo.server'
import { findTarget, isUndecidedTarget, ownerKey, targetOf, targetPath, type Target } from './targets.server'

/** An application with what policies ask about, locked. */
export async function loadLocked(context: Context, input: { id: string }) {
  const application = await repo.findLocked(context.tx, input.id)
  return application && { ...repo.factsOf(application), application }
}

async function valuesOf(context: Context, fields: ApplicationFields): Promise<ApplicationValues> {
  const { evidence: _evidence, broker, cost, ...values } = fields
  const named = broker ? await side.findActiveBroker(context.tx, broker, context.now) : null
  if (broker && !named) throw invalid({ path: 'broker', message: { key: 'application.broker_inactive' } })
  return { ...values, cost: cost && yuanText(cost), brokerId: named?.id ?? null }
}

const evidenceFor = (target: Target, fields: ApplicationFields) => target.criteria.map(({ id }) => ({ criterionId: id, text: fields.evidence[id] ?? '' }))

function chosenApplicant(choices: Applicant[], as: string): Applicant {
  const chosen = as ? choices.find(({ value }) => value === as) : choices.length === 1 ? choices[0] : undefined
  if (!chosen) throw invalid({ path: 'as', message: { key: as ? 'field.unknown_choice' : 'field.choose' } })
  return chosen
}

/**
 * Begins an application to a need or a scenario as a draft. An applicant has one for each: begun again (a double click, a
 * colleague of the same institute) it answers the one that is there, as it is. Throws a conflict after the deadline.
 */
export const startApplication = command({
  name: 'application.start',
  input: startInput,
  load: async (context, input) => {
    const target = await findTarget(context.tx, input.kind, input.target, context.now, true)
    return target && { target: target.facts, found: target, employerId: await repo.employerOf(context.tx, context.actor.personId) }
  },
  policy: applicationPolicy.start,
  run: async (context, { kind: _kind, target: _target, as, ...fields }, { found: target }) => {
    const { actor } = context
    if (!isSignedIn(actor)) throw signIn()
    const applicant = chosenApplicant(applicantsOf(actor), as)
    const applying = { submitterId: actor.accountId, personId: applicant.kind === 'person' ? actor.personId : null, organisationId: applicant.kind === 'organisation' ? applicant.value : null }
    const existing = await repo.findExisting(context.tx, ownerKey(target), applying)
    if (existing) {
      await context.audit('application.start_again', 'application', existing.id)
      return { number: existing.number, made: false }
    }
    if (!target.open) throw conflict({ key: 'application.closed' })
    const made = await repo.insert(context.tx, yearOf(context.now), ownerKey(target), applying, await valuesOf(context, fields), context.now)
    await repo.writeEvidence(context.tx, made.id, evidenceFor(target, fields))
    await context.transition('application', made.id, null, 'draft')
    await context.audit('application.start', 'application', made.id, { number: made.number, target: target.address })
    return { number: made.number, made: true }
  },
})

/** Saves a draft, or one that was given back. Throws a conflict when it was changed meanwhile or handed in. */
export const saveApplication = command({
  name: 'application.save',
  input: saveInput,
  load: loadLocked,
  policy: applicationPolicy.edit,
  run: async (context, { id: _id, version, ...fields }, { application }) => {
    if (!mayEdit(application.state)) throw conflict({ key: 'application.not_editable' })
    const target = await targetOf(context.tx, application, context.now)
    if (!(await repo.updateText(context.tx, application.id, version, await valuesOf(context, fields)))) throw stale(application.version)
    await repo.writeEvidence(context.tx, application.id, evidenceFor(target, fields))
    await context.audit('application.save', 'application', application.id)
    return { number: application.number }
  },
})

const applicantName = ({ organisation, person, submitter }: ApplicationRecord) => organisation?.name ?? person?.name ?? submitter.name

function assertStillTaken(application: ApplicationRecord, target: Target, now: Date): void {
  const taken = application.state === 'returned' ? isUndecidedTarget(target, now) : target.open
  if (!taken) throw conflict({ key: 'application.closed' })
}

/**
 * Hands it in: not after the deadline (one that was given back may come later, until the choice), with everything that
 * `missing` names, an institute only once it is verified. A pair that was suggested moves on. Tells the owner's people and
 * the broker who is named.
 */
export const submitApplication = command({
  name: 'application.submit',
  input: stepInput,
  load: loadLocked,
  policy: applicationPolicy.submit,
  run: async (context, _input, { application }) => {
    assertMove(applicationMachine, application.state, 'submitted')
    const target = await targetOf(context.tx, application, context.now)
    assertStillTaken(application, target, context.now)
    if (application.organisationId && !(await repo.isVerified(context.tx, application.organisationId))) throw conflict({ key: 'application.unverified' })
    const evidence = Object.fromEntries(application.evidence.map(({ criterionId, text }) => [criterionId, text]))
    const problems = missing({ ...application, evidence }, target.criteria.map(({ id }) => id))
    if (application.broker && !(await side.findActiveBroker(context.tx, application.broker.number, context.now))) problems.push({ path: 'broker', message: { key: 'application.broker_inactive' } })
    if (problems.length > 0) throw invalid(...problems)
    const matchId = application.matchId ?? (await markApplied.within(context, { needId: application.needId, scenarioId: application.scenarioId, personId: application.personId, organisationId: application.organisationId }))
    await repo.setState(context.tx, application.id, 'submitted', { submittedAt: context.now, reason: null, matchId })
    await context.transition('application', application.id, application.state, 'submitted')
    await context.audit('application.submit', 'application', application.id, { number: application.number })
    await tellOwnerAndBroker(context, application, target)
    return { number: application.number }
  },
})

async function tellOwnerAndBroker(context: Context, application: ApplicationRecord, target: Target): Promise<void> {
  const applicant = applicantName(application)
  const owners = await membersToTell(context.tx, target.facts.chooserId, [target.kind === 'need' ? 'enterprise' : 'publisher'])
  await tell(context, owners, `${application.id}:${application.version}`, 'application_received', (name) => ({ name, title: target.title, number: application.number, applicant, path: `/workspace/applications/${application.number}` }))
  const broker = await accountToTell(context.tx, application.broker?.accountId ?? null)
  await tell(context, [broker], `${application.id}:${application.broker?.id}`, 'broker_named', (name) => ({ name, title: target.title, applicant, path: `/workspace/applications/${application.number}` }))
}

/**
 * The applicant takes it back before a decision; a winner may too, as long as there is no contract: then the need is open
 * for another choice, unless others were chosen beside it.
 */
export const withdrawApplication = command({
  name: 'application.withdraw',
  input: reasonInput,
  load: loadLocked,
  policy: applicationPolicy.withdraw,
  run: async (context, { reason }, { application }) => {
    assertMove(applicationMachine, application.state, 'withdrawn')
    const target = await targetOf(context.tx, application, context.now)
    const won = application.state === 'selected' && target.kind === 'need'
    if (won && target.need.state === 'contracted') throw conflict({ key: 'application.contracted' })
    await repo.setState(context.tx, application.id, 'withdrawn', { reason, decidedAt: context.now })
    await context.transition('application', application.id, application.state, 'withdrawn', reason)
    await context.audit('application.withdraw', 'application', application.id, { number: application.number })
    if (won && target.need.state === 'awarded' && (await repo.countSelected(context.tx, target.id)) === 0) await reopenNeed(context, target.need, reason)
    return { number: application.number, path: targetPath(target) }
  },
})
