import { isSignedIn } from '~/domain/kernel/actor'
import { conflict, notFound, signIn } from '~/domain/kernel/errors'
import { command, type Context } from '~/domain/kernel/operation.server'
import * as exchange from './exchange-repo.server'
import { needPolicy } from './policy'
import * as repo from './repo.server'
import { isListed } from './rules'
import { accessDecisionInput, accessInput, stepInput } from './schema'
import { accountToTell, membersToTell, tell } from './tell.server'
import { loadNeed } from './write.server'

/** Whether the owner has let this reader in. */
export async function isGranted(context: Context, needId: string): Promise<boolean> {
  const { accountId } = context.actor
  return accountId !== null && (await exchange.accessOf(context.tx, needId, accountId))?.state === 'accepted'
}

/** Asks the owner to be let into the confidential part, with a purpose. A declined request can be made again; one that waits or was accepted stays as it is. */
export const requestAccess = command({
  name: 'need.request_access',
  input: accessInput,
  load: loadNeed,
  policy: needPolicy.requestAccess,
  run: async (context, { purpose }, need) => {
    if (!isSignedIn(context.actor)) throw signIn()
    if (!need.confidential) throw notFound()
    if (!isListed(need.state)) throw conflict({ key: 'need.access.over' })
    const { accountId, memberships } = context.actor
    const known = await exchange.accessOf(context.tx, need.id, accountId)
    if (known && known.state !== 'declined') return context.audit('need.request_access_again', 'need', need.id)
    if (known) await exchange.renewAccess(context.tx, known.id, purpose, context.now)
    else await exchange.insertAccess(context.tx, { needId: need.id, accountId, organisationId: memberships.find(({ verified }) => verified)?.organisationId ?? null, purpose, createdAt: context.now })
    await context.audit('need.request_access', 'need', need.id)
    const owners = await membersToTell(context.tx, need.organisationId, ['enterprise'])
    await tell(context, owners, `${need.id}:${accountId}:${context.now.toISOString()}`, 'access_requested', (name) => ({ name, title: need.title, path: `/workspace/needs/${need.number}#access` }))
  },
})

/** The owner lets someone in or not, the latter with a reason; an acceptance can be taken back. The one who asked gets a mail. */
export const decideAccess = command({
  name: 'need.decide_access',
  input: accessDecisionInput,
  load: loadNeed,
  policy: needPolicy.decideAccess,
  run: async (context, { accessId, decision, reason }, need) => {
    const request = await exchange.findAccess(context.tx, need.id, accessId)
    if (!request) throw notFound()
    if (request.state === decision) return context.audit('need.decide_access_again', 'need', need.id, { accessId })
    await exchange.decideAccess(context.tx, request.id, decision, reason || null, context.now)
    await context.audit('need.decide_access', 'need', need.id, { accessId, decision })
    await tell(context, [await accountToTell(context.tx, request.accountId)], `${request.id}:${decision}:${context.now.toISOString()}`, 'access_decided', (name) => ({
      name, title: need.title, accepted: decision === 'accepted', reason: reason || null, path: decision === 'accepted' ? `/needs/${need.number}/confidential` : `/needs/${need.number}#confidential`,
    }))
  },
})

/** Opens the confidential part to a reader: a change, because every reading is kept in the audit trail. Never cache, mail or index what it answers. */
export const readConfidential = command({
  name: 'need.read_confidential',
  input: stepInput,
  load: async (context, input) => {
    const need = await repo.find(context.tx, input.id)
    return need && { need, granted: await isGranted(context, need.id) }
  },
  policy: needPolicy.readConfidential,
  run: async (context, _input, { need }) => {
    const part = await repo.confidentialText(context.tx, need.id)
    if (!part) throw notFound()
    await context.audit('need.read_confidential', 'need', need.id)
    return { number: need.number, title: need.title, owner: need.organisation.name, reader: context.actor.name, ...part }
  },
})
