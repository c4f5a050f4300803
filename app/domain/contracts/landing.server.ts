import type { Context } from '~/domain/kernel/operation.server'
import { markContracted } from '~/domain/matching/service.server'
import { contractNeed } from '~/domain/needs/service.server'
import { setLanding } from '~/domain/scenarios/service.server'
import type { ContractRecord } from './repo.server'

/** What a registered contract came from moves on with it: the need and the match are contracted, the scenario has landed. */
export async function landed(context: Context, { needId, matchId, scenario, number }: ContractRecord): Promise<void> {
  if (needId) await contractNeed(context, needId)
  if (matchId) await markContracted.within(context, { matchId })
  if (!scenario || scenario.landing === 'landed' || (scenario.publication !== 'published' && scenario.publication !== 'archived')) return
  const reason = number ?? ''
  if (scenario.landing === 'reserve' || scenario.landing === 'shelved') await setLanding.within(context, { id: scenario.id, landing: 'in_contact', reason })
  await setLanding.within(context, { id: scenario.id, landing: 'landed', reason })
}
