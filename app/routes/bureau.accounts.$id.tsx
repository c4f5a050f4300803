import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { disableAccount, enableAccount, giveRole, readAccount, takeRole } from '~/domain/accounts/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { bureauCrumbs } from '~/routes-parts/accounts/crumbs'
import { GiveRole, HeldRoles, LockAccount } from '~/routes-parts/accounts/manage'
import { AccountState } from '~/routes-parts/accounts/rows'
import { returned, summary } from '~/routes-parts/shared/refused'
import { ErrorSummary, Facts, Link, Notice, PageTitle, Part, Sheet, SideActions, Time, useT } from '~/ui'

export const loader = page('administrator', async ({ actor, call, params, url }) => ({ account: await readAccount(actor, { id: params.id ?? '' }, call), done: url.searchParams.get('done') }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.account.name ?? '', matches)

const steps = { give: { run: giveRole, done: 'given' }, take: { run: takeRole, done: 'taken' }, disable: { run: disableAccount, done: 'disabled' }, enable: { run: enableAccount, done: 'enabled' } } as const

export const action = acting('administrator', async ({ actor, values, intent, params, call, context }) => {
  const { run, done } = steps[stepOf(steps, intent)]
  await run(actor, { ...values, id: params.id ?? '' }, call)
  return go(context, `/bureau/accounts/${params.id}?done=${done}`)
})

export default function Account() {
  const { account, done } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const said = `account.done.${done}`
  const of = (...intents: string[]): typeof back => (back && intents.includes(back.intent) ? back : null)
  return (
    <Page current="bureau" crumbs={bureauCrumbs(t, { label: t('account.desk.title'), to: '/bureau/accounts' })}>
      <PageTitle title={account.name} sub={[<AccountState key="state" account={account} />, account.email]} />
      <ErrorSummary errors={summary(back, { role: t('account.give.role'), unitId: t('account.give.unit'), reason: t('common.reason') })} />
      {!back && isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said)}</Notice>}
      {account.own && <Notice className="mt-4" title={t('account.own.title')} actions={[{ to: '/account', label: t('account.title') }]}><p>{t('account.own.text')}</p></Notice>}
      <Sheet
        aside={
          <>
            <Facts
              items={[
                { term: t('account.fact.email'), detail: account.email },
                { term: t('account.fact.since'), detail: <Time at={new Date(account.createdAt)} dateOnly /> },
                account.personNumber ? { term: t('account.fact.person'), detail: <Link to={`/experts/${account.personNumber}`}>{account.personNumber}</Link> } : null,
                account.brokerNumber ? { term: t('account.fact.broker'), detail: <Link to={`/brokers/${account.brokerNumber}`}>{account.brokerNumber}</Link> } : null,
                account.disabledReason ? { term: t('account.fact.reason'), detail: account.disabledReason } : null,
              ]}
            />
            <SideActions links={[{ to: `/bureau/audit?entity=account&entityId=${account.id}`, label: t('account.trail') }]} />
          </>
        }
      >
        <Part title={t('account.part.roles')} id="roles">
          <HeldRoles account={account} canChange={account.can.change} />
        </Part>
        {account.can.change && <Part title={t('account.part.give')} id="give"><GiveRole account={account} units={account.units} back={of('give')} /></Part>}
        {account.can.change && <Part title={t('account.part.lock')} id="lock"><LockAccount account={account} back={of('disable', 'enable')} /></Part>}
      </Sheet>
    </Page>
  )
}
