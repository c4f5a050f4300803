import { cooperationModes, fundingKinds, iprOwnerships, maxCriteria, maxIndicators, needSelections, needSources, textLimit } from '~/domain/needs/schema'
import type { MessageKey } from '~/i18n'
import { Button, Checkbox, CheckboxGroup, DateField, Duo, ErrorSummary, FormEnd, FormSection, HiddenField, MoneyField, Note, RadioGroup, SelectField, TextArea, TextField, useT, type Option } from '~/ui'
import { summary, typed, typedList, type Returned } from '../shared/refused'
import { RowsField } from './rows-field'

export type NeedFormValues = { texts: Record<string, string>; modes: string[]; indicatorRows: Record<string, string>[]; criteria: Record<string, string>[] }
export type NeedChoices = { organisations: Option[]; fields: Option[]; areas: Option[]; industries: Option[]; disciplines: Option[] }
type Props = { stored: NeedFormValues; choices: NeedChoices; back: Returned | null; version?: number; published?: boolean }

const names = ['organisationId', 'title', 'problem', 'indicators', 'indicatorRows', 'goal', 'basis', 'keywords', 'field', 'industry', 'discipline', 'areaKey', 'source', 'fundingKind', 'fundingMin', 'fundingMax', 'startsOn', 'endsOn', 'deadline', 'modes', 'preferredPartners', 'conditions', 'selection', 'teams', 'lumpSum', 'criteria', 'ipr', 'contactName', 'contactPhone', 'confidentialSummary', 'confidentialText'] as const

/** The form of a need in five short sections; a draft may leave nearly everything for later. */
export function NeedForm({ stored, choices, back, version, published }: Props) {
  const t = useT()
  const labels = Object.fromEntries(names.map((name) => [name, t(`need.field.${name}` as MessageKey)]))
  for (const [rows, one, keys, most] of [['indicatorRows', 'indicator', ['name', 'current', 'required', 'verification'], maxIndicators], ['criteria', 'criterion', ['name', 'description', 'weight'], maxCriteria]] as const)
    for (let row = 0; row < most; row++) for (const key of keys) labels[`${rows}.${row}.${key}`] = t('need.form.cell', { rows: labels[rows] ?? '', row: row + 1, column: t(`need.field.${one}.${key}` as MessageKey) })
  const of = (name: (typeof names)[number]) => ({ name, label: labels[name] ?? name, error: back?.errors[name], value: typed(back, name, stored.texts[name]) })
  const hint = (name: string) => t(`need.field.${name}.hint` as MessageKey)
  return (
    <form method="post" noValidate>
      <ErrorSummary errors={summary(back, labels)} />
      {version !== undefined && <HiddenField name="version" value={String(version)} />}
      <FormSection number={1} id="what" title={t('need.form.what')}>
        {version === undefined && (choices.organisations.length === 1 ? <HiddenField name="organisationId" value={choices.organisations[0]?.value ?? ''} /> : <SelectField {...of('organisationId')} options={choices.organisations} required />)}
        <TextField {...of('title')} hint={hint('title')} required />
        <TextArea {...of('problem')} max={textLimit} hint={hint('problem')} rows={6} />
        <TextArea {...of('indicators')} max={textLimit} hint={hint('indicators')} rows={4} />
        <RowsField name="indicatorRows" legend={labels.indicatorRows ?? ''} hint={hint('indicatorRows')} columns={['name', 'current', 'required', 'verification'].map((key) => ({ key, label: t(`need.field.indicator.${key}` as MessageKey) }))} count={Math.min(maxIndicators, Math.max(4, stored.indicatorRows.length + 1))} stored={stored.indicatorRows} back={back} />
        <TextArea {...of('goal')} max={textLimit} hint={hint('goal')} rows={4} />
      </FormSection>
      <FormSection number={2} id="basis" title={t('need.form.basis')}>
        <TextArea {...of('basis')} max={textLimit} hint={hint('basis')} rows={3} optional />
        <TextField {...of('keywords')} hint={hint('keywords')} />
        <SelectField {...of('field')} options={choices.fields} />
        <Duo>
          <SelectField {...of('industry')} options={choices.industries} optional />
          <SelectField {...of('discipline')} options={choices.disciplines} optional />
        </Duo>
        <Duo>
          <SelectField {...of('areaKey')} options={choices.areas} optional />
          <SelectField {...of('source')} options={needSources.map((value) => ({ value, label: t(`need.source.${value}`) }))} />
        </Duo>
      </FormSection>
      <FormSection number={3} id="money" title={t('need.form.money')}>
        <RadioGroup {...of('fundingKind')} columns={2} options={fundingKinds.map((value) => ({ value, label: t(`need.funding.${value}`) }))} />
        <Duo>
          <MoneyField {...of('fundingMin')} unit={t('need.form.unit')} />
          <MoneyField {...of('fundingMax')} unit={t('need.form.unit')} />
        </Duo>
        <Duo>
          <DateField {...of('startsOn')} example="2026-12-01" />
          <DateField {...of('endsOn')} example="2027-11-30" />
        </Duo>
        <DateField {...of('deadline')} kind="datetime" hint={hint('deadline')} />
      </FormSection>
      <FormSection number={4} id="choose" title={t('need.form.choose')}>
        <CheckboxGroup name="modes" label={labels.modes} columns={2} error={back?.errors.modes} value={typedList(back, 'modes', stored.modes)} options={cooperationModes.map((value) => ({ value, label: t(`mode.${value}`) }))} />
        <TextField {...of('preferredPartners')} optional />
        <TextArea {...of('conditions')} hint={hint('conditions')} rows={3} optional />
        <RadioGroup {...of('selection')} options={needSelections.map((value) => ({ value, label: t(`selection.${value}`), hint: t(`need.field.selection.${value}.hint`) }))} />
        <TextField {...of('teams')} hint={hint('teams')} inputMode="numeric" half />
        <Checkbox name="lumpSum" label={labels.lumpSum} hint={hint('lumpSum')} checked={typed(back, 'lumpSum', stored.texts.lumpSum) !== ''} />
        <RowsField name="criteria" legend={labels.criteria ?? ''} hint={hint('criteria')} columns={['name', 'description', 'weight'].map((key) => ({ key, label: t(`need.field.criterion.${key}` as MessageKey), figures: key === 'weight' }))} count={Math.min(maxCriteria, Math.max(4, stored.criteria.length + 1))} stored={stored.criteria} back={back} />
        <SelectField {...of('ipr')} options={iprOwnerships.map((value) => ({ value, label: t(`need.ipr.${value}`) }))} />
      </FormSection>
      <FormSection number={5} id="contact" title={t('need.form.contact')}>
        <Duo>
          <TextField {...of('contactName')} hint={t('need.field.contact.hint')} />
          <TextField {...of('contactPhone')} inputMode="tel" />
        </Duo>
        <TextField {...of('confidentialSummary')} hint={hint('confidentialSummary')} optional />
        <TextArea {...of('confidentialText')} hint={hint('confidentialText')} rows={5} optional />
      </FormSection>
      <FormEnd>
        {published ? <><HiddenField name="published" value="on" /><Button variant="main" name="intent" value="save">{t('need.form.save')}</Button></> : (
          <>
            <Button variant="main" name="intent" value="check">{t('need.form.check')}</Button>
            <Button name="intent" value="save">{t('need.form.draft')}</Button>
          </>
        )}
        <Note>{t(published ? 'need.form.note.published' : 'need.form.note')}</Note>
      </FormEnd>
    </form>
  )
}
