import { Button, ErrorSummary, Section, TextArea, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

/** Takes a published achievement back, with the reason that stays in its history. */
export function Unpublish({ back }: { back: Returned | null }) {
  const t = useT()
  return (
    <Section title={t('achievement.unpublish.title')} id="unpublish">
      <form method="post" noValidate className="max-w-measure">
        <ErrorSummary errors={summary(back, { reason: t('common.reason') })} />
        <TextArea name="reason" label={t('common.reason')} hint={t('achievement.unpublish.hint')} max={300} rows={3} error={back?.errors.reason} value={typed(back, 'reason', '')} required />
        <Button variant="stop" name="intent" value="unpublish" className="mt-3">{t('achievement.unpublish')}</Button>
      </form>
    </Section>
  )
}
