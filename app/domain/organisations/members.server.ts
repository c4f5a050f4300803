import type { Tx } from '#prisma/client'
import { accountByEmail } from '~/domain/auth/accounts.server'
import { conflict, invalid, notFound } from '~/domain/kernel/errors'
import { command, query, type Context } from '~/domain/kernel/operation.server'
import type { Locale } from '~/i18n'
import { organisationPolicy } from './policy'
import * as repo from './repo.server'
import { roleOfKind } from './rules'
import { addMemberInput, idInput, openKinds, removeMemberInput } from './schema'

/** The members with their addresses, for those who manage them. */
export const listMembers = query({
  name: 'organisation.list_members',
  input: idInput,
  load: (context, input) => repo.find(context.tx, input.id),
  policy: organisationPolicy.read,
  run: async (context, { id }, organisation) => ({
    name: organisation.name,
    kind: organisation.kind,
    verification: organisation.verification,
    canManage: organisationPolicy.members(context.actor, organisation) === 'allow',
    members: (await repo.members(context.tx, id)).map(({ account, role, manager, createdAt }) => ({ id: account.id, name: account.name, email: account.email, disabled: account.disabledAt !== null, role, manager, since: createdAt.toISOString(), self: account.id === context.actor.accountId })),
  }),
})

const load = (context: Context, input: { id: string }) => repo.findLocked(context.tx, input.id)

/**
 * Adds an existing account by its address. Only a verified organisation may, so that nobody tries addresses out with one that was made up.
 * Throws at `email` when there is no such account or it is a member already.
 */
export const addMember = command({
  name: 'organisation.add_member',
  input: addMemberInput,
  load,
  policy: organisationPolicy.members,
  run: async (context, input, organisation) => {
    if (organisation.verification !== 'verified') throw conflict({ key: 'member.verify_first' })
    const kind = openKinds.find((open) => open === organisation.kind)
    if (!kind) throw notFound()
    const account = await accountByEmail(context.tx, input.email)
    if (!account || account.disabledAt || !account.emailConfirmedAt) throw invalid({ path: 'email', message: { key: 'member.no_account' } })
    if (!(await repo.addMember(context.tx, organisation.id, account.id, roleOfKind[kind], input.manager, context.now))) throw invalid({ path: 'email', message: { key: 'member.already' } })
    await context.audit('organisation.add_member', 'organisation', organisation.id, { accountId: account.id, manager: input.manager })
    return { name: account.name }
  },
})

/** Takes a member out at once. The last manager cannot be taken out: someone must answer for the organisation. */
export const removeMember = command({
  name: 'organisation.remove_member',
  input: removeMemberInput,
  load,
  policy: organisationPolicy.members,
  run: async (context, { accountId }, organisation) => {
    const members = await repo.members(context.tx, organisation.id)
    if (!members.some((member) => member.accountId === accountId)) throw notFound()
    if (!members.some((member) => member.manager && member.accountId !== accountId)) throw conflict({ key: 'member.last_manager' })
    await repo.removeMember(context.tx, organisation.id, accountId)
    await context.audit('organisation.remove_member', 'organisation', organisation.id, { accountId })
  },
})

export type Recipient = { accountId: string; name: string; email: string; locale: Locale }

/** The people of an organisation who are told what happens to its records; none who are disabled. */
export async function peopleToTell(tx: Tx, organisationId: string): Promise<Recipient[]> {
  const rows = await repo.members(tx, organisationId)
  const seen = new Map(rows.filter((row) => !row.account.disabledAt).map(({ account }) => [account.id, account]))
  return [...seen.values()].map((account) => ({ accountId: account.id, name: account.name, email: account.email, locale: account.locale === 'en' ? 'en' : 'zh-CN' }))
}
