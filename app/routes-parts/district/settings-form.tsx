import { contractAmounts, contractMeasures } from '~/domain/district/schema'
import { Button, Duo, ErrorSummary, FormEnd, FormSection, HiddenField, MoneyField, RadioGroup, TextField, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

const names = [
  'nameZh', 'nameEn', 'siteNameZh', 'siteNameEn', 'bureauZh', 'bureauEn', 'phone', 'regionCode', 'scenariosPerYear', 'contractMeasure', 'contractAmount',
  'secondReviewFrom', 'reviewDays', 'secondReviewDays', 'contractRuleVersion', 'questionsCloseDays', 'answersDueDays', 'matchesPerNeed', 'alternates', 'notifyFromScore', 'suggestionsPerCandidate',
] as const
type Name = (typeof names)[number]
export type Settings = Record<Name, string | number> & { version: number }

/** The settings of the district. After a conflict each field that differs says what is stored now; what was typed stays. */
export function SettingsForm({ settings, back }: { settings: Settings; back: Returned | null }) {
  const t = useT()
  const conflict = back !== null && Object.keys(back.errors).length === 0
  const labels = Object.fromEntries(names.map((name) => [name, t(`settings.${name}`)]))
  const of = (name: Name, hint?: string) => {
    const [stored, value] = [String(settings[name]), typed(back, name, String(settings[name]))]
    const now = conflict && stored !== value ? t('settings.now', { value: stored }) : undefined
    return { name, label: labels[name] ?? name, hint: now ?? hint, value, error: back?.errors[name] ?? undefined, required: true }
  }
  const whole = { inputMode: 'numeric', half: true, autoComplete: 'off' } as const
  const text = { autoComplete: 'off' } as const
  return (
    <form method="post" noValidate>
      <ErrorSummary errors={summary(back, labels)} />
      {/* Only a conflict has shown what is stored now; after any other refusal a change in between must still be noticed. */}
      <HiddenField name="version" value={conflict ? String(settings.version) : typed(back, 'version', String(settings.version))} />
      <FormSection number={1} id="names" title={t('settings.part.names')}>
        <Duo><TextField {...of('nameZh')} {...text} /><TextField {...of('nameEn')} {...text} /></Duo>
        <Duo><TextField {...of('siteNameZh')} {...text} /><TextField {...of('siteNameEn')} {...text} /></Duo>
        <Duo><TextField {...of('bureauZh')} {...text} /><TextField {...of('bureauEn')} {...text} /></Duo>
        <TextField {...of('phone', t('settings.phone.hint'))} {...text} inputMode="tel" half />
        <TextField {...of('regionCode', t('settings.regionCode.hint'))} {...text} half />
      </FormSection>
      <FormSection number={2} id="counting" title={t('settings.part.counting')}>
        <TextField {...of('scenariosPerYear', t('settings.scenariosPerYear.hint'))} {...whole} />
        <RadioGroup {...of('contractMeasure')} options={contractMeasures.map((value) => ({ value, label: t(`settings.contractMeasure.${value}`), hint: t(`settings.contractMeasure.${value}.hint`) }))} />
        <RadioGroup {...of('contractAmount')} options={contractAmounts.map((value) => ({ value, label: t(`settings.contractAmount.${value}`), hint: t(`settings.contractAmount.${value}.hint`) }))} />
      </FormSection>
      <FormSection number={3} id="review" title={t('settings.part.review')}>
        <MoneyField {...of('secondReviewFrom', t('settings.secondReviewFrom.hint'))} />
        <Duo><TextField {...of('reviewDays', t('settings.days.hint'))} {...whole} /><TextField {...of('secondReviewDays', t('settings.days.hint'))} {...whole} /></Duo>
        <TextField {...of('contractRuleVersion', t('settings.contractRuleVersion.hint'))} {...text} half />
      </FormSection>
      <FormSection number={4} id="questions" title={t('settings.part.questions')}>
        <Duo><TextField {...of('questionsCloseDays', t('settings.questionsCloseDays.hint'))} {...whole} /><TextField {...of('answersDueDays', t('settings.answersDueDays.hint'))} {...whole} /></Duo>
      </FormSection>
      <FormSection number={5} id="matching" title={t('settings.part.matching')}>
        <Duo><TextField {...of('matchesPerNeed', t('settings.matchesPerNeed.hint'))} {...whole} /><TextField {...of('alternates', t('settings.alternates.hint'))} {...whole} /></Duo>
        <Duo><TextField {...of('notifyFromScore', t('settings.notifyFromScore.hint'))} {...whole} /><TextField {...of('suggestionsPerCandidate', t('settings.suggestionsPerCandidate.hint'))} {...whole} /></Duo>
      </FormSection>
      <FormEnd>
        <Button variant="main">{t('settings.save')}</Button>
      </FormEnd>
    </form>
  )
}
