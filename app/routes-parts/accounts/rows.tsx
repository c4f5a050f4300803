import type { AccountRow } from '~/domain/accounts/service.server'
import { ResultRow, StateTag, useFormat, useT } from '~/ui'

export function AccountState({ account }: { account: Pick<AccountRow, 'disabled' | 'confirmed'> }) {
  const t = useT()
  if (account.disabled) return <StateTag tone="shut">{t('account.state.disabled')}</StateTag>
  return account.confirmed ? <StateTag tone="done">{t('account.state.active')}</StateTag> : <StateTag tone="wait">{t('account.state.unconfirmed')}</StateTag>
}

/** One account of the administrator's list: who, with which address, and what they may do. */
export function AccountListRow({ account }: { account: AccountRow }) {
  const t = useT()
  const format = useFormat()
  const profiles = [account.personNumber && t('role.researcher'), account.brokerNumber && t('role.broker')].filter(Boolean)
  const roles = [...account.roles.map(({ role, unit }) => `${t(`role.${role}`)} · ${unit}`), ...profiles]
  return (
    <ResultRow
      kind={account.email}
      to={`/bureau/accounts/${account.id}`}
      title={account.name}
      line={roles.length > 0 ? roles : [t('account.roles.empty')]}
      state={<AccountState account={account} />}
      date={t('account.since', { date: format.date(new Date(account.createdAt)) })}
    />
  )
}
