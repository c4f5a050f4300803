import type { MatchState } from '~/domain/matching/schema'
import { Button, ErrorSummary, Section, TextArea, TwoColumns, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'
import { BrokerForms, type BrokerChoice } from './broker'

type Props = { pair: { state: MatchState; pinned: boolean; correction: string | null; accompanying: { id: string; name: string } | null; can: { review: boolean } }; brokers: BrokerChoice[]; back: Returned | null }

/** What else a reviewer can do with a pair: exclude it with a reason, pin it, name a broker, correct the reason, take an exclusion back. */
export function ReviewForms({ pair, brokers, back }: Props) {
  const t = useT()
  if (!pair.can.review) return null
  const error = (intent: string, name: string) => (back?.intent === intent ? back.errors[name] : undefined)
  const refused = pair.state === 'excluded' || pair.state === 'declined'
  const open = !refused && pair.state !== 'contracted'
  return (
    <>
      <ErrorSummary errors={summary(back, { reason: t('common.reason'), brokerId: t('match.broker.label'), correction: t('match.action.correct') }, { reason: `${back?.intent}-reason` })} />
      {pair.state === 'excluded' && (
        <form method="post" className="mt-6">
          <Button name="intent" value="restore">{t('match.action.restore')}</Button>
        </form>
      )}
      {open && (
        <TwoColumns>
          <Section id="exclude" title={t('match.exclude.title')}>
            <form method="post" noValidate>
              <TextArea id="exclude-reason" name="reason" label={t('common.reason')} hint={t('match.exclude.hint')} rows={3} max={300} required error={error('exclude', 'reason')} value={back?.intent === 'exclude' ? typed(back, 'reason', '') : ''} />
              <Button variant="stop" name="intent" value="exclude" className="mt-3">{t('match.action.exclude')}</Button>
            </form>
          </Section>
          <Section id="keep" title={t('match.pin.title')}>
            <p className="mt-2">{t(pair.pinned ? 'match.pin.is' : 'match.pin.note')}</p>
            <form method="post" className="mt-3">
              <Button name="intent" value={pair.pinned ? 'unpin' : 'pin'}>{t(pair.pinned ? 'match.action.unpin' : 'match.action.pin')}</Button>
            </form>
          </Section>
        </TwoColumns>
      )}
      {!refused && (
        <TwoColumns>
          <BrokerForms accompanying={pair.accompanying} contracted={pair.state === 'contracted'} brokers={brokers} back={back} />
          <Section id="correct" title={t('match.action.correct')}>
            <form method="post" noValidate>
              <TextArea name="correction" label={t('match.correct.label')} hint={t('match.correct.hint')} rows={3} max={300} error={error('correct', 'correction')} value={back?.intent === 'correct' ? typed(back, 'correction', '') : (pair.correction ?? '')} />
              <Button name="intent" value="correct" className="mt-3">{t('match.action.correct')}</Button>
            </form>
          </Section>
        </TwoColumns>
      )}
    </>
  )
}
