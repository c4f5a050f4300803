import { brokerKinds, grades } from '~/domain/brokers/schema'
import type { MessageKey } from '~/i18n'
import { Button, CheckboxGroup, DateField, Duo, ErrorSummary, FormEnd, FormSection, HiddenField, RadioGroup, SelectField, TextArea, TextField, useT, type Option } from '~/ui'
import { summary, typed, typedList, type Returned } from '../shared/refused'

export type BrokerTexts = { texts: Record<string, string>; fields: string[] }
/** A new application also says for whom it is; later that stays. */
type Props = { stored: BrokerTexts; choices: { agencies: Option[]; fields: Option[] }; back: Returned | null; version?: number; save: string; note: string }

const names = ['kind', 'organisationId', 'name', 'certificateNumber', 'issuer', 'grade', 'validUntil', 'fields', 'summary', 'maxLoad', 'contactEmail', 'contactPhone'] as const

/** The form of a broker: for whom, the certificate, what is served, the contact. */
export function BrokerForm({ stored, choices, back, version, save, note }: Props) {
  const t = useT()
  const labels = Object.fromEntries(names.map((name) => [name, t(`broker.field.${name}` as MessageKey)]))
  const of = (name: (typeof names)[number]) => ({ name, label: labels[name] ?? name, error: back?.errors[name], value: typed(back, name, stored.texts[name]) })
  const hint = (name: string) => t(`broker.field.${name}.hint` as MessageKey)
  return (
    <form method="post" noValidate>
      <ErrorSummary errors={summary(back, labels)} />
      {version === undefined ? (
        <FormSection number={1} id="who" title={t('broker.form.who')}>
          <RadioGroup {...of('kind')} options={brokerKinds.map((value) => ({ value, label: t(`broker.kind.${value}`), hint: t(`broker.kind.${value}.hint`) }))} required />
          {choices.agencies.length > 0 ? <SelectField {...of('organisationId')} hint={hint('organisationId')} options={choices.agencies} optional /> : <p className="mt-3 text-sm text-ink-soft">{t('broker.form.no_agency')}</p>}
        </FormSection>
      ) : (
        <HiddenField name="version" value={String(version)} />
      )}
      <FormSection number={version === undefined ? 2 : 1} id="certificate" title={t('broker.form.certificate')}>
        <TextField {...of('name')} hint={hint('name')} required />
        <Duo>
          <TextField {...of('certificateNumber')} spellCheck={false} autoComplete="off" required />
          <TextField {...of('issuer')} hint={hint('issuer')} required />
        </Duo>
        <Duo>
          <SelectField {...of('grade')} options={grades.map((value) => ({ value, label: t(`grade.${value}`) }))} required />
          <DateField {...of('validUntil')} kind="date" required />
        </Duo>
      </FormSection>
      <FormSection number={version === undefined ? 3 : 2} id="service" title={t('broker.form.service')}>
        <CheckboxGroup name="fields" label={labels.fields} hint={hint('fields')} columns={2} error={back?.errors.fields} value={typedList(back, 'fields', stored.fields)} options={choices.fields} required />
        <TextArea {...of('summary')} max={1000} rows={6} hint={hint('summary')} optional />
        <TextField {...of('maxLoad')} hint={hint('maxLoad')} inputMode="numeric" half required />
      </FormSection>
      <FormSection number={version === undefined ? 4 : 3} id="contact" title={t('broker.form.contact')}>
        <Duo>
          <TextField {...of('contactEmail')} type="email" inputMode="email" autoComplete="email" optional />
          <TextField {...of('contactPhone')} inputMode="tel" autoComplete="tel" optional />
        </Duo>
        <p className="mt-2 text-sm text-ink-soft">{t('broker.form.contact.hint')}</p>
      </FormSection>
      <FormEnd note={note}>
        <Button variant="main">{save}</Button>
      </FormEnd>
    </form>
  )
}
