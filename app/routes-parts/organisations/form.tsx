import { natures, openKinds, scales } from '~/domain/organisations/schema'
import type { MessageKey } from '~/i18n'
import { Button, CheckboxGroup, Duo, ErrorSummary, FormEnd, FormSection, HiddenField, RadioGroup, SelectField, TextArea, TextField, useT, type Option } from '~/ui'
import { summary, typed, typedList, type Returned } from '../shared/refused'

export type OrganisationChoices = { areas: Option[]; fields: Option[]; regions: Option[] }
export type OrganisationTexts = { texts: Record<string, string>; fields: string[] }
type Props = { stored: OrganisationTexts; choices: OrganisationChoices; back: Returned | null; version?: number; withKind?: boolean; note?: string }

const names = ['kind', 'name', 'shortName', 'creditCode', 'nature', 'scale', 'regionCode', 'areaKey', 'address', 'summary', 'fields', 'website', 'contactName', 'contactPhone'] as const

/** The form of an organisation: who it is, where, what it does, whom to call. */
export function OrganisationForm({ stored, choices, back, version, withKind, note }: Props) {
  const t = useT()
  const labels = Object.fromEntries(names.map((name) => [name, t(`organisation.field.${name}` as MessageKey)]))
  const of = (name: (typeof names)[number]) => ({ name, label: labels[name] ?? name, error: back?.errors[name], value: typed(back, name, stored.texts[name]) })
  return (
    <form method="post" noValidate>
      <ErrorSummary errors={summary(back, labels)} />
      {version !== undefined && <HiddenField name="version" value={String(version)} />}
      <FormSection number={1} id="who" title={t('organisation.form.who')}>
        {withKind && <RadioGroup {...of('kind')} options={openKinds.map((value) => ({ value, label: t(`organisation.kind.${value}`), hint: t(`organisation.kind.${value}.hint`) }))} required />}
        <TextField {...of('name')} hint={t('organisation.field.name.hint')} autoComplete="organization" required />
        <TextField {...of('creditCode')} hint={t('organisation.field.creditCode.hint')} spellCheck={false} autoComplete="off" half required />
        <TextField {...of('shortName')} half optional />
        <Duo>
          <SelectField {...of('nature')} options={natures.map((value) => ({ value, label: t(`nature.${value}`) }))} required />
          <SelectField {...of('scale')} options={scales.map((value) => ({ value, label: t(`scale.${value}`) }))} optional />
        </Duo>
      </FormSection>
      <FormSection number={2} id="where" title={t('organisation.form.where')}>
        <TextField {...of('regionCode')} hint={t('organisation.field.regionCode.hint')} list="regions" half required />
        <datalist id="regions">
          {choices.regions.map((region) => (
            <option key={region.value} value={region.value}>
              {region.label}
            </option>
          ))}
        </datalist>
        <SelectField {...of('areaKey')} hint={t('organisation.field.areaKey.hint')} options={choices.areas} half optional />
        <TextField {...of('address')} autoComplete="street-address" optional />
      </FormSection>
      <FormSection number={3} id="what" title={t('organisation.form.what')}>
        <TextArea {...of('summary')} max={1000} rows={6} hint={t('organisation.field.summary.hint')} optional />
        <CheckboxGroup name="fields" label={labels.fields} hint={t('organisation.field.fields.hint')} columns={2} error={back?.errors.fields} value={typedList(back, 'fields', stored.fields)} options={choices.fields} optional />
        <TextField {...of('website')} type="url" inputMode="url" optional />
      </FormSection>
      <FormSection number={4} id="contact" title={t('organisation.form.contact')}>
        <Duo>
          <TextField {...of('contactName')} autoComplete="name" required />
          <TextField {...of('contactPhone')} inputMode="tel" autoComplete="tel" required />
        </Duo>
      </FormSection>
      <FormEnd note={note}>
        <Button variant="main">{t('organisation.action.save')}</Button>
      </FormEnd>
    </form>
  )
}
