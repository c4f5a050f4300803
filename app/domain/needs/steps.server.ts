import type { NeedState } from '#prisma/client'
import { closeApplications } from '~/domain/applications/close.server'
import { conflict } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { command, type Context } from '~/domain/kernel/operation.server'
import { needPolicy } from './policy'
import * as repo from './repo.server'
import type { NeedRecord } from './repo.server'
import { needMachine, statusOf } from './rules'
import { reasonInput, stepInput } from './schema'
import { accountToTell, membersToTell, tell } from './tell.server'
import { loadNeed } from './write.server'

async function indexAgain(context: Context, id: string): Promise<void> {
  await context.enqueue('index.record', { kind: 'need', id }, { key: `index:need:${id}` })
}

/** Whoever wrote it; when that account is gone, everyone who posts for the organisation. */
async function posters(context: Context, need: NeedRecord) {
  const author = await accountToTell(context.tx, need.createdById)
  return author ? [author] : membersToTell(context.tx, need.organisationId, ['enterprise'])
}

/** One step of the machine with its transition and audit row; answers the need's number. */
async function move(context: Context, need: NeedRecord, to: NeedState, values: Parameters<typeof repo.update>[3] = {}, reason: string | null = null): Promise<{ number: string }> {
  const from = statusOf(need, context.now)
  assertMove(needMachine, from, to)
  await repo.update(context.tx, need.id, need.version, { state: to, ...values })
  await context.transition('need', need.id, from, to, reason)
  await context.audit(`need.${to}`, 'need', need.id, reason ? { reason } : {})
  return { number: need.number }
}

/** The reviewer gives it back with what has to change; the author gets a mail. */
export const returnNeed = command({
  name: 'need.return',
  input: reasonInput,
  load: loadNeed,
  policy: needPolicy.review,
  run: async (context, { reason }, need) => {
    const moved = await move(context, need, 'changes_requested', { reviewNote: reason }, reason)
    await tell(context, await posters(context, need), `${need.id}:${need.version}`, 'need_returned', (name) => ({ name, title: need.title, path: `/workspace/needs/${need.number}`, reason }))
    return moved
  },
})

/** Makes it public: searchable, matched, its author told. Throws a conflict when the deadline has passed while it waited. */
export const publishNeed = command({
  name: 'need.publish',
  input: stepInput,
  load: loadNeed,
  policy: needPolicy.review,
  run: async (context, _input, need) => {
    assertMove(needMachine, need.state, 'published')
    if (need.deadline <= context.now) throw conflict({ key: 'need.deadline_past' })
    if (!(await repo.isVerified(context.tx, need.organisationId))) throw conflict({ key: 'need.unverified' })
    const moved = await move(context, need, 'published', { publishedAt: context.now, reviewNote: null })
    await indexAgain(context, need.id)
    await context.enqueue('match.target', { kind: 'need', id: need.id }, { key: `match:need:${need.id}` })
    await tell(context, await posters(context, need), `${need.id}:${need.version}`, 'need_published', (name) => ({ name, title: need.title, path: `/needs/${need.number}` }))
    return moved
  },
})

/** Ends a need for good: everyone whose application is not decided hears it with the reason. */
async function end(context: Context, need: NeedRecord, to: 'withdrawn' | 'cancelled' | 'unsuccessful', reason: string) {
  const moved = await move(context, need, to, { stateReason: reason }, reason)
  await closeApplications(context, { needId: need.id, title: need.title }, reason)
  if (need.publishedAt) await indexAgain(context, need.id)
  return moved
}

/** Taken back before anyone was chosen; its page is gone for the public. */
export const withdrawNeed = command({ name: 'need.withdraw', input: reasonInput, load: loadNeed, policy: needPolicy.withdraw, run: (context, { reason }, need) => end(context, need, 'withdrawn', reason) })
/** Called off after it was published; its page stays and says why. */
export const cancelNeed = command({ name: 'need.cancel', input: reasonInput, load: loadNeed, policy: needPolicy.cancel, run: (context, { reason }, need) => end(context, need, 'cancelled', reason) })
/** 流标: the deadline has passed and nobody suitable applied. */
export const markUnsuccessful = command({ name: 'need.mark_unsuccessful', input: reasonInput, load: loadNeed, policy: needPolicy.markUnsuccessful, run: (context, { reason }, need) => end(context, need, 'unsuccessful', reason) })

/** The need has its winner: for the choice of applications, which has locked the row and asked its own policy. Throws a conflict when it has one already. */
export async function awardNeed(context: Context, need: NeedRecord): Promise<void> {
  await move(context, need, 'awarded', { awardedAt: context.now })
  await indexAgain(context, need.id)
}

/** The winner withdrew: the need is published again (closed when its deadline is over), so that another can be chosen, and matched again: candidates have changed meanwhile. */
export async function reopenNeed(context: Context, need: NeedRecord, reason: string): Promise<void> {
  await move(context, need, 'published', { awardedAt: null }, reason)
  await indexAgain(context, need.id)
  await context.enqueue('match.target', { kind: 'need', id: need.id }, { key: `match:need:${need.id}` })
}

/** A contract was signed from it: for the contracts' area, in its own transaction. Only an awarded need moves; in any other state nothing happens. */
export async function contractNeed(context: Context, id: string): Promise<void> {
  const need = await repo.findLocked(context.tx, id)
  if (need?.state !== 'awarded') return
  await move(context, need, 'contracted')
  await indexAgain(context, need.id)
}
