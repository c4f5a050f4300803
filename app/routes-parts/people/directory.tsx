import type { ReactNode } from 'react'
import type { MessageKey } from '~/i18n'
import { Page } from '~/page'
import { Chip, Chips, EmptyState, FacetGroup, FilterDrawer, FilterOpen, Found, ListBar, PageTitle, Pagination, ResultList, SortSelect, Tabs, useFormat, useT, useUi, type Crumb, type NavKey } from '~/ui'
import { hiddenParams, withParams } from '../shared/lists'

export type Facet = { name: string; legend: string; value: string | null; options: { value: string; label: string }[] }

type Props = {
  path: string
  current: NavKey
  title: string
  /** A message with `{count}`. */
  count: MessageKey
  crumbs?: Crumb[]
  tabs?: ReactNode
  total: number
  page: number
  pageSize: number
  /** The words that narrow the list. */
  q: { value: string | null; label: string }
  facets: Facet[]
  sort?: { value: string; options: { value: string; label: string }[] }
  empty: { title: ReactNode; next: ReactNode }
  /** What stands beside the count, such as a button. */
  actions?: ReactNode
  children: ReactNode[]
}

/** A list with words, filters, order and pages, all of it in its address: the directories of people, results, institutes and brokers, and the bureau's lists. */
export function Directory({ path, current, title, count, crumbs, tabs, total, page, pageSize, q, facets, sort, empty, actions, children }: Props) {
  const t = useT()
  const format = useFormat()
  const { search } = useUi()
  const names = facets.map((facet) => facet.name)
  const chosen = facets.flatMap((facet) => (facet.value === null ? [] : [{ name: facet.name, label: facet.options.find((option) => option.value === facet.value)?.label ?? facet.value }]))
  if (q.value) chosen.unshift({ name: 'q', label: q.value })
  return (
    <Page current={current} crumbs={crumbs}>
      <PageTitle title={title} />
      {tabs}
      <Found>
        <FilterDrawer action={path} hidden={hiddenParams(search, [...names, 'q'])} clearTo={path} total={total}>
          <div className="facet pt-2.5 pb-3">
            <label className="field-label" htmlFor="list-q">{q.label}</label>
            <input className="input" id="list-q" name="q" type="search" defaultValue={q.value ?? ''} maxLength={40} autoComplete="off" />
          </div>
          {facets.map((facet) => (
            <FacetGroup key={facet.name} legend={facet.legend} name={facet.name} type="radio" options={facet.options.map((option) => ({ ...option, checked: option.value === facet.value }))} />
          ))}
        </FilterDrawer>
        <section id="results" aria-labelledby="results-title">
          <ListBar id="results-title" title={t(count, { count: format.count(total) })}>
            <FilterOpen active={chosen.length} />
            {sort && <SortSelect action={path} value={sort.value} options={sort.options} hidden={hiddenParams(search, ['sort'])} />}
            {actions}
          </ListBar>
          {chosen.length > 0 && (
            <Chips clearTo={path}>
              {chosen.map(({ name, label }) => (
                <Chip key={name} to={withParams(path, search, { [name]: null })}>
                  {label}
                </Chip>
              ))}
            </Chips>
          )}
          {children.length === 0 ? <EmptyState title={empty.title}>{empty.next}</EmptyState> : <ResultList>{children}</ResultList>}
          <Pagination page={page} pages={Math.ceil(total / pageSize)} total={total} from={(page - 1) * pageSize + 1} to={Math.min(page * pageSize, total)} hrefFor={(number) => withParams(path, search, { page: number === 1 ? null : String(number) })} />
        </section>
      </Found>
    </Page>
  )
}

const directories = ['achievements', 'experts', 'institutes', 'brokers'] as const

/** The four public directories beside each other. */
export function DirectoryTabs({ at }: { at: (typeof directories)[number] }) {
  const t = useT()
  return <Tabs label={t('directory.tabs')} items={directories.map((name) => ({ to: `/${name}`, label: t(`directory.${name}`), current: name === at }))} />
}
