import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { contractStates } from '~/domain/contracts/schema'
import { listOwnContracts } from '~/domain/contracts/service.server'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { ContractRow } from '~/routes-parts/contracts/row'
import { withParams } from '~/routes-parts/shared/lists'
import { Button, EmptyState, PageTitle, Pagination, ResultList, Tabs, useT, useUi } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, request, t }) => ({ ...(await listOwnContracts(actor, queryValues(request.url), call)), title: t('contract.own.title') }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function OwnContracts() {
  const { rows, total, page: at, pageSize, state, mayCreate, title } = useLoaderData<typeof loader>()
  const t = useT()
  const { search } = useUi()
  const path = '/workspace/contracts'
  const tabs = [{ to: path, label: t('common.all'), current: state === null }, ...contractStates.map((value) => ({ to: `${path}?state=${value}`, label: t(`contract.state.${value}`), current: state === value }))]
  const begin = mayCreate && <Button variant="main" to={`${path}/new`}>{t('contract.own.new')}</Button>
  return (
    <Page current="contracts" crumbs={workspaceCrumbs(t)}>
      <PageTitle title={title}>{begin && <p className="mt-4">{begin}</p>}</PageTitle>
      <Tabs small label={t('contract.own.states')} items={tabs} />
      {rows.length === 0 ? (
        <EmptyState title={t(state ? 'contract.own.empty.state' : 'contract.own.empty')}>{!state && t('contract.own.empty.next')}</EmptyState>
      ) : (
        <ResultList label={title}>
          {rows.map((contract) => <ContractRow key={contract.id} contract={contract} base={path} />)}
        </ResultList>
      )}
      <Pagination page={at} pages={Math.ceil(total / pageSize)} total={total} from={(at - 1) * pageSize + 1} to={Math.min(at * pageSize, total)} hrefFor={(number) => withParams(path, search, { page: number === 1 ? null : String(number) })} />
    </Page>
  )
}
