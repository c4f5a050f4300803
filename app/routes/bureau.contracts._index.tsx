import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listContracts } from '~/domain/contracts/service.server'
import { areaChoices, termChoices } from '~/domain/district/service.server'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { QueueFilters, useChosen } from '~/routes-parts/contracts/queue'
import { ContractRow } from '~/routes-parts/contracts/row'
import { hiddenParams, withParams } from '~/routes-parts/shared/lists'
import { Chip, Chips, EmptyState, FilterOpen, Found, Keep, Link, ListBar, Note, PageTitle, Pagination, QueryField, ResultList, SortSelect, useFormat, useT, useUi } from '~/ui'

const sorts = ['due', 'signed', 'amount'] as const

export const loader = page('staff', async ({ actor, call, context, request, t }) => ({
  ...(await listContracts(actor, queryValues(request.url), call)),
  title: t('contract.queue.title'),
  fields: await termChoices('field', context.locale),
  areas: await areaChoices(context.locale),
}))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function ContractQueue() {
  const { rows, total, amount, technology, waiting, overdue, pageSize, filter, fields, areas, title } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const { search } = useUi()
  const path = '/bureau/contracts'
  const chosen = useChosen(filter, fields, areas)
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }]}>
      <PageTitle title={title} lead={t('contract.queue.lead', { waiting: format.count(waiting), overdue: format.count(overdue) })} />
      <p className="mt-3"><Link to="/bureau/contracts/import">{t('import.title')}</Link>　<Link to="/bureau/contracts/alike">{t('contract.alike.title')}</Link></p>
      <div className="mt-5">
        <QueryField small action={path} label={t('contract.queue.search')} placeholder={t('contract.queue.search')} value={filter.q} hidden={hiddenParams(search, ['q'])} />
      </div>
      <Found>
        <QueueFilters filter={filter} fields={fields} areas={areas} total={total} />
        <section id="results" aria-labelledby="results-title">
          <ListBar id="results-title" title={t('contract.queue.count', { count: format.count(total) })}>
            <FilterOpen active={chosen.length} />
            <SortSelect action={path} value={filter.sort} hidden={hiddenParams(search, ['sort'])} options={sorts.map((value) => ({ value, label: t(`contract.queue.sort.${value}`) }))} />
          </ListBar>
          <Keep links={[{ to: `/bureau/contracts.xlsx${search}`, label: '.xlsx' }, { to: `/bureau/contracts.csv${search}`, label: '.csv' }]} />
          <Note>{t('contract.queue.sums', { amount: format.amount(amount), technology: format.amount(technology) })}</Note>
          {chosen.length > 0 && (
            <Chips clearTo={path}>
              {chosen.map(({ name, label }) => <Chip key={name} to={withParams(path, search, { [name]: null })}>{label}</Chip>)}
            </Chips>
          )}
          {rows.length === 0 ? (
            <EmptyState title={t('contract.queue.empty')}>{t('contract.queue.empty.next')}</EmptyState>
          ) : (
            <ResultList label={title}>
              {rows.map((contract) => <ContractRow key={contract.id} contract={contract} base={path} />)}
            </ResultList>
          )}
          <Pagination page={filter.page} pages={Math.ceil(total / pageSize)} total={total} from={(filter.page - 1) * pageSize + 1} to={Math.min(filter.page * pageSize, total)} hrefFor={(number) => withParams(path, search, { page: number === 1 ? null : String(number) })} />
        </section>
      </Found>
    </Page>
  )
}
