import { contractStates, contractTypes, flows, iprKinds, natures, planSources, sources, type QueueInput } from '~/domain/contracts/schema'
import { DateField, FacetGroup, FilterDrawer, useFormat, useT, useUi, type FacetOption } from '~/ui'
import { hiddenParams } from '../shared/lists'

type Choice = { value: string; label: string }
const states = ['waiting', ...contractStates.filter((state) => state !== 'draft')] as const
const shown = ['state', 'type', 'field', 'flow', 'source', 'from', 'to', 'counted', 'pending'] as const

function useChoices(fields: Choice[], areas: Choice[]): Record<string, Choice[]> {
  const t = useT()
  return {
    state: states.map((value) => ({ value, label: t(`contract.state.${value}`) })),
    type: contractTypes.map((value) => ({ value, label: t(`contract_type.${value}`) })),
    field: fields,
    ipr: iprKinds.map((value) => ({ value, label: t(`ipr.${value}`) })),
    plan: planSources.map((value) => ({ value, label: t(`plan_source.${value}`) })),
    party: natures.map((value) => ({ value, label: t(`nature.${value}`) })),
    area: areas,
    flow: flows.map((value) => ({ value, label: t(`flow.${value}`) })),
    source: sources.map((value) => ({ value, label: t(`contract_source.${value}`) })),
  }
}

/** The filters in use, in words, also those that only a figure of the statistics sets. */
export function useChosen(filter: QueueInput, fields: Choice[], areas: Choice[]): { name: string; label: string }[] {
  const t = useT()
  const format = useFormat()
  const choices = useChoices(fields, areas)
  const chosen: { name: string; label: string }[] = []
  const add = (name: string, label: string) => chosen.push({ name, label })
  if (filter.state) add('state', choices.state?.find(({ value }) => value === filter.state)?.label ?? filter.state)
  if (filter.counted) add('counted', t('contract.queue.counted'))
  if (filter.pending) add('pending', t('contract.queue.pending'))
  if (filter.from) add('from', `${t('contract.queue.from')} ${format.date(filter.from)}`)
  if (filter.to) add('to', `${t('contract.queue.to')} ${format.date(filter.to)}`)
  for (const name of ['type', 'field', 'ipr', 'plan', 'party', 'area', 'region', 'flow', 'broker', 'source'] as const) {
    const value = filter[name]
    if (!value) continue
    const known = choices[name]?.find((choice) => choice.value === value)?.label
    add(name, known ?? t('contract.queue.key', { name: t(`statistics.group.${name}`), value: value === 'none' ? t('statistics.missing.other') : value }))
  }
  return chosen
}

/** The filters at the side of the bureau's list. */
export function QueueFilters({ filter, fields, areas, total }: { filter: QueueInput; fields: Choice[]; areas: Choice[]; total: number }) {
  const t = useT()
  const { search } = useUi()
  const choices = useChoices(fields, areas)
  const options = (name: 'state' | 'type' | 'field' | 'flow' | 'source'): FacetOption[] => (choices[name] ?? []).map((choice) => ({ ...choice, checked: filter[name] === choice.value }))
  return (
    <FilterDrawer action="/bureau/contracts" hidden={hiddenParams(search, [...shown])} clearTo="/bureau/contracts" total={total}>
      <FacetGroup legend={t('contract.queue.state')} name="state" type="radio" options={options('state')} />
      <FacetGroup legend={t('statistics.tables')} name="counted" options={[{ value: 'on', label: t('contract.queue.counted'), checked: filter.counted }]} />
      <FacetGroup legend={t('contract.field.totalAmount')} name="pending" options={[{ value: 'on', label: t('contract.queue.pending'), checked: filter.pending }]} />
      <FacetGroup legend={t('statistics.group.type')} name="type" type="radio" options={options('type')} />
      <FacetGroup legend={t('statistics.group.flow')} name="flow" type="radio" options={options('flow')} />
      <FacetGroup legend={t('statistics.group.source')} name="source" type="radio" options={options('source')} />
      <fieldset className="facet">
        <legend>{t('contract.queue.signed')}</legend>
        <DateField name="from" label={t('contract.queue.from')} kind="date" value={filter.from ?? ''} />
        <DateField name="to" label={t('contract.queue.to')} kind="date" value={filter.to ?? ''} />
      </fieldset>
      <FacetGroup legend={t('statistics.group.field')} name="field" type="radio" options={options('field')} />
    </FilterDrawer>
  )
}
