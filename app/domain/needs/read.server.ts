import type { NeedState } from '#prisma/client'
import { acceptedApplicant, ownApplication } from '~/domain/applications/standing.server'
import { labels } from '~/domain/district/service.server'
import { isStaff } from '~/domain/kernel/actor'
import { query, type Context } from '~/domain/kernel/operation.server'
import { may } from '~/domain/kernel/policy'
import { isGranted } from './confidential.server'
import * as exchange from './exchange-repo.server'
import { logOf, type LogEntry } from './log'
import { needPolicy, postsFor } from './policy'
import { questionTimesOf } from './questions.server'
import * as repo from './repo.server'
import type { NeedRecord } from './repo.server'
import { isOpen, mayEdit, needMachine, statusOf } from './rules'
import { stepInput } from './schema'
import { textOf } from './text'
import { needView, type NeedView } from './view'

const load = (context: Context, input: { id: string }) => repo.find(context.tx, input.id)

export type NeedQuestionView = { id: string; question: string | null; answer: string | null; askedAt: string; answeredAt: string | null; mine: boolean }

async function questionsFor(context: Context, need: NeedRecord): Promise<NeedQuestionView[]> {
  const owner = postsFor(context.actor, need.organisationId)
  const rows = await exchange.questions(context.tx, need.id)
  return rows.map(({ id, question, answer, askedAt, answeredAt, askerId }) => {
    const mine = askerId !== null && askerId === context.actor.accountId
    return { id, question: answer !== null || owner || mine ? question : null, answer, askedAt: askedAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null, mine }
  })
}

/** Field, area, industry and discipline in the reader's language. */
export async function needLabels(context: Pick<Context, 'actor'>, need: Pick<NeedView, 'field' | 'areaKey' | 'industry' | 'discipline'>) {
  const { locale } = context.actor
  const name = async (scheme: 'field' | 'area' | 'industry' | 'discipline', code: string | null) => (code ? ((await labels(scheme, locale)).get(code) ?? code) : '')
  return { field: await name('field', need.field), area: await name('area', need.areaKey), industry: await name('industry', need.industry), discipline: await name('discipline', need.discipline) }
}

async function labelled(context: Context, log: LogEntry[]): Promise<LogEntry[]> {
  const schemes = { field: 'field', area: 'area', industry: 'industry', discipline: 'discipline' } as const
  const known = new Map(await Promise.all(Object.entries(schemes).map(async ([name, scheme]) => [name, await labels(scheme, context.actor.locale)] as const)))
  return log.map((entry) => ('step' in entry ? entry : { ...entry, changes: entry.changes.map((change) => {
    const names = known.get(change.field)
    return names ? { ...change, before: names.get(change.before) ?? change.before, after: names.get(change.after) ?? change.after } : change
  }) }))
}

function stepsFor(context: Context, need: NeedRecord) {
  const { actor, now } = context
  const status = statusOf(need, now)
  const can = (to: NeedState) => needMachine.next[status].includes(to)
  return {
    edit: may(needPolicy.edit, actor, need) && mayEdit(status),
    submit: may(needPolicy.submit, actor, need) && can('submitted'),
    manage: may(needPolicy.manage, actor, need),
    review: may(needPolicy.review, actor, need) && can('changes_requested'),
    publish: may(needPolicy.review, actor, need) && can('published') && status === 'submitted',
    withdraw: may(needPolicy.withdraw, actor, need) && can('withdrawn'),
    cancel: may(needPolicy.cancel, actor, need) && can('cancelled'),
    markUnsuccessful: may(needPolicy.markUnsuccessful, actor, need) && can('unsuccessful'),
    answer: may(needPolicy.answer, actor, need),
    decideAccess: may(needPolicy.decideAccess, actor, need),
    owner: postsFor(actor, need.organisationId),
  }
}

/** A need as this reader may see it, with its questions, its log and what they can do next. */
export const readNeed = query({
  name: 'need.read',
  input: stepInput,
  load,
  policy: needPolicy.read,
  run: async (context, _input, need) => {
    const { actor, now, tx } = context
    const view = needView(need, now)
    const can = stepsFor(context, need)
    const times = await questionTimesOf(need)
    const inside = can.owner || isStaff(actor)
    const granted = await isGranted(context, need.id)
    const mine = await ownApplication(tx, { needId: need.id }, actor)
    const contact = inside || (await acceptedApplicant(tx, need.id, actor)) ? { name: need.contactName, phone: need.contactPhone } : null
    const open = isOpen(need, now)
    const access = actor.accountId ? await exchange.accessOf(tx, need.id, actor.accountId) : null
    const current = textOf({ ...need, confidentialSummary: need.confidential?.summary ?? '' })
    return {
      need: view,
      labels: await needLabels(context, view),
      contact,
      can: { ...can, ask: open && now < times.close && may(needPolicy.ask, actor, need), readConfidential: may(needPolicy.readConfidential, actor, { need, granted }), requestAccess: may(needPolicy.requestAccess, actor, need) && access?.state !== 'requested' && access?.state !== 'accepted' },
      questions: await questionsFor(context, need),
      questionTimes: { close: times.close.toISOString(), answersDue: times.answersDue.toISOString(), open: open && now < times.close },
      access: need.confidential ? { mine: access && { state: access.state, reason: access.reason }, ...(await exchange.accessCounts(tx, need.id)) } : null,
      application: mine,
      log: await labelled(context, logOf(await repo.versions(tx, need.id), current, await repo.history(tx, need.id), inside)),
    }
  },
})

/** What the owner's page shows beside the need: requests to read the confidential part. */
export const accessRequests = query({
  name: 'need.access_requests',
  input: stepInput,
  load,
  policy: needPolicy.decideAccess,
  run: async (context, _input, need) => (await exchange.accessRequests(context.tx, need.id)).map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), decidedAt: row.decidedAt?.toISOString() ?? null })),
})

/** Everything that the form of a need shows, the confidential part among it: for its owner. */
export const needForm = query({
  name: 'need.form',
  input: stepInput,
  load,
  policy: needPolicy.edit,
  run: async (context, _input, need) => {
    const view = needView(need, context.now)
    const part = await repo.confidentialText(context.tx, need.id)
    return { need: view, labels: await needLabels(context, view), contact: { name: need.contactName, phone: need.contactPhone }, confidential: part && { summary: part.summary, text: part.text }, editable: mayEdit(view.status), verified: view.organisation.verified }
  },
})
