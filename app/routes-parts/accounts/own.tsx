import { givenRoles } from '~/domain/accounts/schema'
import type { Role } from '~/domain/kernel/actor'
import { locales } from '~/i18n'
import { Button, DataTable, ErrorSummary, HiddenField, Link, Note, RadioGroup, Section, StateTag, TextField, Time, useFormat, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

type Account = { name: string; locale: string; version: number; roles: { role: Role; unit: string; unitId: string; manager: boolean }[]; personNumber: string | null; brokerNumber: string | null }

/** Name and the language of mails. */
export function OwnProfile({ account, back }: { account: Account; back: Returned | null }) {
  const t = useT()
  const labels = { name: t('account.field.name'), locale: t('account.field.locale') }
  return (
    <Section title={t('account.profile')} id="profile">
      <form method="post" noValidate className="max-w-measure">
        <ErrorSummary errors={summary(back, labels)} />
        <HiddenField name="version" value={String(account.version)} />
        <TextField name="name" label={labels.name} hint={t('account.field.name.hint')} value={typed(back, 'name', account.name)} error={back?.errors.name} autoComplete="name" required />
        <RadioGroup name="locale" label={labels.locale} value={typed(back, 'locale', account.locale)} options={locales.map((value) => ({ value, label: t(`locale.${value}`) }))} columns={2} />
        <Button name="intent" value="profile" className="mt-5">{t('common.save')}</Button>
      </form>
    </Section>
  )
}

/** The searches that the account keeps are on a page of their own. */
export function OwnSearches() {
  const t = useT()
  return (
    <Section title={t('saved.title')} id="searches">
      <p className="mt-2">{t('saved.note')} <Link to="/account/searches">{t('saved.open_list')}</Link></p>
    </Section>
  )
}

/** What the account may do, and where that comes from. */
export function OwnRoles({ account }: { account: Account }) {
  const t = useT()
  return (
    <Section title={t('account.roles')} id="roles">
      <ul className="mt-2">
        {account.roles.map(({ role, unit, unitId, manager }) => (
          <li key={unitId + role} className="py-1">
            <Link to={`/workspace/organisation/${unitId}`}>{unit}</Link> · {t(`role.${role}`)}
            {manager && !givenRoles.some((given) => given === role) && <> · {t('member.manager')}</>}
          </li>
        ))}
        {account.personNumber && <li className="py-1"><Link to="/workspace/profile">{t('role.researcher')} {account.personNumber}</Link></li>}
        {account.brokerNumber && <li className="py-1"><Link to="/workspace/broker">{t('role.broker')} {account.brokerNumber}</Link></li>}
      </ul>
      {account.roles.length === 0 && !account.personNumber && !account.brokerNumber && <p className="mt-2">{t('account.roles.none')} <Link to="/workspace">{t('account.roles.choose')}</Link></p>}
    </Section>
  )
}

export function OwnPassword({ back }: { back: Returned | null }) {
  const t = useT()
  const labels = { current: t('account.field.current_password'), password: t('account.field.new_password') }
  return (
    <Section title={t('account.password')} id="password">
      <form method="post" noValidate className="max-w-measure">
        <ErrorSummary errors={summary(back, labels)} />
        <TextField name="current" type="password" label={labels.current} error={back?.errors.current} autoComplete="current-password" required />
        <TextField name="password" type="password" label={labels.password} hint={t('password.hint')} error={back?.errors.password} autoComplete="new-password" required />
        <Note className="mt-3">{t('account.password.note')}</Note>
        <Button name="intent" value="password" className="mt-3">{t('account.password.action')}</Button>
      </form>
    </Section>
  )
}

type SessionRow = { id: string; current: boolean; userAgent: string | null; since: string; seenAt: string; until: string }

/** Which browser and system a session came from, as far as it told. */
function device(userAgent: string | null): string {
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => userAgent?.includes(name))
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux'].find((name) => userAgent?.includes(name))
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(' · ') || (userAgent ?? '').slice(0, 40) || '—'
}

/** Where the account is signed in; each can be ended, and all at once. */
export function OwnSessions({ sessions, back }: { sessions: SessionRow[]; back: Returned | null }) {
  const t = useT()
  const format = useFormat()
  return (
    <Section title={t('account.sessions')} id="sessions">
      {back && <ErrorSummary errors={summary(back, {})} />}
      <div className="mt-3"><DataTable
        caption={t('account.sessions')}
        hideCaption
        rows={sessions}
        rowKey={(row) => row.id}
        columns={[
          { key: 'device', head: t('account.sessions.device'), cell: (row) => device(row.userAgent) },
          { key: 'since', head: t('account.sessions.since'), cell: (row) => <Time at={new Date(row.since)} /> },
          { key: 'seen', head: t('account.sessions.seen'), cell: (row) => format.dateTime(new Date(row.seenAt)) },
          {
            key: 'end',
            head: t('account.sessions.state'),
            cell: (row) =>
              row.current ? (
                <StateTag tone="open">{t('account.sessions.current')}</StateTag>
              ) : (
                <form method="post">
                  <HiddenField name="session" value={row.id} />
                  <Button small name="intent" value="end-session" label={`${t('account.sessions.end')} ${device(row.userAgent)}`}>{t('account.sessions.end')}</Button>
                </form>
              ),
          },
        ]}
      /></div>
      <form method="post" className="mt-5">
        <Button variant="stop" name="intent" value="sign-out-everywhere">{t('account.sessions.end_all')}</Button>
      </form>
    </Section>
  )
}
