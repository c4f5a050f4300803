import { accountToTell, tell } from '~/domain/needs/tell.server'
import type { Context } from '~/domain/kernel/operation.server'
import { assertMove } from '~/domain/kernel/machine'
import * as repo from './repo.server'
import type { ApplicationRecord } from './repo.server'
import { applicationMachine } from './rules'

/** Ends one application that was not chosen: with its reason, and a mail that names it (domain.md, section 4). */
export async function refuse(context: Context, application: ApplicationRecord, title: string, reason: string): Promise<void> {
  assertMove(applicationMachine, application.state, 'not_selected')
  await repo.setState(context.tx, application.id, 'not_selected', { reason, decidedAt: context.now })
  await context.transition('application', application.id, application.state, 'not_selected', reason)
  await context.audit('application.not_selected', 'application', application.id, { number: application.number })
  await tell(context, [await accountToTell(context.tx, application.submitterId)], `${application.id}:${application.version}`, 'application_not_selected', (name) => ({
    name, title, number: application.number, reason, path: `/workspace/applications/${application.number}`,
  }))
}

/** What they applied to has ended: everyone who is not decided hears it. */
export async function closeApplications(context: Context, target: { needId: string; title: string } | { scenarioId: string; title: string }, reason: string): Promise<void> {
  for (const application of await repo.lockUndecided(context.tx, { needId: null, scenarioId: null, ...target })) await refuse(context, application, target.title, reason)
}
