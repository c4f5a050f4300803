import { z } from 'zod'
import { isSignedIn } from '~/domain/kernel/actor'
import { conflict, notFound, stale } from '~/domain/kernel/errors'
import { command, query, type Context } from '~/domain/kernel/operation.server'
import { endSessionsOf } from '~/domain/auth/accounts.server'
import { unitsForRoles } from '~/domain/organisations/read.server'
import { assertAnotherAdministrator, giveRoleIn, takeRoleIn } from '~/domain/organisations/roles.server'
import { accountPolicy } from './policy'
import * as repo from './repo.server'
import type { AccountRecord } from './repo.server'
import { disableInput, giveRoleInput, idInput, profileInput, searchInput, takeRoleInput } from './schema'

const pageSize = 20
const load = (context: Context, input: { id: string }) => repo.findLocked(context.tx, input.id)

function rowOf(account: AccountRecord) {
  const { id, email, name, version, memberships } = account
  return {
    id, email, name, version,
    roles: memberships.map(({ role, organisation, manager }) => ({ role, manager, unitId: organisation.id, unit: organisation.name })),
    personNumber: account.person?.number ?? null,
    brokerNumber: account.broker?.number ?? null,
    confirmed: account.emailConfirmedAt !== null,
    disabled: account.disabledAt !== null,
    disabledReason: account.disabledReason,
    createdAt: account.createdAt.toISOString(),
  }
}
export type AccountRow = ReturnType<typeof rowOf>

/** Name, address and language of the actor. */
export const readOwnAccount = query({
  name: 'account.read_own',
  input: z.object({}),
  policy: accountPolicy.own,
  run: async (context) => {
    const account = isSignedIn(context.actor) ? await repo.find(context.tx, context.actor.accountId) : null
    if (!account) throw notFound()
    return { ...rowOf(account), locale: account.locale }
  },
})

/** Changes the actor's name and the language of mails. */
export const changeProfile = command({
  name: 'account.change_profile',
  input: profileInput,
  policy: accountPolicy.own,
  run: async (context, { version, name, locale }) => {
    const account = isSignedIn(context.actor) ? await repo.findLocked(context.tx, context.actor.accountId) : null
    if (!account) throw notFound()
    if (!(await repo.update(context.tx, account.id, version, { name, locale }))) throw stale(account.version)
    await context.audit('account.change_profile', 'account', account.id)
  },
})

/** Accounts by address, name or organisation, 20 a page, the newest first. */
export const searchAccounts = query({
  name: 'account.search',
  input: searchInput,
  policy: accountPolicy.list,
  run: async (context, filter) => {
    const { total, rows } = await repo.search(context.tx, filter, pageSize)
    return { filter, total, pageSize, rows: rows.map(rowOf) }
  },
})

/** One account with its roles, and the departments that a role can be given in. */
export const readAccount = query({
  name: 'account.read',
  input: idInput,
  load: (context, input) => repo.find(context.tx, input.id),
  policy: accountPolicy.read,
  run: async (context, _input, account) => ({
    ...rowOf(account),
    units: await unitsForRoles(context.tx),
    own: isSignedIn(context.actor) && context.actor.accountId === account.id,
    can: { change: accountPolicy.disable(context.actor, account) === 'allow' },
  }),
})

/** Locks an account out: it is signed out everywhere at once. */
export const disableAccount = command({
  name: 'account.disable',
  input: disableInput,
  load,
  policy: accountPolicy.disable,
  run: async (context, { reason }, account) => {
    if (account.disabledAt) throw conflict({ key: 'account.already_disabled' })
    await assertAnotherAdministrator(context, account.id)
    await repo.update(context.tx, account.id, account.version, { disabledAt: context.now, disabledReason: reason })
    await endSessionsOf(context.tx, account.id)
    await context.audit('account.disable', 'account', account.id, { reason })
  },
})

export const enableAccount = command({
  name: 'account.enable',
  input: idInput,
  load,
  policy: accountPolicy.disable,
  run: async (context, _input, account) => {
    if (!account.disabledAt) throw conflict({ key: 'account.not_disabled' })
    await repo.update(context.tx, account.id, account.version, { disabledAt: null, disabledReason: null })
    await context.audit('account.enable', 'account', account.id)
  },
})

/** Gives a role of the bureau or of a department; the account signs in again. */
export const giveRole = command({
  name: 'account.give_role',
  input: giveRoleInput,
  load,
  policy: accountPolicy.changeRoles,
  run: async (context, { role, unitId }, account) => {
    const unit = await giveRoleIn(context, { accountId: account.id, role, unitId })
    await endSessionsOf(context.tx, account.id)
    await context.audit('account.give_role', 'account', account.id, { role, unitId: unit.id, unit: unit.name })
  },
})

/** Takes a role; the account signs in again. */
export const takeRole = command({
  name: 'account.take_role',
  input: takeRoleInput,
  load,
  policy: accountPolicy.changeRoles,
  run: async (context, { role, unitId }, account) => {
    await takeRoleIn(context, { accountId: account.id, role, unitId })
    await endSessionsOf(context.tx, account.id)
    await context.audit('account.take_role', 'account', account.id, { role, unitId })
  },
})
