import type { MatchState } from '~/domain/matching/schema'
import { Button, ErrorSummary, Section, SelectField, TextArea, TwoColumns, useT, type Option } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

type Props = { pair: { state: MatchState; correction: string | null; accompanying: { id: string; name: string } | null; can: { review: boolean } }; brokers: Option[]; back: Returned | null }

/** What else a reviewer can do with a pair: exclude it with a reason, name a broker, correct the reason, take an exclusion back. */
export function ReviewForms({ pair, brokers, back }: Props) {
  const t = useT()
  if (!pair.can.review) return null
  const error = (intent: string, name: string) => (back?.intent === intent ? back.errors[name] : undefined)
  const open = pair.state !== 'excluded' && pair.state !== 'contracted' && pair.state !== 'declined'
  return (
    <>
      <ErrorSummary errors={summary(back, { reason: t('common.reason'), brokerId: t('match.broker.label'), correction: t('match.action.correct') })} />
      {pair.state === 'excluded' && (
        <form method="post" className="mt-6">
          <Button name="intent" value="restore">{t('match.action.restore')}</Button>
        </form>
      )}
      {open && (
        <TwoColumns>
          <Section id="exclude" title={t('match.exclude.title')}>
            <form method="post" noValidate>
              <TextArea name="reason" label={t('common.reason')} hint={t('match.exclude.hint')} rows={3} max={300} required error={error('exclude', 'reason')} value={back?.intent === 'exclude' ? typed(back, 'reason', '') : ''} />
              <Button variant="stop" name="intent" value="exclude" className="mt-3">{t('match.action.exclude')}</Button>
            </form>
          </Section>
          <Section id="broker" title={t('match.action.broker')}>
            <form method="post" noValidate>
              <SelectField name="brokerId" label={t('match.broker.label')} options={brokers} value={pair.accompanying?.id ?? ''} placeholder={t('match.broker.none')} error={error('broker', 'brokerId')} />
              <Button name="intent" value="broker" className="mt-3">{t('match.action.broker')}</Button>
            </form>
            <form method="post" noValidate className="mt-6">
              <TextArea name="correction" label={t('match.action.correct')} hint={t('match.correct.hint')} rows={3} max={300} error={error('correct', 'correction')} value={back?.intent === 'correct' ? typed(back, 'correction', '') : (pair.correction ?? '')} />
              <Button name="intent" value="correct" className="mt-3">{t('match.action.correct')}</Button>
            </form>
          </Section>
        </TwoColumns>
      )}
    </>
  )
}
