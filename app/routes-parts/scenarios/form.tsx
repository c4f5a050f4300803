import { opportunityKinds, sides } from '~/domain/scenarios/schema'
import type { MessageKey } from '~/i18n'
import { Button, Checkbox, CheckboxGroup, DateField, Duo, ErrorSummary, FormEnd, FormSection, HiddenField, MoneyField, RadioGroup, SelectField, TextArea, TextField, useT, type Option } from '~/ui'
import { summary, typed, typedList, type Returned } from '../shared/refused'

export type ScenarioFormValues = { texts: Record<string, string>; responsibleIds: string[] }
type Props = {
  stored: ScenarioFormValues
  choices: { themes: Option[]; fields: Option[]; areas: Option[]; industries: Option[]; leads: Option[]; units: Option[] }
  back: Returned | null
  version?: number
}

const fields = ['year', 'batch', 'title', 'summary', 'body', 'kind', 'side', 'theme', 'field', 'industry', 'areaKey', 'leadId', 'responsibleIds', 'technologies', 'referenceCases', 'resources', 'budgetMin', 'budgetMax', 'opensAt', 'closesAt', 'contactName', 'contactPhone', 'contactPublic', 'sourceDocument'] as const

/** The form of a scenario: five short sections; what is wrong stands at its field and above. */
export function ScenarioForm({ stored, choices, back, version }: Props) {
  const t = useT()
  const labels = Object.fromEntries(fields.map((name) => [name, t(`scenario.field.${name}` as MessageKey)]))
  const of = (name: (typeof fields)[number]) => ({ name, label: labels[name] ?? name, error: back?.errors[name], value: typed(back, name, stored.texts[name]) })
  return (
    <form method="post" noValidate>
      <ErrorSummary errors={summary(back, labels)} />
      {version !== undefined && <HiddenField name="version" value={String(version)} />}
      <FormSection number={1} id="what" title={t('scenario.form.what')}>
        <TextField {...of('title')} hint={t('scenario.field.title.hint')} required />
        <TextArea {...of('summary')} max={200} rows={2} required />
        <TextArea {...of('body')} max={3000} rows={10} hint={t('scenario.field.body.hint')} required />
        <RadioGroup {...of('kind')} columns={2} options={opportunityKinds.map((value) => ({ value, label: t(`opportunity.${value}`) }))} required />
        <RadioGroup {...of('side')} columns={2} options={sides.map((value) => ({ value, label: t(`side.${value}`) }))} required />
        <Duo>
          <SelectField {...of('theme')} options={choices.themes} required />
          <SelectField {...of('field')} options={choices.fields} required />
        </Duo>
        <SelectField {...of('industry')} options={choices.industries} optional />
      </FormSection>
      <FormSection number={2} id="where" title={t('scenario.form.where')}>
        <Duo>
          <TextField {...of('year')} inputMode="numeric" required />
          <TextField {...of('batch')} inputMode="numeric" hint={t('scenario.field.batch.hint')} required />
        </Duo>
        <SelectField {...of('areaKey')} options={choices.areas} required />
        <SelectField {...of('leadId')} options={choices.leads} required />
        <CheckboxGroup name="responsibleIds" label={labels.responsibleIds} columns={2} error={back?.errors.responsibleIds} value={typedList(back, 'responsibleIds', stored.responsibleIds)} options={choices.units} optional />
      </FormSection>
      <FormSection number={3} id="how" title={t('scenario.form.how')}>
        <TextArea {...of('technologies')} rows={4} hint={t('scenario.field.technologies.hint')} optional />
        <TextArea {...of('resources')} max={500} rows={3} optional />
        <TextArea {...of('referenceCases')} max={500} rows={3} optional />
        <Duo>
          <MoneyField {...of('budgetMin')} unit="万元" hint={t('scenario.field.budget.hint')} optional />
          <MoneyField {...of('budgetMax')} unit="万元" optional />
        </Duo>
      </FormSection>
      <FormSection number={4} id="when" title={t('scenario.form.when')}>
        <Duo>
          <DateField {...of('opensAt')} kind="datetime" hint={t('scenario.field.window.hint')} optional />
          <DateField {...of('closesAt')} kind="datetime" optional />
        </Duo>
      </FormSection>
      <FormSection number={5} id="contact" title={t('scenario.form.contact')}>
        <Duo>
          <TextField {...of('contactName')} required />
          <TextField {...of('contactPhone')} inputMode="tel" required />
        </Duo>
        <Checkbox name="contactPublic" label={labels.contactPublic} checked={typed(back, 'contactPublic', stored.texts.contactPublic) !== ''} />
        <TextField {...of('sourceDocument')} optional />
      </FormSection>
      <FormEnd>
        <Button variant="main" name="intent" value="save">
          {t('scenario.action.save')}
        </Button>
      </FormEnd>
    </form>
  )
}
