import { openAccountIn } from '~/domain/auth/accounts.server'
import { invalid } from '~/domain/kernel/errors'
import { command, type Context } from '~/domain/kernel/operation.server'
import { addMember } from '~/domain/organisations/members.server'
import { organisationOf } from '~/domain/organisations/read.server'
import { giveRoleIn } from '~/domain/organisations/roles.server'
import { roleOfKind } from '~/domain/organisations/rules'
import { openKinds } from '~/domain/organisations/schema'
import { accountPolicy } from './policy'
import { createAccountInput, givenRoles, type CreateRole } from './schema'

const isGiven = (role: CreateRole) => givenRoles.find((given) => given === role)

/** Makes the account a manager of an organisation whose kind gives that role. */
async function joinIn(context: Context, email: string, role: CreateRole, organisation: string): Promise<string> {
  const found = await organisationOf(context.tx, organisation)
  const kind = openKinds.find((open) => open === found?.kind)
  const expected = role === 'researcher' ? 'institute' : role
  if (!found || !kind || roleOfKind[kind] !== expected) throw invalid({ path: 'organisation', message: { key: 'account.wrong_organisation' } })
  if (found.verification !== 'verified') throw invalid({ path: 'organisation', message: { key: 'member.verify_first' } })
  await addMember.within(context, { id: organisation, email, manager: role !== 'researcher' })
  return found.name
}

/**
 * Opens a confirmed account with its role, for the operator of the server. Answers the one-time token that sets its password within 24 hours,
 * and the unit it belongs to. Throws at the field when the address is taken or the organisation is none for that role.
 */
export const createAccount = command({
  name: 'account.create',
  input: createAccountInput,
  policy: accountPolicy.create,
  run: async (context, { email, role, name, organisation }) => {
    const { id, token } = await openAccountIn(context, { email, name: name ?? email.slice(0, 40) })
    const given = isGiven(role)
    if (role === 'publisher' && organisation && (await organisationOf(context.tx, organisation))?.kind !== 'department') throw invalid({ path: 'organisation', message: { key: 'account.wrong_organisation' } })
    let unit: string | null = null
    if (given) unit = (await giveRoleIn(context, { accountId: id, role: given, unitId: organisation })).name
    else if (organisation) unit = await joinIn(context, email, role, organisation)
    await context.audit('account.create', 'account', id, { role, unit })
    return { id, token, unit }
  },
})
