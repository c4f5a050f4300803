import { z } from 'zod'
import { isSignedIn, system, type Actor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { signIn } from '~/domain/kernel/errors'
import { command, query, type Context } from '~/domain/kernel/operation.server'
import { idOfToken, signedToken } from '~/domain/kernel/signed-link.server'
import { localFromInstant } from '~/domain/kernel/time'
import { createMail } from '~/domain/notifications/service.server'
import { translator } from '~/i18n'
import * as repo from './digest-repo.server'
import { candidateIds, fitsFor, type FitRow } from './fits-repo.server'
import { matchPolicy } from './policy'
import { digestInput, linkInput } from './schema'

/** A mail names so many and links to the others. */
const mostNamed = 10
const purpose = 'match-digest:unsubscribe'
/** What tells a link of the digest from one of a saved search. */
const mark = 'digest.'

/** What the link of a digest carries. */
export const digestToken = (accountId: string): string => mark + signedToken(purpose, accountId)
export const isDigestToken = (token: string): boolean => token.startsWith(mark)

const accountOf = (actor: Actor): string => {
  if (!isSignedIn(actor)) throw signIn()
  return actor.accountId
}

/** Whether the actor is mailed once a week what is new and fits. */
export const readDigest = query({ name: 'match.read_digest', input: z.object({}), policy: matchPolicy.own, run: async (context) => ({ weekly: await repo.isWeekly(context.tx, accountOf(context.actor)) }) })

/** Turns the weekly mail on or off. */
export const changeDigest = command({
  name: 'match.change_digest',
  input: digestInput,
  policy: matchPolicy.own,
  run: async (context, { digest }) => {
    await repo.setWeekly(context.tx, accountOf(context.actor), digest === 'weekly')
    await context.audit('match.change_digest', 'account', accountOf(context.actor), { frequency: digest })
  },
})

async function load(context: Context, { token }: { token: string }) {
  const id = isDigestToken(token) ? idOfToken(purpose, token.slice(mark.length)) : null
  return { fits: id !== null, id: id ?? '', account: id ? await repo.findLocked(context.tx, id) : null }
}

/** What a digest's link would stop. Changes nothing. Throws a 404 when the link was damaged. */
export const readDigestLink = query({ name: 'match.read_digest_link', input: linkInput, load, policy: matchPolicy.holdsLink, run: async (_context, _input, { id, account }) => ({ id, gone: account === null, stopped: account === null || !account.weekly }) })

/** Stops the digest of the link's account, without a log-in. Throws a 404 when the link was damaged. */
export const stopDigest = command({
  name: 'match.stop_digest',
  input: linkInput,
  load,
  policy: matchPolicy.holdsLink,
  run: async (context, _input, { id, account }) => {
    if (account) await repo.setWeekly(context.tx, id, false)
    await context.audit('match.stop_digest', 'account', id)
  },
})

const recordOf = (fit: FitRow, locale: 'zh-CN' | 'en') => {
  const t = translator(locale)
  const reason = fit.reasons.map(({ key, params }) => t(key, params)).join(locale === 'en' ? '; ' : '；')
  return { kind: fit.kind, title: fit.title, path: `/${fit.kind}s/${fit.number}`, deadline: fit.deadline && localFromInstant(fit.deadline).replace('T', ' '), reason }
}

/** Writes one reader's mail and what it tells, in one transaction: told twice by two jobs, a target is still in one mail. */
const tell = command({
  name: 'match.digest',
  input: z.object({ reader: z.custom<repo.Reader>((value) => typeof value === 'object'), fits: z.custom<FitRow[]>((value) => Array.isArray(value)) }),
  load: (context, { reader }) => repo.findLocked(context.tx, reader.id),
  policy: matchPolicy.job,
  run: async (context, { reader, fits }, { id, weekly, mails }) => {
    const told = weekly ? await repo.insertTold(context.tx, id, fits.map(({ targetId }) => targetId), context.now) : new Set()
    const fresh = fits.filter(({ targetId }) => told.has(targetId))
    await context.audit('match.digest', 'account', id, { count: fresh.length })
    if (fresh.length === 0) return
    await repo.markMailed(context.tx, id, context.now)
    const { name, email, locale } = reader
    const data = { name, count: fresh.length, records: fresh.slice(0, mostNamed).map((fit) => recordOf(fit, locale)), path: '/workspace/matches', manage: '/account', token: digestToken(id) }
    await createMail(context, { key: `match_digest:${id}:${mails + 1}`, template: 'match_digest', recipient: email, locale, data })
  },
})

/** So many open targets are looked at for one reader. */
const most = 50

/**
 * Mails everybody who can be a candidate the open needs and scenarios that have come to fit since their last mail; nothing new is no
 * mail. One short transaction a mail; broken off and begun again it tells nothing twice.
 */
export async function sendDigests(now: Date): Promise<void> {
  for (const reader of await repo.readers(db())) {
    const fits = await fitsFor(db(), await candidateIds(db(), reader), now, most)
    const told = await repo.toldOf(db(), reader.id)
    const fresh = fits.filter(({ targetId }) => !told.has(targetId))
    if (fresh.length > 0) await tell(system, { reader, fits: fresh }, { now })
  }
}
