import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { areaChoices, termChoices } from '~/domain/district/service.server'
import { listScenarios } from '~/domain/scenarios/read.server'
import { opportunityKinds } from '~/domain/scenarios/schema'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { hiddenParams, withParams } from '~/routes-parts/shared/lists'
import { ScenarioRow } from '~/routes-parts/scenarios/row'
import { Chip, Chips, EmptyState, FacetGroup, FilterDrawer, FilterOpen, Found, ListBar, PageTitle, Pagination, ResultList, SortSelect, useFormat, useT, useUi } from '~/ui'

const sorts = ['posted', 'closes', 'serial'] as const
const filters = ['status', 'theme', 'field', 'area', 'kind', 'year', 'batch'] as const

export const loader = page('public', async ({ actor, call, context, request, t }) => {
  const list = await listScenarios(actor, queryValues(request.url), call)
  return { ...list, title: t('scenario.list.title'), themes: await termChoices('theme', context.locale), fields: await termChoices('field', context.locale), areas: await areaChoices(context.locale) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function ScenarioList() {
  const { rows, total, pageSize, filter, themes, fields, areas } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const { search } = useUi()
  const choices = {
    status: (['open', 'upcoming', 'closed'] as const).map((value) => ({ value, label: t(`scenario.window.${value}`) })),
    theme: themes,
    field: fields,
    area: areas,
    kind: opportunityKinds.map((value) => ({ value, label: t(`opportunity.${value}`) })),
  }
  const chosen = filters.flatMap((name) => {
    const value = filter[name] === null ? '' : String(filter[name])
    if (!value) return []
    const list = name in choices ? choices[name as keyof typeof choices] : []
    return [{ name, label: list.find((choice) => choice.value === value)?.label ?? (name === 'batch' ? t('scenario.batch.n', { batch: value }) : value) }]
  })
  const hidden = hiddenParams(search, ['sort'])
  return (
    <Page current="scenarios">
      <PageTitle title={t('scenario.list.title')} />
      <Found>
        <FilterDrawer action="/scenarios" hidden={hiddenParams(search, [...filters])} clearTo="/scenarios" total={total}>
          <FacetGroup legend={t('scenario.fact.window')} name="status" type="radio" options={choices.status.map((choice) => ({ ...choice, checked: filter.status === choice.value }))} />
          <FacetGroup legend={t('scenario.field.theme')} name="theme" type="radio" options={choices.theme.map((choice) => ({ ...choice, checked: filter.theme === choice.value }))} />
          <FacetGroup legend={t('scenario.field.field')} name="field" type="radio" options={choices.field.map((choice) => ({ ...choice, checked: filter.field === choice.value }))} />
          <FacetGroup legend={t('scenario.field.areaKey')} name="area" type="radio" options={choices.area.slice(0, 7).map((choice) => ({ ...choice, checked: filter.area === choice.value }))} />
          <FacetGroup legend={t('scenario.field.kind')} name="kind" type="radio" options={choices.kind.map((choice) => ({ ...choice, checked: filter.kind === choice.value }))} />
        </FilterDrawer>
        <section id="results" aria-labelledby="results-title">
          <ListBar id="results-title" title={t('scenario.list.count', { count: format.count(total) })}>
            <FilterOpen active={chosen.length} />
            <SortSelect action="/scenarios" value={filter.sort} hidden={hidden} options={sorts.map((value) => ({ value, label: t(`scenario.sort.${value}`) }))} />
          </ListBar>
          {chosen.length > 0 && (
            <Chips clearTo="/scenarios">
              {chosen.map(({ name, label }) => (
                <Chip key={name} to={withParams('/scenarios', search, { [name]: null })}>
                  {label}
                </Chip>
              ))}
            </Chips>
          )}
          {rows.length === 0 ? (
            <EmptyState title={t('scenario.list.empty')}>{t('scenario.list.empty.next')}</EmptyState>
          ) : (
            <ResultList>
              {rows.map((scenario) => (
                <ScenarioRow key={scenario.id} scenario={scenario} />
              ))}
            </ResultList>
          )}
          <Pagination page={filter.page} pages={Math.ceil(total / pageSize)} total={total} from={(filter.page - 1) * pageSize + 1} to={Math.min(filter.page * pageSize, total)} hrefFor={(number) => withParams('/scenarios', search, { page: number === 1 ? null : String(number) })} />
        </section>
      </Found>
    </Page>
  )
}
