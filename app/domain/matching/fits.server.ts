import { z } from 'zod'
import { readAchievement } from '~/domain/achievements/read.server'
import { forbidden } from '~/domain/kernel/errors'
import type { Actor } from '~/domain/kernel/actor'
import { query } from '~/domain/kernel/operation.server'
import * as fits from './fits-repo.server'
import { matchPolicy } from './policy'
import { ofResult } from './repo.server'
import { rowOf } from './read.server'

/** So many are listed for one person. */
const most = 30

/** Who the actor is as a candidate. */
export const ownOf = ({ personId, brokerId, memberships }: Actor): fits.Own => ({ personId, brokerId, organisationIds: memberships.filter(({ role }) => role === 'institute').map(({ organisationId }) => organisationId) })

/** An open need or scenario that may interest somebody, as a list shows it. */
export const fitOf = ({ deadline, score, ...fit }: fits.FitRow) => ({ ...fit, score: Math.round(score), deadline: deadline?.toISOString() ?? null, path: `/${fit.kind}s/${fit.number}` })
export type Fit = ReturnType<typeof fitOf>

/** Open needs and scenarios that suit the actor by their score, though nobody has told them: each may be looked at and applied to. */
export const ownFits = query({
  name: 'match.list_fits',
  input: z.object({}),
  policy: matchPolicy.own,
  run: async (context) => (await fits.fitsFor(context.tx, await fits.candidateIds(context.tx, ownOf(context.actor)), context.now, most)).map(fitOf),
})

/** The needs and scenarios that a result may answer: those that its owners were told of, and those that fit by the score. */
export const targetsOfResult = query({
  name: 'match.list_of_result',
  input: z.object({ id: z.string() }),
  policy: matchPolicy.own,
  run: async (context, { id }) => {
    const achievement = await readAchievement.within(context, { id })
    if (!achievement.can.edit) throw forbidden()
    return { told: (await ofResult(context.tx, achievement.id, most)).map(rowOf), fits: (await fits.fitsFor(context.tx, [achievement.id], context.now, most)).map(fitOf) }
  },
})
