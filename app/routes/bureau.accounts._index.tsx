import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { accountFilters } from '~/domain/accounts/schema'
import { searchAccounts } from '~/domain/accounts/service.server'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { titled } from '~/page'
import { bureauCrumbs } from '~/routes-parts/accounts/crumbs'
import { AccountListRow } from '~/routes-parts/accounts/rows'
import { Directory } from '~/routes-parts/people/directory'
import { useT } from '~/ui'

export const loader = page('administrator', async ({ actor, call, request, t }) => ({ ...(await searchAccounts(actor, queryValues(request.url), call)), title: t('account.desk.title') }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function Accounts() {
  const { title, rows, total, pageSize, filter } = useLoaderData<typeof loader>()
  const t = useT()
  const shown = accountFilters.flatMap((value) => (value === 'all' ? [] : [{ value, label: t(`account.show.${value}`) }]))
  return (
    <Directory
      path="/bureau/accounts"
      current="bureau"
      crumbs={bureauCrumbs(t)}
      title={title}
      count="account.desk.count"
      empty={{ title: t('account.desk.empty'), next: t('directory.empty.next') }}
      total={total}
      page={filter.page}
      pageSize={pageSize}
      q={{ value: filter.q, label: t('account.desk.q') }}
      facets={[{ name: 'show', legend: t('account.desk.show'), value: filter.show === 'all' ? null : filter.show, options: shown }]}
    >
      {rows.map((account) => <AccountListRow key={account.id} account={account} />)}
    </Directory>
  )
}
