import { z } from 'zod'
import type { Tx } from '#prisma/client'
import type { Actor } from '~/domain/kernel/actor'
import { query } from '~/domain/kernel/operation.server'
import { applicationPolicy } from './policy'
import { queueInput } from './schema'
import * as side from './side-repo.server'
import { applicationSummary } from './view'

export const pageSize = 20

/** The actor's own applications, their institutes', and those that they accompany as a broker. */
export const ownApplications = query({
  name: 'application.own',
  input: z.object({}),
  policy: applicationPolicy.own,
  run: async ({ tx, actor }) => {
    if (!actor.accountId) return { own: [], accompanied: [] }
    const instituteIds = actor.memberships.filter(({ role }) => role === 'institute').map(({ organisationId }) => organisationId)
    const own = await side.listOwn(tx, { accountId: actor.accountId, personId: actor.personId, instituteIds })
    const accompanied = actor.brokerId ? await side.listAccompanied(tx, actor.brokerId) : []
    return { own: own.map(applicationSummary), accompanied: accompanied.map(applicationSummary) }
  },
})

/** How many applications to needs of the actor's enterprises wait to be taken on, for their desk. */
export function applicationsToTakeOn(tx: Tx, actor: Actor): Promise<number> {
  return side.countSubmitted(tx, actor.memberships.filter(({ role }) => role === 'enterprise').map(({ organisationId }) => organisationId))
}

/** The bureau's list of all applications that were handed in. */
export const applicationQueue = query({
  name: 'application.queue',
  input: queueInput,
  policy: applicationPolicy.queue,
  run: async ({ tx }, filter) => {
    const { total, rows } = await side.listQueue(tx, filter, (filter.page - 1) * pageSize, pageSize)
    return { filter, total, pages: Math.max(1, Math.ceil(total / pageSize)), rows: rows.map(applicationSummary), counts: await side.countByState(tx) }
  },
})
