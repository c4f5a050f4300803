import { givenRoles } from '~/domain/accounts/schema'
import type { AccountRow } from '~/domain/accounts/service.server'
import { Button, DataTable, HiddenField, Link, Note, RadioGroup, SelectField, TextArea, useT } from '~/ui'
import { typed, type Returned } from '../shared/refused'

type Unit = { id: string; name: string; kind: 'bureau' | 'department' }
type Held = AccountRow['roles'][number]

const isGiven = (role: string) => givenRoles.some((given) => given === role)

/** The roles of an account; those that an administrator gave can be taken, the others belong to an organisation. */
export function HeldRoles({ account, canChange }: { account: AccountRow; canChange: boolean }) {
  const t = useT()
  if (account.roles.length === 0) return <p className="text-ink-soft">{t('account.part.roles.none')}</p>
  const action = {
    key: 'take',
    head: t('account.column.take'),
    cell: ({ role, unit, unitId }: Held) =>
      isGiven(role) ? (
        <form method="post">
          <HiddenField name="role" value={role} />
          <HiddenField name="unitId" value={unitId} />
          <Button small variant="stop" className="whitespace-nowrap" name="intent" value="take" label={`${t('account.take')} ${t(`role.${role}`)} ${unit}`}>{t('account.take')}</Button>
        </form>
      ) : (
        <Link to={`/workspace/members/${unitId}`}>{t('account.take.elsewhere')}</Link>
      ),
  }
  return (
    <DataTable
      caption={t('account.part.roles')}
      hideCaption
      rows={account.roles}
      rowKey={(held) => held.unitId + held.role}
      columns={[
        { key: 'role', head: t('account.column.role'), cell: ({ role, manager }) => `${t(`role.${role}`)}${manager && !isGiven(role) ? ` · ${t('member.manager')}` : ''}` },
        { key: 'unit', head: t('account.column.unit'), cell: ({ unit }) => unit },
        ...(canChange ? [action] : []),
      ]}
    />
  )
}

/** Gives a role that the account has not yet: of the bureau, or of one more department. */
export function GiveRole({ account, units, back }: { account: AccountRow; units: Unit[]; back: Returned | null }) {
  const t = useT()
  const has = (role: string, unitId?: string) => account.roles.some((held) => held.role === role && (unitId === undefined || held.unitId === unitId))
  const departments = units.filter((unit) => unit.kind === 'department' && !has('publisher', unit.id))
  const roles = givenRoles.filter((role) => (role === 'publisher' ? departments.length > 0 : !has(role)))
  if (roles.length === 0) return <p className="text-ink-soft">{t('account.give.all')}</p>
  return (
    <form method="post" noValidate className="max-w-measure">
      <RadioGroup name="role" label={t('account.give.role')} value={typed(back, 'role', '')} error={back?.errors.role} options={roles.map((value) => ({ value, label: t(`role.${value}`), hint: t(`account.give.${value}.hint`) }))} required />
      {departments.length > 0 && <SelectField name="unitId" label={t('account.give.unit')} hint={t('account.give.unit.hint')} value={typed(back, 'unitId', '')} error={back?.errors.unitId} options={departments.map(({ id, name }) => ({ value: id, label: name }))} />}
      <Note className="mt-3">{t('account.give.note')}</Note>
      <Button name="intent" value="give" className="mt-3">{t('account.give.action')}</Button>
    </form>
  )
}

/** Locks an account out with a reason, or lets it in again. */
export function LockAccount({ account, back }: { account: AccountRow; back: Returned | null }) {
  const t = useT()
  return (
    <form method="post" noValidate className="max-w-measure">
      <Note>{t(account.disabled ? 'account.enable.note' : 'account.disable.note')}</Note>
      {!account.disabled && <TextArea name="reason" label={t('common.reason')} hint={t('account.disable.reason.hint')} max={300} rows={3} value={typed(back, 'reason', '')} error={back?.errors.reason} required />}
      <Button variant={account.disabled ? 'plain' : 'stop'} name="intent" value={account.disabled ? 'enable' : 'disable'} className="mt-4">{t(account.disabled ? 'account.enable.action' : 'account.disable.action')}</Button>
    </form>
  )
}
