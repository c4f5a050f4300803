import { z } from 'zod'
import { district } from '~/domain/district/service.server'
import { command, type Context } from '~/domain/kernel/operation.server'
import type { Policy } from '~/domain/kernel/policy'
import { createMail } from '~/domain/notifications/service.server'
import { translator } from '~/i18n'
import type { LoadedTarget, ScoredMember } from './compute.server'
import type { PoolMember } from './pool.server'
import * as repo from './repo.server'
import { choose, sticky } from './rules'
import { weightsVersion } from './weights'

const systemOnly: Policy<unknown> = (actor) => (actor.kind === 'system' ? 'allow' : 'forbid')

/** What a run has worked out: `computedOf` puts a pair into columns, `again` scores a candidate that is no longer among the best; null when it left the pool. */
export type Ready = { target: LoadedTarget; members: ScoredMember[]; computedOf: (one: ScoredMember, rank: number, alternate: boolean) => repo.Computed; again: (candidateId: string) => ScoredMember | null }

/** Keeps what people decided, writes the new scores, and tells those that fit well. Part of the job `match.target`. */
export const saveMatches = command({
  name: 'match.save',
  input: z.object({ tell: z.boolean(), ready: z.custom<Ready>((value) => typeof value === 'object') }),
  policy: systemOnly,
  run: async (context, { tell, ready: { target, members, computedOf, again } }) => {
    const { kind, id } = target
    const key = kind === 'need' ? { needId: id } : { scenarioId: id }
    const { matchesPerNeed, alternates, notifyFromScore } = await district()
    const existing = new Map((await repo.listOfTarget(context.tx, key)).map((row) => [repo.candidateIdOf(row), row]))
    const { chosen, standBy } = choose(members, matchesPerNeed, alternates)
    const ranked = [...chosen.map((one) => ({ one, alternate: false })), ...standBy.map((one) => ({ one, alternate: true }))]
    const kept = new Set<string>()
    for (const [index, { one, alternate }] of ranked.entries()) {
      const computed = computedOf(one, index + 1, alternate)
      const row = existing.get(one.candidate.id)
      kept.add(one.candidate.id)
      const matchId = row ? row.id : await repo.insert(context.tx, key, repo.candidateKey(one.candidate.kind, one.candidate.id), computed)
      if (row) await repo.rescore(context.tx, row.id, row.state === 'suggested' || row.state === 'notified' ? computed : { ...computed, alternate: false })
      else await context.transition('match', matchId, null, 'suggested')
      const told = row && row.state !== 'suggested'
      if (tell && !alternate && !told && one.score >= notifyFromScore) await notify(context, target, one.candidate, matchId, one)
    }
    const stale = [...existing.values()].filter((row) => !kept.has(repo.candidateIdOf(row)) && row.state === 'suggested' && !row.byHand)
    await repo.remove(context.tx, stale.map((row) => row.id))
    for (const row of existing.values()) {
      if (kept.has(repo.candidateIdOf(row)) || !(sticky.includes(row.state) || row.byHand || row.state === 'notified')) continue
      const scored = again(repo.candidateIdOf(row))
      if (scored) await repo.rescore(context.tx, row.id, computedOf(scored, 0, false))
    }
    await context.audit('match.compute', kind, id, { weightsVersion, chosen: chosen.length })
  },
})

async function notify(context: Context, target: LoadedTarget, candidate: PoolMember, matchId: string, scored: ScoredMember) {
  const match = await repo.find(context.tx, matchId)
  if (!match) return
  await repo.update(context.tx, matchId, match.version, { state: 'notified', notifiedAt: context.now })
  await context.transition('match', matchId, match.state, 'notified')
  const first = (match.passages as { left: { parts: { text: string; mark?: boolean }[] } }[])[0]
  for (const { email, name, locale } of await repo.recipients(context.tx, { ...repo.candidateKey(candidate.kind, candidate.id), organisationIds: candidate.organisationIds, personIds: candidate.personIds.length > 0 ? candidate.personIds : candidate.kind === 'person' ? [candidate.id] : [] })) {
    const t = translator(locale)
    const words = first?.left.parts.filter((part) => part.mark).map((part) => part.text) ?? []
    const best = [...scored.parts].sort((a, z) => z.points - a.points)[0]
    const reason = words.length > 0 ? t('match.mail.reason', { words: [...new Set(words)].slice(0, 4).join('、') }) : best ? t(best.reason.key, best.reason.params) : ''
    await createMail(context, { key: `match:${matchId}:${email}`, template: 'match_found', recipient: email, locale, data: { name, title: target.title, kind: target.kind, path: target.path, score: Math.round(scored.score), reason, deadline: target.deadline?.toISOString().slice(0, 10) ?? null } })
  }
}
