import { unknownCodes } from '~/domain/district/codes.server'
import { conflict, DomainError, invalid, notFound, stale, type FieldError } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { command, type Context } from '~/domain/kernel/operation.server'
import { yuanText } from '~/domain/kernel/money'
import { addDays, dayOf, instantFromLocal, yearOf } from '~/domain/kernel/time'
import { needPolicy, postsFor } from './policy'
import * as repo from './repo.server'
import type { NeedRecord } from './repo.server'
import { deadlineProblem, mayEdit, missing, needMachine, sameCriteria, statusOf, teamsOf } from './rules'
import { createInput, stepInput, updateInput, type NeedFields } from './schema'
import { changedFields, textOf } from './text'

export const loadNeed = (context: Context, input: { id: string }) => repo.findLocked(context.tx, input.id)

/** A form sent twice within this time is one need. */
const twinMinutes = 10

/** A new need is open for thirty days, until 17:00 Beijing time, when nothing else is typed. */
export function usualDeadline(now: Date): Date {
  return instantFromLocal(`${addDays(dayOf(now), 30)}T17:00`) ?? now
}

const unknownTerms = (fields: NeedFields): Promise<FieldError[]> =>
  unknownCodes({ path: 'field', scheme: 'field', codes: [fields.field || null] }, { path: 'areaKey', scheme: 'area', codes: [fields.areaKey || null] }, { path: 'industry', scheme: 'industry', codes: [fields.industry || null] }, { path: 'discipline', scheme: 'discipline', codes: [fields.discipline || null] })

/** What only the register and the clock know to be wrong: codes that there are not, and a new deadline that has passed. */
async function wrongFields(fields: NeedFields, now: Date, before: Date | null = null): Promise<FieldError[]> {
  const { deadline } = fields
  const passed = deadline !== null && deadline <= now && deadline.getTime() !== before?.getTime()
  return [...(await unknownTerms(fields)), ...(passed ? [{ path: 'deadline', message: { key: 'time.in_the_past' as const } }] : [])]
}

function valuesOf(fields: NeedFields, now: Date) {
  const { criteria: _criteria, confidentialSummary: _summary, confidentialText: _text, ...values } = fields
  const range = fields.fundingKind === 'range'
  return {
    ...values,
    fundingMin: range && fields.fundingMin ? yuanText(fields.fundingMin) : null,
    fundingMax: range && fields.fundingMax ? yuanText(fields.fundingMax) : null,
    teams: teamsOf(fields),
    contactPhone: fields.contactPhone ?? '',
    deadline: fields.deadline ?? usualDeadline(now),
  }
}

async function writeParts(context: Context, needId: string, fields: NeedFields) {
  await repo.writeCriteria(context.tx, needId, fields.criteria)
  await repo.writeConfidential(context.tx, needId, fields.confidentialText ? { summary: fields.confidentialSummary, text: fields.confidentialText } : null)
}

/**
 * An enterprise's member writes a draft; it has its number from the start. Throws invalid for wrong fields, forbidden for
 * another's organisation. The same form sent twice answers the first draft.
 */
export const createNeed = command({
  name: 'need.create',
  input: createInput,
  policy: needPolicy.create,
  run: async (context, { organisationId, ...fields }) => {
    if (context.actor.kind !== 'system' && !postsFor(context.actor, organisationId)) throw new DomainError('forbidden', { key: 'need.other_organisation' })
    const wrong = await wrongFields(fields, context.now)
    if (wrong.length > 0) throw invalid(...wrong)
    await repo.lockCreation(context.tx, organisationId)
    const since = new Date(context.now.getTime() - twinMinutes * 60_000)
    const twin = await repo.findTwin(context.tx, { organisationId, createdById: context.actor.accountId, title: fields.title, problem: fields.problem, goal: fields.goal, since })
    if (twin) {
      await context.audit('need.create_again', 'need', twin.id)
      return twin
    }
    const made = await repo.insert(context.tx, yearOf(context.now), { ...valuesOf(fields, context.now), organisationId, createdById: context.actor.accountId, createdAt: context.now })
    await writeParts(context, made.id, fields)
    await context.transition('need', made.id, null, 'draft')
    await context.audit('need.create', 'need', made.id, { number: made.number, title: fields.title })
    return made
  },
})

const publicLine = (need: NeedRecord) => ({ ...need, confidentialSummary: need.confidential?.summary ?? '' })

function comparable(fields: NeedFields, now: Date) {
  const values = valuesOf(fields, now)
  return textOf({ ...values, criteria: fields.criteria, confidentialSummary: fields.confidentialSummary })
}

/** Before a change that people can see: nothing may go missing, the deadline may only be moved back, criteria stay once someone has applied. */
function publishedProblems(need: NeedRecord, fields: NeedFields, deadline: Date, now: Date): FieldError[] {
  const late = deadlineProblem(need.deadline, deadline, now)
  const problems = missing({ ...fields, deadline }, now).filter(({ path }) => !(late && path === 'deadline'))
  if (late) problems.push(late)
  if (need._count.applications > 0 && !sameCriteria(need.criteria, fields.criteria)) problems.push({ path: 'criteria', message: { key: 'need.criteria_fixed' } })
  return problems
}

async function keepAndIndex(context: Context, need: NeedRecord, before: ReturnType<typeof textOf>, changed: string[]) {
  await repo.keepVersion(context.tx, need.id, need.version, before, changed, context.actor.accountId, context.now)
  await context.enqueue('index.record', { kind: 'need', id: need.id }, { key: `index:need:${need.id}` })
  await context.enqueue('match.target', { kind: 'need', id: need.id }, { key: `match:need:${need.id}` })
}

/**
 * Changes a need. A published one keeps its earlier version, is indexed again and matched again. Throws a conflict when it
 * was changed meanwhile or its state takes no changes, invalid for wrong fields. The same form sent twice is one change.
 */
export const updateNeed = command({
  name: 'need.update',
  input: updateInput,
  load: loadNeed,
  policy: needPolicy.edit,
  run: async (context, { id: _id, version, ...fields }, need) => {
    const status = statusOf(need, context.now)
    if (!mayEdit(status)) throw conflict({ key: 'need.not_editable' })
    const seen = status === 'published' || status === 'closed'
    // A deadline that people have seen has rules of its own.
    const wrong = seen ? await unknownTerms(fields) : await wrongFields(fields, context.now, need.deadline)
    if (wrong.length > 0) throw invalid(...wrong)
    const values = valuesOf({ ...fields, deadline: fields.deadline ?? need.deadline }, context.now)
    const problems = seen ? publishedProblems(need, fields, values.deadline, context.now) : []
    if (problems.length > 0) throw invalid(...problems)
    const before = textOf(publicLine(need))
    const changed = changedFields(before, comparable({ ...fields, deadline: values.deadline }, context.now))
    if (version !== need.version) {
      if (changed.length > 0) throw stale(need.version)
      await context.audit('need.update_again', 'need', need.id)
      return { number: need.number }
    }
    await repo.updateText(context.tx, need.id, version, values)
    await writeParts(context, need.id, fields)
    if (seen && changed.length > 0) await keepAndIndex(context, need, before, changed)
    await context.audit('need.update', 'need', need.id, { changed })
    return { number: need.number }
  },
})

/**
 * Sends a need to the reviewer. Throws a conflict when the organisation is not verified yet (it can draft, not submit) or
 * the state does not allow it, and invalid with every field that is still missing.
 */
export const submitNeed = command({
  name: 'need.submit',
  input: stepInput,
  load: loadNeed,
  policy: needPolicy.submit,
  run: async (context, _input, need) => {
    assertMove(needMachine, statusOf(need, context.now), 'submitted')
    if (!(await repo.isVerified(context.tx, need.organisationId))) throw conflict({ key: 'need.unverified' })
    const problems = missing(need, context.now)
    if (problems.length > 0) throw invalid(...problems)
    await repo.update(context.tx, need.id, need.version, { state: 'submitted', submittedAt: context.now, reviewNote: null })
    await context.transition('need', need.id, need.state, 'submitted')
    await context.audit('need.submit', 'need', need.id)
    return { number: need.number }
  },
})

/** The record or a 404, for parts of this area that already know they may. */
export async function mustFind(context: Context, id: string): Promise<NeedRecord> {
  const need = await repo.find(context.tx, id)
  if (!need) throw notFound()
  return need
}
