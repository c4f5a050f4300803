import { cooperationModes, iprKinds } from '~/domain/achievements/schema'
import type { MessageKey } from '~/i18n'
import { Button, CheckboxGroup, Duo, ErrorSummary, FormEnd, FormSection, HiddenField, MoneyField, Note, SelectField, TextArea, TextField, useT, type Option } from '~/ui'
import { errorOf, PlacesField } from '../shared/places'
import { summary, typed, typedList, type Returned } from '../shared/refused'

export type AchievementChoices = { organisations: Option[]; people: Option[]; fields: Option[] }
export type AchievementTexts = { texts: Record<string, string>; modes: string[]; inventors: string[] }
type Props = { stored: AchievementTexts; choices: AchievementChoices; back: Returned | null; version?: number; published?: boolean }

const names = ['title', 'summary', 'body', 'field', 'trl', 'organisationId', 'inventors', 'iprKind', 'iprNumber', 'modes', 'priceMin', 'priceMax', 'cases', 'keywords'] as const
const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
const mostInventors = 20

/** The form of an achievement in four short sections; prices in 万元. */
export function AchievementForm({ stored, choices, back, version, published }: Props) {
  const t = useT()
  const labels = Object.fromEntries(names.map((name) => [name, t(`achievement.field.${name}` as MessageKey)]))
  const of = (name: (typeof names)[number]) => ({ name, label: labels[name] ?? name, error: back?.errors[name], value: typed(back, name, stored.texts[name]) })
  const hint = (name: string) => t(`achievement.field.${name}.hint` as MessageKey)
  const inventors = typedList(back, 'inventors', stored.inventors)
  return (
    <form method="post" noValidate>
      <ErrorSummary errors={summary(back, labels)} />
      {version !== undefined && <HiddenField name="version" value={String(version)} />}
      <FormSection number={1} id="what" title={t('achievement.form.what')}>
        <TextField {...of('title')} hint={hint('title')} required />
        <TextArea {...of('summary')} max={300} rows={4} hint={hint('summary')} required />
        <TextArea {...of('body')} max={5000} rows={10} hint={hint('body')} optional />
        <SelectField {...of('field')} options={choices.fields} required />
        <SelectField {...of('trl')} hint={hint('trl')} options={levels.map((level) => ({ value: String(level), label: t(`achievement.trl.${level}`) }))} required />
        <TextField {...of('keywords')} hint={hint('keywords')} required />
      </FormSection>
      <FormSection number={2} id="whose" title={t('achievement.form.whose')}>
        <SelectField {...of('organisationId')} hint={hint('organisationId')} options={choices.organisations} placeholder={t('achievement.field.organisationId.none')} />
        <PlacesField name="inventors" label={labels.inventors} hint={hint('inventors')} error={errorOf(back?.errors, 'inventors')} places={Math.min(mostInventors, Math.max(4, inventors.filter(Boolean).length + 2))} place={(n) => t('achievement.field.inventors.place', { n })} values={inventors} options={choices.people} optional />
        <Duo>
          <SelectField {...of('iprKind')} options={iprKinds.map((value) => ({ value, label: t(`ipr.${value}`) }))} required />
          <TextField {...of('iprNumber')} spellCheck={false} autoComplete="off" optional />
        </Duo>
      </FormSection>
      <FormSection number={3} id="terms" title={t('achievement.form.terms')}>
        <CheckboxGroup name="modes" label={labels.modes} columns={2} error={back?.errors.modes} value={typedList(back, 'modes', stored.modes)} options={cooperationModes.map((value) => ({ value, label: t(`mode.${value}`) }))} required />
        <div className="grid gap-x-5 sm:grid-cols-2 *:min-w-0">
          <MoneyField {...of('priceMin')} unit={t('need.form.unit')} optional />
          <MoneyField {...of('priceMax')} unit={t('need.form.unit')} optional />
        </div>
        <Note className="mt-2">{t('achievement.form.price')}</Note>
      </FormSection>
      <FormSection number={4} id="cases" title={t('directory.cases')}>
        <TextArea {...of('cases')} rows={4} hint={hint('cases')} optional />
      </FormSection>
      <FormEnd note={t(published ? 'achievement.form.note.published' : 'achievement.form.note')}>
        {published ? <Button variant="main">{t('achievement.save')}</Button> : (
          <>
            <Button variant="main" name="publish" value="on">{t('achievement.publish')}</Button>
            <Button>{t('common.save_draft')}</Button>
          </>
        )}
      </FormEnd>
    </form>
  )
}
