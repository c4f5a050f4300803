import { digestFrequencies } from '~/domain/matching/schema'
import { Button, ErrorSummary, RadioGroup, Section, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

/** Whether what is new and fits is mailed once a week. */
export function OwnDigest({ weekly, back }: { weekly: boolean; back: Returned | null }) {
  const t = useT()
  return (
    <Section title={t('match.digest.title')} id="digest">
      <p className="mt-2">{t('match.digest.note')}</p>
      <form method="post" noValidate className="max-w-measure">
        <ErrorSummary errors={summary(back, { digest: t('match.digest.label') })} />
        <RadioGroup name="digest" label={t('match.digest.label')} value={typed(back, 'digest', weekly ? 'weekly' : 'never')} error={back?.errors.digest} options={digestFrequencies.map((value) => ({ value, label: t(`match.digest.${value}`) }))} columns={2} />
        <Button name="intent" value="digest" className="mt-5">{t('common.save')}</Button>
      </form>
    </Section>
  )
}
