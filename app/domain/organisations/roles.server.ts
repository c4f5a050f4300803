import type { MemberRole } from '#prisma/client'
import { conflict, invalid, notFound } from '~/domain/kernel/errors'
import type { Context } from '~/domain/kernel/operation.server'
import { unitsForRoles } from './read.server'
import * as repo from './repo.server'

type StaffRole = Extract<MemberRole, 'reviewer' | 'administrator' | 'publisher'>

/** Gives a role in the bureau, or a publisher's in a department, inside the caller's command, which has asked its policy. Throws when it is held already. */
export async function giveRoleIn(context: Context, { accountId, role, unitId }: { accountId: string; role: StaffRole; unitId: string | null }): Promise<{ id: string; name: string }> {
  const units = await unitsForRoles(context.tx)
  const unit = role === 'publisher' ? units.find((one) => one.id === unitId) : units.find((one) => one.kind === 'bureau')
  if (!unit) throw invalid({ path: 'unitId', message: { key: 'field.choose' } })
  if (!(await repo.addMember(context.tx, unit.id, accountId, role, role === 'administrator', context.now))) throw conflict({ key: 'account.has_role' })
  return unit
}

/** Throws unless somebody else stays administrator. The bureau is locked meanwhile, so that two who lock each other out leave one. */
export async function assertAnotherAdministrator(context: Context, accountId: string): Promise<void> {
  const bureau = (await unitsForRoles(context.tx)).find((unit) => unit.kind === 'bureau')
  if (!bureau) throw notFound()
  await repo.findLocked(context.tx, bureau.id)
  const left = (await repo.members(context.tx, bureau.id)).filter((member) => member.role === 'administrator' && member.accountId !== accountId && !member.account.disabledAt)
  if (left.length === 0) throw conflict({ key: 'account.last_administrator' })
}

/** Takes a role away. Throws when it was not held, or is the last administrator's. */
export async function takeRoleIn(context: Context, { accountId, role, unitId }: { accountId: string; role: StaffRole; unitId: string }): Promise<void> {
  if (role === 'administrator') await assertAnotherAdministrator(context, accountId)
  if ((await repo.removeMember(context.tx, unitId, accountId, role)) === 0) throw notFound()
}
