import { brokerFilters, candidateKinds, matchStates, type QueueInput } from '~/domain/matching/schema'
import { Button, ErrorSummary, FacetGroup, FilterDrawer, HiddenField, TextArea, TextField, useT, useUi, type FacetOption } from '~/ui'
import { hiddenParams } from '../shared/lists'
import { summary, typed, type Returned } from '../shared/refused'
import { kindOf } from './rows'

type Choice = { value: string; label: string }
const path = '/bureau/matches'
const scores = ['60', '70', '75', '80', '85'] as const
const shown = ['state', 'kind', 'field', 'target', 'from', 'broker', 'pinned'] as const

function useChoices(fields: Choice[]) {
  const t = useT()
  return {
    state: matchStates.map((value) => ({ value, label: t(`match.state.${value}`) })),
    kind: candidateKinds.map((value) => ({ value, label: t(`kind.${kindOf[value]}`) })),
    from: scores.map((value) => ({ value, label: t('match.queue.from', { score: value }) })),
    broker: brokerFilters.map((value) => ({ value, label: t(`match.queue.broker.${value}`) })),
    pinned: [{ value: 'on', label: t('match.queue.pinned') }],
    field: fields,
  }
}

const chosenValue = (filter: QueueInput, name: (typeof shown)[number]) => (name === 'pinned' ? (filter.pinned ? 'on' : null) : filter[name] === null ? null : String(filter[name]))

/** The filters in use, in words. */
export function useChosen(filter: QueueInput, fields: Choice[]): { name: string; label: string }[] {
  const t = useT()
  const choices: Record<string, Choice[]> = useChoices(fields)
  return shown.flatMap((name) => {
    const value = chosenValue(filter, name)
    if (value === null) return []
    const label = choices[name]?.find((choice) => choice.value === value)?.label
    return [{ name, label: label ?? (name === 'target' ? t('match.queue.of', { number: value }) : name === 'from' ? t('match.queue.from', { score: value }) : value) }]
  })
}

/** The filters at the side of the bureau's list of pairs. */
export function QueueFilters({ filter, fields, total }: { filter: QueueInput; fields: Choice[]; total: number }) {
  const t = useT()
  const { search } = useUi()
  const choices = useChoices(fields)
  const options = (name: keyof typeof choices): FacetOption[] => choices[name].map((choice) => ({ ...choice, checked: chosenValue(filter, name) === choice.value }))
  return (
    <FilterDrawer action={path} hidden={hiddenParams(search, [...shown])} clearTo={path} total={total}>
      <FacetGroup legend={t('match.fact.state')} name="state" type="radio" options={options('state')} />
      <FacetGroup legend={t('match.queue.kind')} name="kind" type="radio" options={options('kind')} />
      <FacetGroup legend={t('match.queue.score')} name="from" type="radio" options={options('from')} />
      <FacetGroup legend={t('match.broker.label')} name="broker" type="radio" options={options('broker')} />
      <FacetGroup legend={t('match.pin.title')} name="pinned" options={options('pinned')} />
      <fieldset className="facet">
        <legend>{t('match.queue.target')}</legend>
        <TextField name="target" label={t('match.queue.number')} value={filter.target ?? ''} />
      </fieldset>
      <FacetGroup legend={t('match.part.field')} name="field" type="radio" options={options('field')} />
    </FilterDrawer>
  )
}

/** Decides the pairs that are ticked in the list, in one go. */
export function DecideTicked({ back }: { back: Returned | null }) {
  const t = useT()
  return (
    <section className="mt-6 border-t border-rule pt-4" aria-labelledby="ticked-title">
      <h2 id="ticked-title">{t('match.many.title')}</h2>
      <ErrorSummary errors={summary(back, { ids: t('match.many.tick'), reason: t('common.reason') }, { ids: 'tick-0' })} />
      <HiddenField name="many" value="on" />
      <div className="mt-3"><Button variant="main" name="intent" value="accept">{t('match.many.accept')}</Button></div>
      <div className="max-w-measure">
        <TextArea name="reason" label={t('match.many.reason')} rows={2} max={300} error={back?.errors.reason} value={typed(back, 'reason', '')} />
        <Button variant="stop" name="intent" value="exclude" className="mt-3">{t('match.many.exclude')}</Button>
      </div>
    </section>
  )
}
