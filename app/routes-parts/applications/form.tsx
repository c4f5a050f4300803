import { approachLimit, evidenceLimit } from '~/domain/applications/schema'
import type { ApplicationView } from '~/domain/applications/view'
import type { MessageKey } from '~/i18n'
import { Button, Checkbox, DateField, Duo, ErrorSummary, FormEnd, FormSection, HiddenField, MoneyField, Note, RadioGroup, SelectField, TextArea, useT, type Option } from '~/ui'
import { summary, typed, typedRecord, type Returned } from '../shared/refused'

export type ApplicationTarget = { kind: 'need' | 'scenario'; address: string; title: string; owner: string; criteria: { id: string; name: string; description: string; weight: number }[] }
type Props = { target: ApplicationTarget; stored: ApplicationView | null; applicants?: { value: string; kind: 'person' | 'organisation'; name: string }[]; brokers: { number: string; name: string }[]; back: Returned | null }

const names = ['as', 'approach', 'team', 'startsOn', 'endsOn', 'cost', 'iprProposal', 'conditions', 'broker', 'noControl', 'termsAccepted'] as const

/** The form of an application: who, how, evidence for each published criterion, terms, declarations. A draft may be incomplete. */
export function ApplicationForm({ target, stored, applicants = [], brokers, back }: Props) {
  const t = useT()
  const labels: Record<string, string> = Object.fromEntries(names.map((name) => [name, t(`application.field.${name}` as MessageKey)]))
  for (const criterion of target.criteria) labels[`evidence.${criterion.id}`] = t('application.field.evidence.weight', { name: criterion.name, weight: criterion.weight })
  const value = (name: (typeof names)[number]) => {
    const shown = stored ? { approach: stored.approach, team: stored.team, startsOn: stored.startsOn, endsOn: stored.endsOn, cost: stored.cost, iprProposal: stored.iprProposal, conditions: stored.conditions, broker: stored.broker?.number, noControl: stored.noControl ? 'on' : '', termsAccepted: stored.termsAccepted ? 'on' : '', as: '' }[name] : ''
    return typed(back, name, shown)
  }
  const of = (name: (typeof names)[number]) => ({ name, label: labels[name] ?? name, error: back?.errors[name], value: value(name) })
  const hint = (name: string) => t(`application.field.${name}.hint` as MessageKey)
  const typedEvidence = back && typedRecord(back, 'evidence')
  const brokerOptions: Option[] = brokers.map(({ number, name }) => ({ value: number, label: `${name}（${number}）` }))
  return (
    <form method="post" noValidate>
      <ErrorSummary errors={summary(back, labels)} />
      {stored && <HiddenField name="version" value={String(stored.version)} />}
      <FormSection number={1} id="who" title={t('application.section.who')}>
        {applicants.length > 1 && <RadioGroup {...of('as')} options={applicants.map((one) => ({ value: one.value, label: one.kind === 'person' ? t('application.field.as.person', { name: one.name }) : one.name }))} />}
        <TextArea {...of('team')} hint={hint('team')} max={500} rows={4} />
      </FormSection>
      <FormSection number={2} id="how" title={t('application.section.how')}>
        <TextArea {...of('approach')} hint={hint('approach')} max={approachLimit} rows={9} />
      </FormSection>
      {target.criteria.length > 0 && (
        <FormSection number={3} id="evidence" title={t('application.section.evidence')}>
          <Note>{hint('evidence')}</Note>
          {target.criteria.map((criterion) => (
            <TextArea key={criterion.id} name={`evidence[${criterion.id}]`} label={labels[`evidence.${criterion.id}`]} hint={criterion.description} max={evidenceLimit} rows={3} error={back?.errors[`evidence.${criterion.id}`]} value={back ? (typedEvidence?.[criterion.id] ?? '') : (stored?.evidence.find((one) => one.criterionId === criterion.id)?.text ?? '')} />
          ))}
        </FormSection>
      )}
      <FormSection number={target.criteria.length > 0 ? 4 : 3} id="terms" title={t('application.section.terms')}>
        <Duo>
          <DateField {...of('startsOn')} example="2026-12-15" />
          <DateField {...of('endsOn')} example="2027-11-30" />
        </Duo>
        <MoneyField {...of('cost')} hint={hint('cost')} />
        <TextArea {...of('iprProposal')} hint={hint('iprProposal')} max={300} rows={2} />
        <TextArea {...of('conditions')} hint={hint('conditions')} max={500} rows={3} optional />
        <SelectField {...of('broker')} hint={hint('broker')} options={brokerOptions} placeholder={t('application.field.broker.none')} optional />
      </FormSection>
      <FormSection number={target.criteria.length > 0 ? 5 : 4} id="declare" title={t('application.section.declare')}>
        <Checkbox name="noControl" label={labels.noControl} checked={value('noControl') !== ''} error={back?.errors.noControl} />
        <Checkbox name="termsAccepted" label={labels.termsAccepted} checked={value('termsAccepted') !== ''} error={back?.errors.termsAccepted} />
      </FormSection>
      <FormEnd>
        <Button variant="main" name="intent" value="check">{t('application.form.check')}</Button>
        <Button name="intent" value="save">{t('application.form.draft')}</Button>
        <Note>{t('application.form.note')}</Note>
      </FormEnd>
    </form>
  )
}
