import { z } from 'zod'
import type { Tx } from '#prisma/client'
import { district, labels } from '~/domain/district/service.server'
import { isSignedIn } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { query, type Context } from '~/domain/kernel/operation.server'
import { anyone, may, signedIn, staffOnly } from '~/domain/kernel/policy'
import { dayOf } from '~/domain/kernel/time'
import { integer, oneOf } from '~/domain/kernel/fields'
import { likeness, type Likeness } from './duplicates'
import { fromApplication, fromMatch } from './lineage.server'
import { contractPolicy, followsDeal } from './policy'
import * as queue from './queue-repo.server'
import * as repo from './repo.server'
import type { ContractRecord } from './repo.server'
import { editable, needsSecondReviewer, type CountMeasure } from './rules'
import { idInput, ownListInput, prefillInput, queueInput, type ContractState } from './schema'
import { rowOf, viewOf, type ContractRow } from './view'

const pageSize = 20

export type Suspect = { why: Likeness; contract: ContractRow }

/** Contracts that may be this one, as far as the reader may see them. */
async function suspectsOf(context: Context, contract: ContractRecord): Promise<Suspect[]> {
  const one = repo.comparable(contract)
  const found: Suspect[] = []
  for (const other of await repo.candidatesFor(context.tx, one)) {
    const why = likeness(one, repo.comparable(other))
    if (why && may(contractPolicy.read, context.actor, repo.factsOf(other))) found.push({ why, contract: rowOf(other) })
  }
  return found.slice(0, 10)
}

const unreviewed: readonly ContractState[] = ['draft', 'reported', 'under_review', 'correction_requested']

/** One contract with its history, where it came from, what may be the same, and what the reader may do. */
export const readContract = query({
  name: 'contract.read',
  input: idInput,
  load: async (context, input) => {
    const record = await repo.find(context.tx, input.id)
    return record && { record, ...repo.factsOf(record) }
  },
  policy: contractPolicy.read,
  run: async (context, _input, facts) => {
    const { record } = facts
    const { locale } = context.actor
    const settings = await district()
    const [regions, fields, objectives, industries] = [await labels('region', locale), await labels('field', locale), await labels('objective', locale), await labels('industry', locale)]
    const steps = await repo.history(context.tx, record.id)
    const second = needsSecondReviewer(record, settings.secondReviewFrom)
    const inside = may(contractPolicy.edit, context.actor, facts)
    const reviews = may(contractPolicy.review, context.actor, facts)
    return {
      ...viewOf(record, followsDeal(context.actor, facts), { regions, fields, objectives, industries }),
      second,
      reviewDays: second ? settings.secondReviewDays : settings.reviewDays,
      firstReviewedByMe: record.firstReviewerId !== null && record.firstReviewerId === context.actor.accountId,
      steps: steps.map(({ toState, actorName, reason, occurredAt }) => ({ to: toState, actor: actorName, reason, at: occurredAt.toISOString() })),
      suspects: unreviewed.includes(record.state) || reviews ? await suspectsOf(context, record) : [],
      can: {
        edit: inside && editable.includes(record.state),
        report: inside && record.state === 'draft',
        resubmit: inside && record.state === 'correction_requested',
        review: reviews,
        revoke: may(contractPolicy.revoke, context.actor, facts),
      },
    }
  },
})
export type ContractDetail = Awaited<ReturnType<typeof readContract>>

/** The contracts that the actor has a part in, the last changed first, 20 a page. */
export const listOwnContracts = query({
  name: 'contract.list_own',
  input: ownListInput,
  policy: signedIn,
  run: async (context, { state, page }) => {
    if (!isSignedIn(context.actor)) throw notFound()
    const { accountId, memberships, brokerId } = context.actor
    const who = { accountId, brokerId, organisationIds: memberships.map((membership) => membership.organisationId) }
    const { total, rows } = await repo.listOf(context.tx, who, state, page, pageSize)
    return { state, page, total, pageSize, mayCreate: may(contractPolicy.create, context.actor, undefined), rows: rows.map(rowOf) }
  },
})

/** The district's choice of what counts (domain.md, section 7). */
export async function countMeasure(): Promise<CountMeasure> {
  return (await district()).contractMeasure === 'registered' ? 'registered' : 'reported_and_registered'
}

/** What a form says of the review to come: the threshold in 元 as text, the days in working days. */
export async function reviewSettings(): Promise<{ secondReviewFrom: string; reviewDays: number; secondReviewDays: number }> {
  const { secondReviewFrom, reviewDays, secondReviewDays } = await district()
  return { secondReviewFrom: secondReviewFrom.toFixed(2), reviewDays, secondReviewDays }
}

/** The bureau's list: what is due first, filters as in the statistics, with the sums of what was found. */
export const listContracts = query({
  name: 'contract.list',
  input: queueInput,
  policy: staffOnly,
  run: async (context, filter) => {
    const today = dayOf(context.now)
    const { ids, ...totals } = await queue.queuePage(context.tx, filter, await countMeasure(), today, pageSize)
    const rows = (await repo.findMany(context.tx, ids)).map(rowOf)
    return { filter, today, pageSize, ...totals, ...(await queue.waitingCounts(context.tx, today)), rows }
  },
})

/** What a new form starts from: a selected application or an agreed match of the actor's own; null for none. */
export const prefillContract = query({
  name: 'contract.prefill',
  input: prefillInput,
  policy: contractPolicy.create,
  run: async (context, { application, match }) => {
    if (!application && !match) return null
    const origin = application ? await fromApplication(context, application) : match ? await fromMatch(context, match) : null
    if (!origin) throw notFound()
    return origin
  },
})

/** What has landed of late: the need or scenario behind newly registered contracts; public facts alone. */
export const recentLandings = query({
  name: 'contract.recent_landings',
  input: z.object({ limit: integer(1, 50) }),
  policy: anyone,
  run: (context, { limit }) => queue.landings(context.tx, limit),
})

/** The contracts that came from a need, scenario, application or match, as far as the actor may read them. */
export const contractsFrom = query({
  name: 'contract.list_from',
  input: z.object({ from: oneOf(['needId', 'scenarioId', 'applicationId', 'matchId']), id: z.uuid() }),
  policy: signedIn,
  run: async (context, { from, id }) => {
    const rows = (await repo.listFrom(context.tx, { [from]: id })).filter((record) => may(contractPolicy.read, context.actor, repo.factsOf(record)))
    return rows.map(({ id, number, projectName, state }) => ({ id, number, projectName, state }))
  },
})

/** How many contracts wait for the bureau, and how many are past their day. */
export function contractsWaiting(tx: Tx, now: Date): Promise<{ waiting: number; overdue: number }> {
  return queue.waitingCounts(tx, dayOf(now))
}
