import type { Suspect } from '~/domain/contracts/read.server'
import { iprKinds, newContractKinds, paymentMethods, planSources, sources } from '~/domain/contracts/schema'
import type { MessageKey } from '~/i18n'
import { Button, Checkbox, DateField, Duo, ErrorSummary, FormEnd, FormSection, FormSheet, HiddenField, MoneyField, RadioGroup, SelectField, SheetAside, TextArea, TextField, useT, type Option } from '~/ui'
import type { Returned } from '../shared/refused'
import { Duplicates } from './duplicates'
import { PartyFields, type Found } from './party'
import { ContractSums, type ReviewSettings } from './sums'
import { errorList, textAt, type FormValues } from './values'

export type FormChoices = { fields: Option[]; objectives: Option[]; industries: Option[] }
/** What the form came from, shown instead of numbers to type. */
export type FormOrigin = { source: 'need' | 'scenario'; title: string; number: string | null; broker: string | null } | null
type Props = { values: FormValues; back: Returned | null; found: Found; choices: FormChoices; origin: FormOrigin; settings: ReviewSettings; suspects?: Suspect[]; correcting?: boolean }

const labelled = ['projectName', 'kind', 'field', 'ipr', 'plan', 'objective', 'buyerIndustry', 'totalAmount', 'equipmentAmount', 'materialAmount', 'technologyAmount', 'pending', 'paymentMethod', 'signedOn', 'beginsOn', 'endsOn', 'related', 'source', 'needNumber', 'scenarioSerial', 'brokerNumber', 'brokerReason'] as const
const partyParts = ['name', 'creditCode', 'nature', 'regionCode', 'address', 'representative', 'contactName', 'contactPhone'] as const

/** The words for the error summary, in the order of the form. */
function useLabels(): Record<string, string> {
  const t = useT()
  const own = labelled.map((name) => [name, t(`contract.field.${name}` as MessageKey)])
  const parties = (['seller', 'buyer'] as const).flatMap((side) => partyParts.map((name) => [`${side}.${name}`, `${t(`contract.side.${side}`)} ${t(`contract.party.${name}`)}`]))
  return Object.fromEntries([...own.slice(0, 5), ...parties, ...own.slice(5)])
}

/** The contract form: one column in five short sections, the sums beside it. Without a script each step is a button. */
export function ContractForm({ values, back, found, choices, origin, settings, suspects = [], correcting }: Props) {
  const t = useT()
  const labels = useLabels()
  const errors = back?.errors ?? {}
  const of = (name: (typeof labelled)[number]) => ({ name, label: labels[name] ?? name, error: errors[name], value: textAt(values, name) })
  const linked = textAt(values, 'applicationId') || textAt(values, 'matchId')
  const kinds = textAt(values, 'kind').startsWith('service_') ? [...newContractKinds, textAt(values, 'kind') as 'service_training'] : newContractKinds
  return (
    <form method="post" noValidate>
      {/* Enter in any field works the sums out; it never reports anything. */}
      <button className="hidden" name="intent" value="sums" />
      {(['draftId', 'version', 'applicationId', 'matchId'] as const).map((name) => textAt(values, name) && <HiddenField key={name} name={name} value={textAt(values, name)} />)}
      <FormSheet>
        <ErrorSummary errors={errorList(back, labels)} />
        <FormSection number={1} id="contract" title={t('contract.form.contract')}>
          <TextField {...of('projectName')} hint={t('contract.field.projectName.hint')} required />
          <RadioGroup {...of('kind')} columns={2} options={kinds.map((value) => ({ value, label: t(`contract_kind.${value}`) }))} required />
          <Duo>
            <SelectField {...of('field')} options={choices.fields} required />
            <SelectField {...of('ipr')} options={iprKinds.map((value) => ({ value, label: t(`ipr.${value}`) }))} required />
          </Duo>
          <Duo>
            <SelectField {...of('plan')} options={planSources.map((value) => ({ value, label: t(`plan_source.${value}`) }))} required />
            <SelectField {...of('objective')} options={choices.objectives} optional />
          </Duo>
        </FormSection>
        <FormSection number={2} id="parties" title={t('contract.form.parties')}>
          <PartyFields side="seller" values={values} errors={errors} found={found} />
          <PartyFields side="buyer" values={values} errors={errors} found={found} />
          <SelectField {...of('buyerIndustry')} options={choices.industries} optional />
          <RadioGroup name="related" label={labels.related} columns={2} value={textAt(values, 'related')} options={[{ value: '', label: t('contract.field.related.no') }, { value: 'true', label: t('contract.field.related.yes') }]} />
        </FormSection>
        <FormSection number={3} id="amounts" title={t('contract.form.amounts')}>
          <MoneyField {...of('totalAmount')} />
          <Checkbox name="pending" label={labels.pending} hint={t('contract.field.pending.hint')} checked={textAt(values, 'pending') !== ''} error={errors.pending} />
          <MoneyField {...of('equipmentAmount')} />
          <MoneyField {...of('materialAmount')} />
          <MoneyField {...of('technologyAmount')} hint={t('contract.field.technologyAmount.hint')} />
          <Button className="mt-4" name="intent" value="sums" formAction="#amounts" formNoValidate>{t('contract.form.sums.again')}</Button>
          <RadioGroup {...of('paymentMethod')} columns={2} options={paymentMethods.map((value) => ({ value, label: t(`payment.${value}`) }))} required />
        </FormSection>
        <SheetAside label={t('contract.sums.title')} stick>
          <ContractSums values={values} settings={settings} />
          <Duplicates suspects={suspects} base="/workspace/contracts" />
        </SheetAside>
        <FormSection number={4} id="time" title={t('contract.form.time')}>
          <DateField {...of('signedOn')} required />
          <Duo>
            <DateField {...of('beginsOn')} optional />
            <DateField {...of('endsOn')} optional />
          </Duo>
        </FormSection>
        <FormSection number={5} id="origin" title={t('contract.form.origin')}>
          <RadioGroup {...of('source')} options={sourceOptions(t, origin, Boolean(linked))} required />
          {!linked && (
            <Duo>
              <TextField {...of('needNumber')} optional />
              <TextField {...of('scenarioSerial')} optional />
            </Duo>
          )}
          <TextField {...of('brokerNumber')} hint={t('contract.field.brokerNumber.hint')} half optional />
          {(values.brokerNumber || back?.errors.brokerReason) && <TextArea {...of('brokerReason')} hint={t('contract.field.brokerReason.hint')} rows={2} max={300} optional />}
        </FormSection>
        <FormEnd note={t('contract.form.end')}>
          <Button variant="main" name="intent" value="check" formAction="#main">{t('contract.form.check')}</Button>
          <Button name="intent" value="draft" formAction="#main">{t(correcting ? 'common.save' : 'common.save_draft')}</Button>
        </FormEnd>
      </FormSheet>
    </form>
  )
}

function sourceOptions(t: ReturnType<typeof useT>, origin: FormOrigin, linked: boolean) {
  const offered = linked && origin ? sources.filter((value) => value === origin.source || value === 'outside') : sources
  return offered.map((value) => {
    const known = origin?.source === value ? origin : null
    const hint = known ? [known.number, known.title, known.broker].filter(Boolean).join('　') : undefined
    return { value, label: t(`contract_source.${value}`), hint }
  })
}
