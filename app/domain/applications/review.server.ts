import { isSignedIn } from '~/domain/kernel/actor'
import { conflict, invalid, signIn } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { command, type Context } from '~/domain/kernel/operation.server'
import { accountToTell, tell } from '~/domain/needs/service.server'
import { applicationPolicy } from './policy'
import * as repo from './repo.server'
import type { ApplicationRecord } from './repo.server'
import { applicationMachine, isUndecided, nextPhase } from './rules'
import { phaseInput, reasonInput, scoreInput, stepInput } from './schema'
import * as side from './side-repo.server'
import { isUndecidedTarget, targetOf } from './targets.server'
import { loadLocked } from './write.server'

async function move(context: Context, application: ApplicationRecord, to: ApplicationRecord['state'], values: Parameters<typeof repo.setState>[3] = {}, reason: string | null = null) {
  assertMove(applicationMachine, application.state, to)
  await repo.setState(context.tx, application.id, to, values)
  await context.transition('application', application.id, application.state, to, reason)
  await context.audit(`application.${to}`, 'application', application.id, { number: application.number, ...(reason && { reason }) })
  return { number: application.number }
}

/** Gives it back to have something put right; the applicant gets a mail with what it is. */
export const returnApplication = command({
  name: 'application.return',
  input: reasonInput,
  load: loadLocked,
  policy: applicationPolicy.review,
  run: async (context, { reason }, { application }) => {
    const moved = await move(context, application, 'returned', { reason }, reason)
    const target = await targetOf(context.tx, application, context.now)
    await tell(context, [await accountToTell(context.tx, application.submitterId)], `${application.id}:${application.version}`, 'application_returned', (name) => ({
      name, title: target.title, number: application.number, reason, path: `/workspace/applications/${application.number}`,
    }))
    return moved
  },
})

/** Takes it on: it will be judged by the criteria, and the applicant now sees whom to call. Also takes up again one that was not selected, when the winner has withdrawn. */
export const takeUnderReview = command({
  name: 'application.review',
  input: stepInput,
  load: loadLocked,
  policy: applicationPolicy.review,
  run: async (context, _input, { application }) => {
    const again = application.state === 'not_selected'
    assertMove(applicationMachine, application.state, 'under_review')
    if (again && !isUndecidedTarget(await targetOf(context.tx, application, context.now), context.now)) throw conflict({ key: 'application.decided' })
    return move(context, application, 'under_review', { reason: null, decidedAt: null })
  },
})

export const shortlistApplication = command({
  name: 'application.shortlist',
  input: stepInput,
  load: loadLocked,
  policy: applicationPolicy.review,
  run: (context, _input, { application }) => move(context, application, 'shortlisted'),
})

/** One reviewer's points, 0–100 a criterion; they can be changed until the choice. Throws invalid for a criterion without points. */
export const scoreApplication = command({
  name: 'application.score',
  input: scoreInput,
  load: loadLocked,
  policy: applicationPolicy.score,
  run: async (context, { points, comments }, { application }) => {
    if (!isSignedIn(context.actor)) throw signIn()
    const reviewerId = context.actor.accountId
    if (application.state !== 'under_review' && application.state !== 'shortlisted') throw conflict({ key: isUndecided(application.state) ? 'application.not_under_review' : 'application.decided' })
    const criteria = application.need?.criteria ?? []
    if (criteria.length === 0) throw conflict({ key: 'application.no_criteria' })
    const without = criteria.filter(({ id }) => points[id] === undefined)
    if (without.length > 0) throw invalid(...without.map(({ id }) => ({ path: `points.${id}`, message: { key: 'field.required' } as const })))
    await side.writeScores(context.tx, application.id, criteria.map(({ id }) => ({ criterionId: id, reviewerId, points: points[id] ?? 0, comment: comments[id] ?? '' })), context.now)
    await context.audit('application.score', 'application', application.id, { number: application.number })
    return { number: application.number }
  },
})

/** 赛马制: decides whether a chosen team goes on after a phase, with the reason. Phases follow each other; a stop is the last. */
export const decidePhase = command({
  name: 'application.decide_phase',
  input: phaseInput,
  load: loadLocked,
  policy: applicationPolicy.review,
  run: async (context, { phase, decision, reason }, { application }) => {
    if (application.state !== 'selected' || application.need?.selection !== 'parallel') throw conflict({ key: 'application.no_phases' })
    if (nextPhase(application.phases) !== phase) throw conflict({ key: 'application.phase_order' })
    await side.writePhase(context.tx, application.id, phase, { decision, reason, decidedAt: context.now })
    await context.audit('application.decide_phase', 'application', application.id, { phase, decision })
    return { number: application.number }
  },
})
