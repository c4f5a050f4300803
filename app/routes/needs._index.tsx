import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listNeeds } from '~/domain/needs/service.server'
import { cooperationModes, filterStatuses, needSelections } from '~/domain/needs/schema'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { NeedRow } from '~/routes-parts/needs/row'
import { hiddenParams, withParams } from '~/routes-parts/shared/lists'
import { Button, Chip, Chips, EmptyState, FacetGroup, FilterDrawer, FilterOpen, Found, ListBar, Notice, PageTitle, Pagination, ResultList, SortSelect, useFormat, useT, useUi } from '~/ui'

export const loader = page('public', async ({ actor, call, context, t }) => ({ title: t('need.list.title'), ...(await listNeeds(actor, { search: context.search }, call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const own = ['status', 'field', 'area', 'mode', 'selection', 'funding']
const buckets = ['lt50', '50-200', 'gt200', 'negotiable'] as const
const sorts = ['posted', 'closes', 'funding'] as const

export default function NeedList() {
  const { rows, total, pages, filter, ignored, choices, title } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const { search } = useUi()
  const groups = [
    { name: 'status', options: filterStatuses.map((value) => ({ value, label: t(`need.status.${value}`), count: undefined })), chosen: filter.status as string[] },
    { name: 'field', options: choices.field, chosen: filter.field },
    { name: 'area', options: choices.area.filter(({ count }) => count > 0).slice(0, 8), chosen: filter.area },
    { name: 'mode', options: cooperationModes.map((value) => ({ value, label: t(`mode.${value}`), count: undefined })), chosen: filter.mode },
    { name: 'selection', options: needSelections.map((value) => ({ value, label: t(`selection.${value}`), count: undefined })), chosen: filter.selection },
    { name: 'funding', options: buckets.map((value) => ({ value, label: t(`need.bucket.${value}`), count: undefined })), chosen: filter.funding as string[] },
  ] as const
  const chips = groups.flatMap(({ name, options, chosen }) => chosen.map((value) => ({ name, value, label: options.find((option) => option.value === value)?.label ?? value })))
  const names = Object.fromEntries(choices.field.map(({ value, label }) => [value, label]))
  const without = (name: string, value: string) => {
    const kept = new URLSearchParams([...new URLSearchParams(search)].filter(([key, given]) => !(key === name && given === value) && key !== 'page')).toString()
    return kept ? `/needs?${kept}` : '/needs'
  }
  return (
    <Page current="needs">
      <PageTitle title={title}>
        <p className="mt-4"><Button to="/workspace/needs/new">{t('need.list.post')}</Button></p>
      </PageTitle>
      <Found>
        <FilterDrawer action="/needs" hidden={hiddenParams(search, own)} clearTo="/needs" total={total}>
          {groups.map(({ name, options, chosen }) => (
            <FacetGroup key={name} legend={t(`need.filter.${name}`)} name={name} options={options.map((option) => ({ ...option, checked: chosen.includes(option.value) }))} />
          ))}
        </FilterDrawer>
        <section id="results" aria-labelledby="results-title">
          <ListBar id="results-title" title={t('need.list.count', { count: format.count(total) })}>
            <FilterOpen active={chips.length} />
            <SortSelect action="/needs" value={filter.sort} hidden={hiddenParams(search, ['sort'])} options={sorts.map((value) => ({ value, label: t(`need.sort.${value}`) }))} />
          </ListBar>
          {chips.length > 0 && (
            <Chips clearTo="/needs">
              {chips.map(({ name, value, label }) => (
                <Chip key={name + value} to={without(name, value)}>{label}</Chip>
              ))}
            </Chips>
          )}
          {ignored.length > 0 && <Notice role="status">{t('need.list.ignored', { list: ignored.map(({ param, value }) => `${param}=${value}`).join('，').slice(0, 300) })}</Notice>}
          {rows.length === 0 ? <EmptyState title={t('need.list.empty')}>{t('need.list.empty.next')}</EmptyState> : (
            <ResultList>
              {rows.map((need) => (
                <NeedRow key={need.id} need={need} fields={names} />
              ))}
            </ResultList>
          )}
          <Pagination page={filter.page} pages={pages} total={total} from={(filter.page - 1) * 20 + 1} to={Math.min(filter.page * 20, total)} hrefFor={(number) => withParams('/needs', search, { page: number === 1 ? null : String(number) })} />
        </section>
      </Found>
    </Page>
  )
}
