import { fillCandidates } from '../../app/domain/matching/candidates.server'
import { computeMatches } from '../../app/domain/matching/compute.server'
import type { MatchState, PrismaClient } from '../client'
import type { SampleDistrict } from './sample/types'
import { idOf } from './ids'

/** What people have decided on the sample's pairs, round and round; the others wait for a reviewer. */
const decisions: (MatchState | null)[] = [null, 'notified', 'accepted', null, 'declined', 'notified', 'met', null, 'excluded', 'notified']
const reasons: Partial<Record<MatchState, string>> = { declined: '今年的课题已经排满，明年可以再谈。', excluded: '研究对象不同，方向不符。' }

/** Computes the matches of what is open, as the portal does, and gives some of them a history. Sends no mail. */
export async function seedMatches(client: PrismaClient, sample: SampleDistrict, now: Date, step: () => void): Promise<void> {
  await fillCandidates(now)
  const needs = sample.needs.filter((need) => need.state === 'published' && need.deadline > now).map((need) => ({ kind: 'need' as const, id: idOf('need', need.key) }))
  const scenarios = sample.scenarios.filter((scenario) => scenario.publication === 'published' && scenario.closesAt > now).map((scenario) => ({ kind: 'scenario' as const, id: idOf('scenario', scenario.key) }))
  for (const [index, target] of [...needs, ...scenarios].entries()) {
    await computeMatches(target.kind, target.id, { tell: false, now })
    if (index % 10 === 0) step()
  }
  const pairs = await client.match.findMany({ where: { alternate: false }, select: { id: true }, orderBy: [{ score: 'desc' }, { id: 'asc' }] })
  await client.match.updateMany({ data: { sample: true } })
  for (const state of new Set(decisions)) {
    if (state === null) continue
    const ids = pairs.filter((_pair, index) => decisions[index % decisions.length] === state).map((pair) => pair.id)
    await client.match.updateMany({ where: { id: { in: ids } }, data: { state, reason: reasons[state] ?? null, notifiedAt: now, decidedAt: state === 'notified' ? null : now } })
  }
}
