import { conflict, DomainError, invalid } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { command, type Context } from '~/domain/kernel/operation.server'
import { accountToTell, awardNeed, tell } from '~/domain/needs/service.server'
import { needMachine, statusOf } from '~/domain/needs/rules'
import { setLanding } from '~/domain/scenarios/service.server'
import { refuse } from './close.server'
import { applicationPolicy, inConflict } from './policy'
import * as repo from './repo.server'
import type { ApplicationRecord } from './repo.server'
import { applicationMachine, choiceProblems } from './rules'
import { chooseInput } from './schema'
import { findTarget, isUndecidedTarget, ownerKey, type Target } from './targets.server'

async function select(context: Context, application: ApplicationRecord, title: string): Promise<void> {
  await repo.setState(context.tx, application.id, 'selected', { reason: null, decidedAt: context.now })
  await context.transition('application', application.id, application.state, 'selected')
  await context.audit('application.selected', 'application', application.id, { number: application.number })
  await tell(context, [await accountToTell(context.tx, application.submitterId)], `${application.id}:${application.version}`, 'application_selected', (name) => ({
    name, title, number: application.number, path: `/workspace/applications/${application.number}`,
  }))
}

/** Throws a conflict that names both states when the need has its winner already, or has ended. */
function assertOpenToChoice(target: Target, now: Date): void {
  if (target.kind === 'need') assertMove(needMachine, statusOf(target.need, now), 'awarded')
  else if (!isUndecidedTarget(target, now)) throw conflict({ key: 'application.decided' })
}

async function moveOn(context: Context, target: Target): Promise<void> {
  if (target.kind === 'need') await awardNeed(context, target.need)
  else if (target.landing === 'reserve') await setLanding.within(context, { id: target.id, landing: 'in_contact', reason: '' })
}

/**
 * Chooses among the applications to a need or scenario, all at once: the winners (for a need at most as many as it chooses),
 * and for each of the others the reason why not. The need becomes awarded, a scenario's landing moves from reserve to in
 * contact, and everyone gets a mail. The row is locked, so that of many choices at once one counts and the others meet a
 * conflict that says so. Throws invalid for a missing winner or reason.
 */
export const chooseApplications = command({
  name: 'application.choose',
  input: chooseInput,
  load: async (context, input) => {
    const found = await findTarget(context.tx, input.kind, input.target, context.now, true)
    return found && { ...found.facts, found }
  },
  policy: applicationPolicy.choose,
  run: async (context, { winners, reasons }, { found: target }) => {
    assertOpenToChoice(target, context.now)
    const candidates = await repo.lockUndecided(context.tx, ownerKey(target))
    if (candidates.some((candidate) => inConflict(context.actor, repo.factsOf(candidate)))) throw new DomainError('forbidden', { key: 'application.conflict_of_interest' })
    const most = target.kind === 'need' ? target.teams : candidates.length
    const problems = choiceProblems(candidates.map(({ number }) => number), winners, reasons, most)
    if (problems.length > 0) throw invalid(...problems)
    const chosen = candidates.filter(({ number }) => winners.includes(number))
    for (const application of chosen) assertMove(applicationMachine, application.state, 'selected')
    for (const application of chosen) await select(context, application, target.title)
    for (const application of candidates) if (!winners.includes(application.number)) await refuse(context, application, target.title, reasons[application.number] ?? '')
    await moveOn(context, target)
    await context.audit('application.choose', target.kind, target.id, { winners: chosen.map(({ number }) => number), others: candidates.length - chosen.length })
    return { chosen: chosen.length, others: candidates.length - chosen.length }
  },
})
