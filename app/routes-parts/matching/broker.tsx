import type { RankedBroker } from '~/domain/matching/broker-choice'
import { Button, Section, SelectField, TextArea, useFormat, useT, type Option } from '~/ui'
import { typed, type Returned } from '../shared/refused'

export type BrokerChoice = RankedBroker

/** So many are suggested; the others follow. */
const suggested = 5

type Props = { accompanying: { id: string; name: string } | null; contracted: boolean; brokers: BrokerChoice[]; back: Returned | null }

/** Sends a pair to a broker; whoever is named already is told why they are not any more. */
export function BrokerForms({ accompanying, contracted, brokers, back }: Props) {
  const t = useT()
  const format = useFormat()
  const option = ({ id, name, serves, load, maxLoad, full, responseRate }: BrokerChoice): Option => {
    const reasons = [t(serves ? 'match.broker.serves' : 'match.broker.serves.not'), t(full ? 'match.broker.load.full' : 'match.broker.load', { load, max: maxLoad }), responseRate === null ? t('match.broker.unasked') : t('match.broker.answers', { rate: format.percent(responseRate, 0) })]
    return { value: id, label: `${name}（${reasons.join('，')}）`, disabled: full && id !== accompanying?.id }
  }
  const fit = brokers.filter(({ serves, full }) => serves && !full).slice(0, suggested)
  const groups = [{ group: t('match.broker.suggested'), options: fit.map(option) }, { group: t('match.broker.others'), options: brokers.filter((one) => !fit.includes(one)).map(option) }].filter(({ options }) => options.length > 0)
  const own = (intent: string) => (back?.intent === intent ? back : null)
  const why = (intent: 'broker' | 'release') => <TextArea id={`${intent}-reason`} name="reason" label={t('match.broker.why.label')} hint={t('match.broker.why.hint')} rows={2} max={300} required error={own(intent)?.errors.reason} value={typed(own(intent), 'reason', '')} />
  return (
    <Section id="broker" title={t('match.action.broker')}>
      {accompanying && <p className="mt-2">{t('match.broker.now', { name: accompanying.name })}</p>}
      <form method="post" noValidate>
        <SelectField name="brokerId" label={t('match.broker.label')} hint={t('match.broker.hint')} options={groups} value={own('broker') ? typed(back, 'brokerId', '') : (accompanying?.id ?? '')} placeholder={t('match.broker.none')} error={own('broker')?.errors.brokerId} />
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
