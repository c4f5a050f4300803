import { addWorkingDays, dayOf } from '~/domain/kernel/time'
import { workCalendar } from '~/domain/district/service.server'
import { query, type Context } from '~/domain/kernel/operation.server'
import { may } from '~/domain/kernel/policy'
import { applicantsOf, applicationPolicy, choosesFor, inConflict, isApplicant, isOwn } from './policy'
import * as repo from './repo.server'
import type { ApplicationRecord } from './repo.server'
import { accepted, applicationMachine, isUndecided, meanTotal, mayEdit, nextPhase, scoresOpen, wayOf } from './rules'
import { stepInput, targetInput } from './schema'
import * as side from './side-repo.server'
import { findTarget, isUndecidedTarget, ownerKey, targetOf, type Target } from './targets.server'
import { applicationSummary, applicationView } from './view'

/** Working days in which an applicant hears whether the application is taken on (choice). */
export const answerDays = 3

const load = async (context: Context, input: { id: string }) => {
  const application = await repo.find(context.tx, input.id)
  return application && { ...repo.factsOf(application), application }
}

function scoresFor(context: Context, application: ApplicationRecord, rows: Awaited<ReturnType<typeof side.scores>>) {
  const reader = context.actor.accountId
  const criteria = application.need?.criteria ?? []
  const open = scoresOpen(rows, reader, application.state)
  const own = rows.filter(({ reviewerId }) => reviewerId === reader)
  return {
    mine: own.length > 0 ? { total: meanTotal(own, criteria)?.mean ?? 0, points: own.map(({ criterionId, points, comment }) => ({ criterionId, points, comment })) } : null,
    reviewers: new Set(rows.map(({ reviewerId }) => reviewerId)).size,
    all: open ? meanTotal(rows, criteria) : null,
  }
}

function stepsFor(context: Context, record: Parameters<typeof applicationPolicy.read>[1], application: ApplicationRecord, target: Target) {
  const { actor, now } = context
  const next = applicationMachine.next[application.state]
  const reviews = may(applicationPolicy.review, actor, record)
  // What can no longer be handed in is no longer worth changing either.
  const editable = may(applicationPolicy.edit, actor, record) && mayEdit(application.state) && (application.state === 'returned' ? isUndecidedTarget(target, now) : target.open)
  return {
    edit: editable,
    submit: editable,
    withdraw: may(applicationPolicy.withdraw, actor, record) && next.includes('withdrawn'),
    returnIt: reviews && next.includes('returned'),
    takeOn: reviews && next.includes('under_review') && (application.state === 'submitted' || isUndecidedTarget(target, now)),
    shortlist: reviews && next.includes('shortlisted'),
    score: may(applicationPolicy.score, actor, record) && target.criteria.length > 0 && (application.state === 'under_review' || application.state === 'shortlisted'),
    choose: reviews && may(applicationPolicy.choose, actor, target.facts),
    contract: may(applicationPolicy.contract, actor, record) && application.state === 'selected',
    ownDesk: choosesFor(actor, target.facts),
    phase: reviews && application.state === 'selected' && application.need?.selection === 'parallel' ? nextPhase(application.phases) : null,
  }
}

/** By when the applicant hears whether it is taken on: three working days after it was handed in. A day, `2026-11-24`. */
async function answerBy(application: ApplicationRecord): Promise<string | null> {
  return application.state === 'submitted' && application.submittedAt ? addWorkingDays(dayOf(application.submittedAt), answerDays, await workCalendar()) : null
}

/** An application with its way so far, for whoever may see it; scores are for reviewers alone. */
export const readApplication = query({
  name: 'application.read',
  input: stepInput,
  load,
  policy: applicationPolicy.read,
  run: async (context, _input, record) => {
    const { application } = record
    const target = await targetOf(context.tx, application, context.now)
    const steps = await repo.history(context.tx, application.id)
    const mine = isApplicant(context.actor, record)
    const can = stepsFor(context, record, application, target)
    const scores = may(applicationPolicy.score, context.actor, record) ? scoresFor(context, application, await side.scores(context.tx, [application.id])) : null
    const contact = mine && target.kind === 'need' && accepted.some((state) => state === application.state) ? { name: target.need.contactName, phone: target.need.contactPhone } : null
    return {
      application: applicationView(application),
      mine,
      can,
      scores,
      contact,
      open: target.open,
      answerBy: await answerBy(application),
      steps: steps.map(({ toState, occurredAt, reason }) => ({ state: toState, at: occurredAt.toISOString(), reason })),
      way: wayOf(application.state, steps),
    }
  },
})

/** What the page of a new application shows: the target, what the actor may apply as, and what is there already. */
export const applicationForm = query({
  name: 'application.form',
  input: targetInput,
  load: async (context, input) => {
    const target = await findTarget(context.tx, input.kind, input.target, context.now, false)
    return target && { target: target.facts, found: target, employerId: await repo.employerOf(context.tx, context.actor.personId) }
  },
  policy: (actor, { target }) => (target.shown ? (actor.accountId ? 'allow' : 'sign_in') : 'hide'),
  run: async (context, _input, { found: target, target: facts, employerId }) => {
    const { actor } = context
    const applicants = applicantsOf(actor)
    const blocked = isOwn(actor, facts, employerId) ? ('own' as const) : applicants.length === 0 ? ('role' as const) : null
    const existing = actor.accountId ? await repo.findExisting(context.tx, ownerKey(target), { submitterId: actor.accountId, personId: actor.personId, organisationId: applicants.find(({ kind }) => kind === 'organisation')?.value ?? null }) : null
    return {
      target: { kind: target.kind, address: target.address, title: target.title, owner: target.owner, closesAt: target.closesAt?.toISOString() ?? null, open: target.open, criteria: target.criteria },
      applicants,
      blocked,
      existing: existing && { number: existing.number, state: existing.state },
      brokers: await side.activeBrokers(context.tx, context.now),
    }
  },
})

/** The form of an application that is there. */
export const applicationEditor = query({
  name: 'application.editor',
  input: stepInput,
  load,
  policy: applicationPolicy.edit,
  run: async (context, _input, { application }) => {
    const target = await targetOf(context.tx, application, context.now)
    return {
      application: applicationView(application),
      editable: mayEdit(application.state),
      target: { kind: target.kind, address: target.address, title: target.title, owner: target.owner, closesAt: target.closesAt?.toISOString() ?? null, open: target.open, criteria: target.criteria },
      brokers: await side.activeBrokers(context.tx, context.now),
    }
  },
})

/** The desk of one target: its applications with their scores, and whether a choice can be made. */
export const applicationsOf = query({
  name: 'application.of_target',
  input: targetInput,
  load: async (context, input) => {
    const found = await findTarget(context.tx, input.kind, input.target, context.now, false)
    return found && { ...found.facts, found }
  },
  policy: applicationPolicy.choose,
  run: async (context, _input, { found: target }) => {
    const all = await side.listOfTarget(context.tx, ownerKey(target))
    const rows = all.filter(({ organisationId, person }) => !inConflict(context.actor, { applicantIds: [organisationId, person?.organisationId].filter((id) => id != null) }))
    const scores = await side.scores(context.tx, rows.map(({ id }) => id))
    const open = isUndecidedTarget(target, context.now)
    const candidates = rows.filter(({ state }) => isUndecided(state))
    return {
      target: { kind: target.kind, address: target.address, title: target.title, owner: target.owner, closesAt: target.closesAt?.toISOString() ?? null, open: target.open, teams: target.kind === 'need' ? target.teams : Math.max(1, candidates.length) },
      rows: rows.map((row) => {
        const own = scores.filter(({ applicationId }) => applicationId === row.id)
        return { ...applicationSummary(row), total: scoresOpen(own, context.actor.accountId, row.state) ? meanTotal(own, target.criteria) : null, reviewers: new Set(own.map(({ reviewerId }) => reviewerId)).size, scored: own.some(({ reviewerId }) => reviewerId === context.actor.accountId) }
      }),
      ownDesk: choosesFor(context.actor, target.facts),
      mayChoose: open && rows.length === all.length && candidates.some(({ state }) => state === 'under_review' || state === 'shortlisted'),
    }
  },
})
