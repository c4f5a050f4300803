import type { Role } from '~/domain/kernel/actor'
import { Button, Checkbox, DataTable, ErrorSummary, HiddenField, Note, Section, StateTag, TextField, Time, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

type Member = { id: string; name: string; email: string; disabled: boolean; role: Role; manager: boolean; since: string; self: boolean }

/** Who belongs to the organisation; a manager can take each of them out. */
export function MemberTable({ members, canManage }: { members: Member[]; canManage: boolean }) {
  const t = useT()
  const removing = {
    key: 'remove',
    head: t('member.column.remove'),
    cell: (member: Member) => (
      <form method="post">
        <HiddenField name="accountId" value={member.id} />
        <Button small variant="stop" name="intent" value="remove" label={`${t('member.remove')} ${member.name}`}>{t(member.self ? 'member.leave' : 'member.remove')}</Button>
      </form>
    ),
  }
  return (
    <DataTable
      caption={t('member.title')}
      hideCaption
      rows={members}
      rowKey={(member) => member.id + member.role}
      columns={[
        { key: 'name', head: t('account.field.name'), cell: (member) => member.name },
        { key: 'email', head: t('account.field.email'), cell: (member) => member.email },
        { key: 'role', head: t('member.column.role'), cell: (member) => (member.disabled ? <StateTag tone="shut">{t('account.state.disabled')}</StateTag> : `${t(`role.${member.role}`)}${member.manager ? ` · ${t('member.manager')}` : ''}`) },
        { key: 'since', head: t('member.column.since'), cell: (member) => <Time at={new Date(member.since)} dateOnly /> },
        ...(canManage ? [removing] : []),
      ]}
    />
  )
}

/** Takes in an existing account by its address. */
export function MemberForm({ back, verified }: { back: Returned | null; verified: boolean }) {
  const t = useT()
  return (
    <Section title={t('member.add.title')} id="add">
      {verified ? (
        <form method="post" noValidate className="max-w-measure">
          <ErrorSummary errors={summary(back, { email: t('account.field.email') })} />
          <TextField name="email" type="email" label={t('account.field.email')} hint={t('member.add.hint')} value={typed(back, 'email', '')} error={back?.errors.email} inputMode="email" autoComplete="off" required />
          <Checkbox name="manager" label={t('member.add.manager')} hint={t('member.add.manager.hint')} checked={typed(back, 'manager', '') !== ''} />
          <Button name="intent" value="add" className="mt-5">{t('member.add.action')}</Button>
        </form>
      ) : (
        <Note className="mt-2">{t('member.verify_first')}</Note>
      )}
    </Section>
  )
}
