import type { Context } from '~/domain/kernel/operation.server'
import { createMail } from '~/domain/notifications/service.server'
import { translator, type Locale } from '~/i18n'
import * as repo from './repo.server'
import type { MatchPart, MatchPassage } from './schema'
import { candidateKeyOf, titleOf } from './sides'

/** Tells a candidate of a pair, and notes that they know. Nothing for a pair that is gone or not waiting any more. */
export async function tellCandidate(context: Context, matchId: string): Promise<void> {
  const match = await repo.find(context.tx, matchId)
  if (match?.state !== 'suggested') return
  await repo.update(context.tx, matchId, match.version, { state: 'notified', alternate: false, notifiedAt: context.now })
  await context.transition('match', matchId, match.state, 'notified')
  const deadline = (match.need?.deadline ?? match.scenario?.closesAt)?.toISOString().slice(0, 10) ?? null
  const personIds = match.personId ? [match.personId] : [...match.inventorIds]
  for (const { email, name, locale } of await repo.recipients(context.tx, { ...candidateKeyOf(match), organisationIds: [...match.organisationIds], personIds })) {
    const data = { name, title: titleOf(match), kind: match.need ? ('need' as const) : ('scenario' as const), path: `/workspace/matches/${match.id}`, score: Math.round(match.score.toNumber()), reason: reasonOf(match, locale), deadline }
    await createMail(context, { key: `match:${matchId}:${email}`, template: 'match_found', recipient: email, locale, data })
  }
}

/** One line that says why: what a reviewer wrote, words that both sides have, or the part that brings the most. */
export function reasonOf(match: { passages: unknown; parts: unknown; correction: string | null }, locale: Locale): string {
  if (match.correction) return match.correction
  const t = translator(locale)
  const [first] = match.passages as MatchPassage[]
  const words = first?.left.parts.filter((part) => part.mark).map((part) => part.text) ?? []
  if (words.length > 0) return t('match.mail.reason', { words: [...new Set(words)].slice(0, 4).join('、') })
  const [best] = [...(match.parts as MatchPart[])].sort((one, other) => other.points - one.points)
  return best ? t(best.reason.key, best.reason.params) : ''
}
