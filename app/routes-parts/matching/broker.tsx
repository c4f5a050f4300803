import { Button, Section, SelectField, TextArea, useT, type Option } from '~/ui'
import { typed, type Returned } from '../shared/refused'

export type BrokerChoice = Option

type Props = { accompanying: { id: string; name: string } | null; contracted: boolean; brokers: BrokerChoice[]; back: Returned | null }

/** Sends a pair to a broker; whoever is named already is told why they are not any more. */
export function BrokerForms({ accompanying, contracted, brokers, back }: Props) {
  const t = useT()
  const own = (intent: string) => (back?.intent === intent ? back : null)
  const why = (intent: 'broker' | 'release') => <TextArea id={`${intent}-reason`} name="reason" label={t('match.broker.why.label')} hint={t('match.broker.why.hint')} rows={2} max={300} required error={own(intent)?.errors.reason} value={typed(own(intent), 'reason', '')} />
  return (
    <Section id="broker" title={t('match.action.broker')}>
      {accompanying && <p className="mt-2">{t('match.broker.now', { name: accompanying.name })}</p>}
      <form method="post" noValidate>
        <SelectField name="brokerId" label={t('match.broker.label')} options={brokers} value={own('broker') ? typed(back, 'brokerId', '') : (accompanying?.id ?? '')} placeholder={t('match.broker.none')} error={own('broker')?.errors.brokerId} />
        {accompanying && why('broker')}
        <Button name="intent" value="broker" className="mt-3">{t(accompanying ? 'match.broker.change' : 'match.broker.send')}</Button>
      </form>
      {accompanying && !contracted && (
        <details className="mt-4" open={own('release') !== null}>
          <summary>{t('match.broker.release')}</summary>
          <form method="post" noValidate>
            {why('release')}
            <Button variant="stop" name="intent" value="release" className="mt-3">{t('match.broker.release')}</Button>
          </form>
        </details>
      )}
    </Section>
  )
}
