import type { Prisma } from '#prisma/client'
import { stale } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import type { Context } from '~/domain/kernel/operation.server'
import * as repo from './repo.server'
import type { MatchRecord } from './repo.server'
import { matchMachine } from './rules'
import type { MatchState } from './schema'

/** A pair's step to another state, with who decided it and when. Throws a conflict where its state does not allow it. */
export async function move(context: Context, match: MatchRecord, to: MatchState, reason: string | null = null, values: Prisma.MatchUncheckedUpdateManyInput = {}) {
  assertMove(matchMachine, match.state, to)
  const decided = { decidedById: context.actor.accountId, decidedAt: context.now }
  if (!(await repo.update(context.tx, match.id, match.version, { state: to, reason, alternate: false, ...decided, ...values }))) throw stale(match.version)
  await context.transition('match', match.id, match.state, to, reason)
  await context.audit(`match.${to}`, 'match', match.id, reason ? { reason } : {})
}
