import { visibilities } from '~/domain/people/schema'
import type { MessageKey } from '~/i18n'
import { Button, Checkbox, CheckboxGroup, DateField, Duo, ErrorSummary, FormEnd, FormSection, HiddenField, RadioGroup, SelectField, TextArea, TextField, useT, type Option, type OptionGroup } from '~/ui'
import { errorOf, PlacesField } from '../shared/places'
import { summary, typed, typedList, type Returned } from '../shared/refused'

export type PersonChoices = { organisations: Option[]; fields: Option[]; disciplines: OptionGroup[] }
export type PersonTexts = { texts: Record<string, string>; fields: string[]; disciplines: string[] }
/** `fixed` is the organisation that a manager writes for: it is not chosen. */
type Props = { stored: PersonTexts; choices: PersonChoices; back: Returned | null; version?: number; fixed?: { id: string; name: string }; save: string; note?: string }

const names = ['name', 'title', 'organisationId', 'fields', 'disciplines', 'keywords', 'summary', 'projects', 'languages', 'availableFrom', 'maxLoad', 'contactEmail', 'contactPhone', 'contactVisibility', 'listed'] as const

/** The form of a profile, written by the person or by the manager of their organisation. */
export function PersonForm({ stored, choices, back, version, fixed, save, note }: Props) {
  const t = useT()
  const labels = Object.fromEntries(names.map((name) => [name, t(`person.field.${name}` as MessageKey)]))
  const of = (name: (typeof names)[number]) => ({ name, label: labels[name] ?? name, error: back?.errors[name], value: typed(back, name, stored.texts[name]) })
  const hint = (name: string) => t(`person.field.${name}.hint` as MessageKey)
  return (
    <form method="post" noValidate>
      <ErrorSummary errors={summary(back, labels)} />
      {version !== undefined && <HiddenField name="version" value={String(version)} />}
      <FormSection number={1} id="who" title={t('person.form.who')}>
        <Duo>
          <TextField {...of('name')} autoComplete={fixed ? 'off' : 'name'} required />
          <TextField {...of('title')} hint={hint('title')} autoComplete="off" required />
        </Duo>
        {!fixed && <SelectField {...of('organisationId')} hint={hint('organisationId')} options={choices.organisations} placeholder={t('person.field.organisationId.none')} optional />}
      </FormSection>
      <FormSection number={2} id="what" title={t('person.form.what')}>
        <CheckboxGroup name="fields" label={labels.fields} hint={hint('fields')} columns={2} error={back?.errors.fields} value={typedList(back, 'fields', stored.fields)} options={choices.fields} required />
        <PlacesField name="disciplines" label={labels.disciplines} hint={hint('disciplines')} error={errorOf(back?.errors, 'disciplines')} places={3} place={(n) => t('person.field.disciplines.place', { n })} values={typedList(back, 'disciplines', stored.disciplines)} options={choices.disciplines} optional />
        <TextField {...of('keywords')} hint={hint('keywords')} required />
        <TextArea {...of('summary')} max={1000} rows={7} hint={hint('summary')} required />
      </FormSection>
      <FormSection number={3} id="record" title={t('person.form.record')}>
        <TextArea {...of('projects')} rows={5} hint={hint('projects')} optional />
        <TextArea {...of('languages')} rows={2} hint={hint('languages')} optional />
      </FormSection>
      <FormSection number={4} id="when" title={t('person.form.when')}>
        <DateField {...of('availableFrom')} kind="date" hint={hint('availableFrom')} optional />
        <TextField {...of('maxLoad')} hint={hint('maxLoad')} inputMode="numeric" half required />
      </FormSection>
      <FormSection number={5} id="contact" title={t('person.form.contact')}>
        <Duo>
          <TextField {...of('contactEmail')} type="email" inputMode="email" autoComplete={fixed ? 'off' : 'email'} optional />
          <TextField {...of('contactPhone')} inputMode="tel" autoComplete={fixed ? 'off' : 'tel'} optional />
        </Duo>
        <RadioGroup {...of('contactVisibility')} options={visibilities.map((value) => ({ value, label: t(`person.visibility.${value}`), hint: t(`person.visibility.${value}.hint`) }))} required />
        <Checkbox name="listed" label={labels.listed} hint={hint('listed')} error={back?.errors.listed} checked={typed(back, 'listed', stored.texts.listed) !== ''} />
      </FormSection>
      <FormEnd note={note}>
        <Button variant="main">{save}</Button>
      </FormEnd>
    </form>
  )
}
